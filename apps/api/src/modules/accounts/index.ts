export { Accounts, type AccountFacts, type NewVolunteer } from './accounts';
export { AccountsModule } from './accounts.module';
export { Sessions } from './sessions';

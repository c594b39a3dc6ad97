export { AccountsModule } from './accounts.module';
export { Sessions } from './sessions';

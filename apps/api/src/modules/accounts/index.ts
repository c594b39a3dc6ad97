export { Accounts, type AccountFacts, type NewVolunteer } from './accounts';
export { AccountsModule } from './accounts.module';
export { CreateOfficer } from './create-officer';
export { createOfficerCommand } from './create-officer.command';
export { SessionDto } from './dto/session.dto';
export { SessionAnswer } from './session-answer';
export { Sessions, type StartedSession } from './sessions';
export { SmsSender, type SentCode } from './sms-sender';

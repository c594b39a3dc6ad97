import { Global, Module } from '@nestjs/common';
import { ActorSource } from '../../platform/access';
import { GatewaysModule } from '../gateways';
import { Accounts } from './accounts';
import { CreateOfficer } from './create-officer';
import { FACTOR_CONTROLLERS, FACTOR_EXPORTS, FACTOR_PROVIDERS } from './factors';
import { PersonPhoneController } from './person-phone.controller';
import { ACCOUNT_RECORDS } from './personal-records';
import { PhoneCodesRepository } from './phone-codes.repository';
import { ReadSession } from './read-session';
import { Remits } from './remits';
import { Secrets } from './secrets';
import { SendPhoneCode } from './send-phone-code';
import { SessionAnswer } from './session-answer';
import { SessionController } from './session.controller';
import { Sessions } from './sessions';
import { SignInByPassword } from './sign-in-by-password';
import { SignInByPhone } from './sign-in-by-phone';
import { StaffAccounts } from './staff-accounts';
import { UnmaskPersonPhone } from './unmask-person-phone';
import { SignInByWeapp } from './weapp/sign-in-by-weapp';
import { WeappIdentities } from './weapp/weapp-identities';
import { WeappSessionController } from './weapp/weapp-session.controller';

/** Who signs in, and how. Global because the platform's guard asks it who is speaking. */
@Global()
@Module({
  imports: [GatewaysModule],
  controllers: [SessionController, PersonPhoneController, WeappSessionController, ...FACTOR_CONTROLLERS],
  providers: [
    Accounts,
    CreateOfficer,
    PhoneCodesRepository,
    ReadSession,
    Remits,
    Secrets,
    SendPhoneCode,
    SessionAnswer,
    Sessions,
    SignInByPassword,
    SignInByPhone,
    SignInByWeapp,
    UnmaskPersonPhone,
    WeappIdentities,
    ...ACCOUNT_RECORDS,
    ...FACTOR_PROVIDERS,
    StaffAccounts,
    { provide: ActorSource, useExisting: Sessions },
  ],
  exports: [
    StaffAccounts,
    Remits,
    Accounts,
    ActorSource,
    CreateOfficer,
    Secrets,
    SendPhoneCode,
    SessionAnswer,
    Sessions,
    SignInByPhone,
    GatewaysModule,
    ...FACTOR_EXPORTS,
  ],
})
export class AccountsModule {}

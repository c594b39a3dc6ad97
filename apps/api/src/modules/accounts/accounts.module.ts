import { Global, Module } from '@nestjs/common';
import { ActorSource } from '../../platform/access';
import { GatewaysModule } from '../gateways';
import { Accounts } from './accounts';
import { CodeLimit } from './code-limit';
import { CreateOfficer } from './create-officer';
import { PhoneCodesRepository } from './phone-codes.repository';
import { ReadSession } from './read-session';
import { Secrets } from './secrets';
import { SendPhoneCode } from './send-phone-code';
import { SessionAnswer } from './session-answer';
import { SessionController } from './session.controller';
import { Sessions } from './sessions';
import { SignInByPassword } from './sign-in-by-password';
import { SignInByPhone } from './sign-in-by-phone';

/** Who signs in, and how. Global because the platform's guard asks it who is speaking. */
@Global()
@Module({
  imports: [GatewaysModule],
  controllers: [SessionController],
  providers: [
    Accounts,
    CodeLimit,
    CreateOfficer,
    PhoneCodesRepository,
    ReadSession,
    Secrets,
    SendPhoneCode,
    SessionAnswer,
    Sessions,
    SignInByPassword,
    SignInByPhone,
    { provide: ActorSource, useExisting: Sessions },
  ],
  exports: [
    Accounts,
    ActorSource,
    CreateOfficer,
    SendPhoneCode,
    SessionAnswer,
    Sessions,
    SignInByPhone,
    GatewaysModule,
  ],
})
export class AccountsModule {}

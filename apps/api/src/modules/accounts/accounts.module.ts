import { Global, Module } from '@nestjs/common';
import { ActorSource } from '../../platform/access';
import { Accounts } from './accounts';
import { Sessions } from './sessions';

/** Who signs in, and how. Global because the platform's guard asks it who is speaking. */
@Global()
@Module({
  providers: [Accounts, Sessions, { provide: ActorSource, useExisting: Sessions }],
  exports: [Accounts, ActorSource, Sessions],
})
export class AccountsModule {}

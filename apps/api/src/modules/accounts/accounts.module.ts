import { Global, Module } from '@nestjs/common';
import { ActorSource } from '../../platform/access';
import { Sessions } from './sessions';

/** Who signs in, and how. Global because the platform's guard asks it who is speaking. */
@Global()
@Module({
  providers: [Sessions, { provide: ActorSource, useExisting: Sessions }],
  exports: [ActorSource, Sessions],
})
export class AccountsModule {}

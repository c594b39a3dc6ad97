import { Module } from '@nestjs/common';
import { BindingAccess } from './binding-access';

/** Who belongs to which household. */
@Module({
  providers: [BindingAccess],
  exports: [BindingAccess],
})
export class BindingsModule {}

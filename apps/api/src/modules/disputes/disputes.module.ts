import { Module } from '@nestjs/common';
import { RollModule } from '../roll';
import { DisputesController } from './disputes.controller';
import { KeepDisputes } from './keep-disputes';

/** Disputes about who speaks for a household; while one is open, its ballot stays as it is. */
@Module({ imports: [RollModule], controllers: [DisputesController], providers: [KeepDisputes] })
export class DisputesModule {}

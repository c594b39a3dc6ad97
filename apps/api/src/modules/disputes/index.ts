export { DisputesModule } from './disputes.module';
export { KeepDisputes } from './keep-disputes';

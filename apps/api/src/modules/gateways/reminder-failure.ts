/**
 * Why a reminder did not get through, in our words; what the gateway said stands in the log. `no_permission`: the person allowed no message in WeChat, or none any more; `unreachable`: nothing reaches this number
 * or WeChat user; `refused`: it surely did not leave, and the reason is ours or the gateway's; `uncertain`: it may have
 * arrived all the same.
 */
export type ReminderFailureReason = 'no_permission' | 'refused' | 'unreachable' | 'uncertain';

/** A reminder did not get through, or may not have. It is never tried again by itself. */
export class ReminderFailure extends Error {
  constructor(readonly reason: ReminderFailureReason) {
    super(reason);
    this.name = 'ReminderFailure';
  }
}

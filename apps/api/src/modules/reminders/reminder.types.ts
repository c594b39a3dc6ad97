/** By what somebody wants to be reminded; `none` is a choice too, and the state before any. */
export const REMINDER_CHANNELS = ['none', 'sms', 'weapp'] as const;
export type ReminderChannel = (typeof REMINDER_CHANNELS)[number];

/** What a message can travel by. */
export const SENDING_CHANNELS = ['sms', 'weapp'] as const;
export type SendingChannel = (typeof SENDING_CHANNELS)[number];

/**
 * How far a reminder has come: `sending` is written before the gateway is asked, so that it is never asked twice;
 * `not_needed` when the door had answered, or the person did not want it any more, by the time it was looked at again.
 */
export const REMINDER_STATES = ['waiting', 'sending', 'sent', 'failed', 'not_needed'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];

/** Why no message goes to anybody of a silent door: those doors are for the telephone and the stairs. */
export const UNREACHED_REASONS = ['nobody_bound', 'nothing_chosen', 'no_permission_left', 'reminded_lately'] as const;
export type UnreachedReason = (typeof UNREACHED_REASONS)[number];

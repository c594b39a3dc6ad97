/**
 * What came of asking WeChat whether it may send one message more: allowed or not by the person; turned off in the
 * settings, where nothing is asked any more; closed to this mini-program, whatever the person says; or not asked at all.
 */
export type SubscriptionAnswer = 'allowed' | 'refused' | 'turned_off' | 'closed' | 'not_asked';

const HOUR = 3_600_000;

/** A round's people are reminded at most this often… */
export const ROUND_REST_MS = 24 * HOUR;
/** …and at most so many times. */
export const MOST_ASKS = 3;
/** Between two reminders of one round to one person. */
export const PERSON_REST_MS = 48 * HOUR;
/** More messages than this nobody allows in advance: WeChat asks for each one. */
export const MOST_WEAPP_PERMISSIONS = 5;

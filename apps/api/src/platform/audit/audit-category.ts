export const AUDIT_CATEGORIES = ['security', 'domain'] as const;
/** `security`: who came in or was turned away, who may do what, what was unmasked. Everything else is `domain`. */
export type AuditCategory = (typeof AUDIT_CATEGORIES)[number];

/**
 * The subjects (what stands before the dot of an action) whose events are about security. The operator reads these, so
 * none of them may tell of a roll or a ballot.
 */
const SECURITY_SUBJECTS: ReadonlySet<string> = new Set([
  'account',
  'device_pin',
  'helper',
  'keys',
  'limit',
  'passkey',
  'password',
  'person',
  'phone',
  'recovery',
  'retention',
  'second_factor',
  'session',
  'slip',
  'volunteer',
  'weapp_identity',
]);

/** The category of an action such as `session.start`. */
export function auditCategoryOf(action: string): AuditCategory {
  return SECURITY_SUBJECTS.has(action.split('.', 1)[0]!) ? 'security' : 'domain';
}

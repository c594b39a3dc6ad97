export { Audit, type AuditLine } from './audit';
export { AUDIT_CATEGORIES, auditCategoryOf, type AuditCategory } from './audit-category';
export { currentRequestId, rememberRequestIds } from './request-id';

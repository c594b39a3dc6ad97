export { Audit, type AuditLine } from './audit';

export { SEALED_COLUMNS, type SealedColumn, type SealedColumnName } from './sealed-columns';
export { Vault, type SealedPhone } from './vault';

export { RotateKeys, type Resealed } from './rotate-keys';
export { rotateKeysCommand } from './rotate-keys.command';
export { SEALED_COLUMNS, type SealedColumn, type SealedColumnName } from './sealed-columns';
export { Vault, type PhoneColumn, type SealedPhone } from './vault';

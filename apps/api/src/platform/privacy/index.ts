export { documentMasked, nameMasked, phoneMasked, phonesMasked } from './mask';
export {
  erasedWhen,
  exists,
  keptWhen,
  PersonalRecordsRegistry,
  type ErasureOrder,
  type Fate,
  type PersonalRecords,
} from './personal-records';
export { UnmaskedPhoneDto, UnmaskPhoneInput } from './unmask.dto';
export { Unmasking, type SealedPhoneRow } from './unmasking';

export { nameMasked, phoneMasked, phonesMasked } from './mask';
export { UnmaskedPhoneDto, UnmaskPhoneInput } from './unmask.dto';
export { Unmasking, type SealedPhoneRow } from './unmasking';

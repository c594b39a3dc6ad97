export {
  Flag,
  Id,
  Ids,
  Int,
  ListOf,
  LongText,
  ManyOf,
  Nested,
  OneOf,
  Text,
  Texts,
  UUID,
  type FieldOptions,
} from './fields';
export { CodeParam, IdParam } from './params';
export { AnyObject, Base64, DateOn, Instant, Password, Phone } from './special-fields';
export { ValidationPipe } from './validation.pipe';

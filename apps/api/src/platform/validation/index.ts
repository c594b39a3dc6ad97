export { Flag, Id, Ids, Int, ListOf, LongText, ManyOf, Nested, OneOf, Text, UUID, type FieldOptions } from './fields';
export { CodeParam, IdParam } from './params';
export { Base64, DateOn, Instant, Phone } from './special-fields';
export { ValidationPipe } from './validation.pipe';

export { nameMasked, phoneMasked } from './mask';

export { BindingAccess, type BindingFacts } from './binding-access';
export {
  BOUND_RELATIONS,
  DOCUMENT_KINDS,
  RELATIONS,
  type BindingMethod,
  type BindingState,
  type BoundRelation,
  type DocumentKind,
  type Relation,
} from './binding.types';
export { BindingsModule } from './bindings.module';
export { CreateBinding } from './create-binding';
export { EndBinding } from './end-binding';
export { hasDecided } from './has-decided';
export { SignInBySlip } from './sign-in-by-slip';

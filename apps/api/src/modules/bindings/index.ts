export { BindingAccess, type BindingFacts } from './binding-access';
export { RELATIONS, type BindingMethod, type BindingState, type Relation } from './binding.types';
export { BindingsModule } from './bindings.module';
export { CreateBinding } from './create-binding';
export { SignInBySlip } from './sign-in-by-slip';

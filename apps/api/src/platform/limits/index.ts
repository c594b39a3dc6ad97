export { LimitStore } from './limit-store';
export { Limits, type Refusing } from './limits';
export { LIMITS, type LimitName, type LimitSpec } from './limits.table';
export { Pause } from './pause';

export { AttemptLimit, type Allowance } from './attempt-limit';

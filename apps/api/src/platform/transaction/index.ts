export { Transactions } from './transactions';

export { namedByText, Statements, type NamedStatement } from './statements';
export { Transactions } from './transactions';

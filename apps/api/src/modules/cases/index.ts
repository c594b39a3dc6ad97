export { CasesModule } from './cases.module';
export { Cases } from './cases';
export { ReadCases } from './read-cases';
export { officeBallots } from './cases.repository';
export { presentOfficeBallot } from './cases.presenter';

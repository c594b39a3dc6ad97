export { BundlesModule } from './bundles.module';
export { ReadBundle } from './read-bundle';
export { VerifyChains, type ChainProblem, type ChainReport } from './verify-chains';
export { chainLines, verifyChainsCommand } from './verify-chains.command';

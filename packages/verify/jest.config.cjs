/** @type {import('jest').Config} */
module.exports = {
  displayName: 'verify',
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'require', 'default'] },
  transformIgnorePatterns: ['node_modules/\\.pnpm/(?!@noble\\+)'],
  transform: {
    // @noble/hashes is published as ES modules only; jest below Node 24.9 cannot load those as they are.
    '^.+\\.[tj]s$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
};

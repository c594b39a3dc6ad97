/** @type {import('jest').Config} */
module.exports = {
  displayName: 'tools',
  testEnvironment: 'node',
  roots: ['<rootDir>/postgres', '<rootDir>/stand-ins', '<rootDir>/start', '<rootDir>/torture'],
  testMatch: ['**/*.spec.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { swcrc: false, jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  testTimeout: 60_000,
};

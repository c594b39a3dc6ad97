/** Logic and flows on H5, in jsdom. */
const pages = {
  displayName: 'h5',
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['source', 'browser', 'require', 'default'] },
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.spec.{ts,tsx}'],
  moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'mjs', 'js', 'json'],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@tarojs/taro$': '<rootDir>/test/taro.ts',
    '\\.css$': '<rootDir>/test/empty.ts',
  },
  // Published as ES modules only; jest below Node 24.9 cannot load those as they are.
  transformIgnorePatterns: ['node_modules/\\.pnpm/(?!@noble\\+)'],
  transform: { '\\.[jt]sx?$': ['babel-jest', { configFile: './test/babel.config.cjs' }] },
};

/** And the built mini-program, run by its harness. */
module.exports = { projects: [pages, '<rootDir>/harness/jest.config.cjs'] };

/** Logic and flows on H5, in jsdom; the built mini-program is run by its own harness. */
module.exports = {
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
  transform: { '\\.[jt]sx?$': ['babel-jest', { configFile: './test/babel.config.cjs' }] },
};

/**
 * Who may lean on whom:
 *   rules ← contracts ← apps/mini, apps/office      rules ← verify ← apps/api      fixtures → tests and demo seed only
 * @type {import('dependency-cruiser').IConfiguration}
 */
const test = '(\\.spec\\.tsx?$|/test/|/harness/|^e2e/)';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one thing, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(@tarojs/|@swc-node/register|webpack-chain$)' },
    },
    {
      name: 'rules-import-nothing',
      comment: 'The law is pure: no package, no Node built-in.',
      severity: 'error',
      from: { path: '^packages/rules/src/', pathNot: test },
      to: { pathNot: '^packages/rules/src/' },
    },
    {
      name: 'contracts-know-only-rules',
      severity: 'error',
      from: { path: '^packages/contracts/src/', pathNot: test },
      to: { pathNot: '^packages/(contracts|rules)/' },
    },
    {
      name: 'verify-knows-only-rules',
      comment: 'What checks the product shares no code with it but the law.',
      severity: 'error',
      from: { path: '^packages/verify/src/', pathNot: test },
      to: { pathNot: '^packages/(verify|rules)/' },
    },
    {
      name: 'packages-never-import-apps',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(apps|tools|e2e)/' },
    },
    {
      name: 'no-app-imports-another',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'front-ends-know-contracts-and-rules-only',
      comment: 'The test harness of the mini-program starts the whole system; its pages never do.',
      severity: 'error',
      from: { path: '^apps/(mini|office)/src/', pathNot: test },
      to: { path: '^(packages|tools)/', pathNot: '^packages/(contracts|rules)/' },
    },
    {
      name: 'api-does-not-know-contracts',
      comment: 'The contract is generated from the API, not the other way round.',
      severity: 'error',
      from: { path: '^apps/api/src/' },
      to: { path: '^packages/contracts/' },
    },
    {
      name: 'fixtures-only-for-tests-and-demo',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: `(${test}|^apps/api/src/database/seeds/|^packages/fixtures/)` },
      to: { path: '^packages/fixtures/' },
    },
    {
      name: 'tools-only-for-tests',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: test },
      to: { path: '^tools/' },
    },
    {
      name: 'platform-never-imports-modules',
      severity: 'error',
      from: { path: '^apps/api/src/(platform|config)/', pathNot: test },
      to: { path: '^apps/api/src/modules/' },
    },
    {
      name: 'modules-meet-through-index',
      comment: 'What another module may use is what its index.ts exports.',
      severity: 'error',
      from: { path: '^apps/api/src/modules/([^/]+)/', pathNot: test },
      to: {
        path: '^apps/api/src/modules/',
        pathNot: ['^apps/api/src/modules/$1/', '^apps/api/src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'controllers-never-see-rows',
      severity: 'error',
      from: { path: '^apps/api/src/.*\\.controller\\.ts$' },
      to: { path: '\\.(repository|entity)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-dev-dependency-in-production',
      severity: 'error',
      from: { path: '^(apps/api|packages/[^/]+)/src/', pathNot: test },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.cache|coverage|\\.cache)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    webpackConfig: { fileName: 'tools/lint/cruise-resolve.cjs' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.weapp.ts', '.weapp.tsx', '.h5.ts', '.h5.tsx', '.js', '.mjs', '.cjs', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

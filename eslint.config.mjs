// Lint as a guard of the house rules: sizes, boundaries of Chinese text and of process.env, exact integers in the rules.
// Format is prettier's business, imports between packages are .dependency-cruiser.cjs's.
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const han = '/[\\u4e00-\\u9fff]/';

const noChinese = ['Literal[value=HAN]', 'TemplateElement[value.raw=HAN]', 'JSXText[value=HAN]'].map((selector) => ({
  selector: selector.replace('HAN', han),
  message: 'Chinese text stands in copy/ (or *.refusals.ts), so that one person can read all of it.',
}));

const noFocusedTests = [
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing)$/]',
    message: 'A test runs always, or is not there.',
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: 'A test runs always, or is not there.',
  },
];

const noEnum = [{ selector: 'TSEnumDeclaration', message: 'String-literal unions, with a CHECK in the database.' }];

/** Counting is exact: whole numbers, compared by multiplying, on what was handed in and nothing else. */
const exactAndPure = [
  {
    selector: "BinaryExpression[operator='/']",
    message: 'No division: compare part × denominator with whole × numerator.',
  },
  { selector: "AssignmentExpression[operator='/=']", message: 'No division in the rules.' },
  { selector: "CallExpression[callee.name='parseFloat']", message: 'No floats in the rules.' },
  { selector: "MemberExpression[property.name='parseFloat']", message: 'No floats in the rules.' },
  {
    selector: 'MemberExpression[property.name=/^(toFixed|toPrecision|toLocaleString)$/]',
    message: 'Display is not the rules’ business.',
  },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'No chance in the rules.' },
  { selector: "NewExpression[callee.name='Date']", message: 'No clock in the rules: a day is text, handed in.' },
  { selector: "MemberExpression[object.name='Date']", message: 'No clock in the rules.' },
  {
    selector: 'ImportDeclaration:not([source.value=/^\\.\\.?\\//])',
    message: 'The rules import nothing but themselves.',
  },
  { selector: 'ImportExpression', message: 'The rules import nothing but themselves.' },
];

const specs = ['**/*.spec.{ts,tsx}', '**/test/**', 'e2e/**'];
const backEnd = ['apps/api/src/**/*.ts'];
const frontEnds = ['apps/{mini,office}/src/**/*.{ts,tsx}'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.cache/',
      '.data/',
      '**/coverage/',
      '**/reports/',
      'packages/contracts/src/schema.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-debugger': 'error',
      'no-else-return': 'error',
      'no-unreachable': 'error',
      'no-self-compare': 'error',
      'no-loss-of-precision': 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 7 }],
      complexity: ['error', { max: 22 }],
      'no-restricted-syntax': ['error', ...noEnum],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['**/*.tsx'],
    // A component's function is mostly its markup.
    rules: { 'max-lines-per-function': ['error', { max: 200, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['**/*.{cjs,mjs,js}', 'apps/mini/{config,harness}/**'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },

  // Who reads the environment.
  {
    files: ['{apps,packages}/*/src/**'],
    ignores: ['apps/api/src/config/**', 'apps/mini/src/platform/**', 'apps/mini/src/**/*.config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config/ reads the environment.' },
      ],
    },
  },

  // Where Chinese text stands.
  {
    files: [...backEnd, ...frontEnds],
    ignores: ['**/copy/**', '**/*.refusals.ts', 'apps/api/src/database/seeds/**', ...specs],
    rules: { 'no-restricted-syntax': ['error', ...noEnum, ...noChinese] },
  },

  // The law as pure functions.
  {
    files: ['packages/rules/src/**'],
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', ...noEnum, ...exactAndPure] },
  },

  // A forgotten await in the back end or in a tool is a lost write.
  {
    files: [...backEnd, 'tools/**/*.ts'],
    ignores: specs,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },

  {
    files: frontEnds,
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },

  // Texts, tables of the schema and tests may be as long as they need.
  {
    files: ['**/copy/**', '**/migrations/**', '**/seeds/**', ...specs],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', complexity: 'off' },
  },
  { files: specs, rules: { 'no-restricted-syntax': ['error', ...noEnum, ...noFocusedTests] } },
);

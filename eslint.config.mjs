import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import { arrowRules } from './scripts/lint-arrows.mjs';

const WRITE_NUMBERS = 'Numbers are written in one place: use domain/context/format-number.ts, domain/ranking/show-number.ts or, for exports, domain/ranking/number-cells.ts.';
/** Every number reaches a screen or an export through one place, so that all of them are rounded and worded alike. */
const numberRules = [
  { selector: 'CallExpression[callee.property.name=/^(toFixed|toPrecision|toLocaleString)$/]', message: WRITE_NUMBERS },
  { selector: ':matches(NewExpression, CallExpression)[callee.object.name="Intl"][callee.property.name="NumberFormat"]', message: WRITE_NUMBERS },
];

export default tseslint.config(
  { ignores: ['build/', 'node_modules/', 'dist/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['scripts/**', 'bench/**', 'local/**', 'test/**', '*.mjs', '*.cjs'], rules: { 'no-console': 'off' }, languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', fetch: 'readonly', setTimeout: 'readonly' } } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' }, languageOptions: { globals: { require: 'readonly', module: 'writable', __dirname: 'readonly' } } },
  {
    files: ['static/**/*.{ts,tsx}', 'local/shell/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: { ...jsxA11y.configs.recommended.rules, 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['src/**', 'static/**'], rules: { 'no-restricted-syntax': ['error', ...numberRules] } },
  {
    files: ['src/domain/**'],
    rules: {
      'no-restricted-globals': ['error',
        { name: 'fetch', message: 'The domain knows no network: take what it returned as an argument.' },
        { name: 'window', message: 'The domain knows no browser: take what you need as an argument.' },
        { name: 'document', message: 'The domain knows no browser: take what you need as an argument.' },
        { name: 'process', message: 'The domain knows no process: take what you need as an argument.' },
      ],
      'no-restricted-syntax': ['error', ...numberRules,
        { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'The domain knows no clock: take the date as an argument.' },
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The domain knows no clock: take the date as an argument.' },
        { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'The domain throws no dice: take a seeded generator as an argument.' },
      ],
    },
  },
  { files: ['src/domain/context/format-number.ts'], rules: { 'no-restricted-syntax': 'off' } },
  ...arrowRules,
);

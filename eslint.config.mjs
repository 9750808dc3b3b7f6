import { defineConfig, globalIgnores } from 'eslint/config';
import tsPlugin from '@typescript-eslint/eslint-plugin';
import tsParser from '@typescript-eslint/parser';
import grafanaConfig from './.config/eslint.config.mjs';

const browser = ['src/**/*.{ts,tsx}'];
const sdk = ['sdk/src/**/*.ts'];
const server = ['pkg/**/*.ts'];
const around = ['scripts/**/*.ts', 'tests/**/*.ts', 'bench/**/*.ts', 'demo/**/*.ts', '*.config.ts'];
const tests = ['**/*.test.{ts,tsx}', '**/*.spec.ts', 'tests/**', '**/testing/**'];

/** Time and environment come in through a clock and a config, so that every decision can be tested and repeated. */
const clockOnly = {
  object: 'Date',
  property: 'now',
  message: 'Take a Clock (pkg/lib/Clock.ts) or the time as an argument.',
};
const configOnly = {
  object: 'process',
  property: 'env',
  message: 'Read settings through pkg/config; take what is needed as an argument.',
};

export default defineConfig([
  globalIgnores([
    'dist/',
    'sdk/dist/',
    'coverage/',
    '.config/',
    '.seamark/',
    '**/generated/',
    'test-results/',
    'playwright-report/',
  ]),
  ...grafanaConfig,
  {
    name: 'seamark/every TypeScript file',
    files: [...browser, ...sdk, ...server, ...around],
    plugins: { '@typescript-eslint': tsPlugin },
    languageOptions: { parser: tsParser },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/array-type': 'off',
      'max-lines': ['error', { max: 300 }],
      // A schema and the type derived from it share one name on purpose; TypeScript itself refuses real doubles.
      'no-redeclare': 'off',
      eqeqeq: ['error', 'always'],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    name: 'seamark/what the product runs',
    files: [...browser, ...sdk, ...server],
    ignores: tests,
    rules: {
      'no-console': 'error',
      'no-restricted-properties': ['error', clockOnly, configOnly],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clockOnly.message },
      ],
    },
  },
  {
    name: 'seamark/only src/api talks to the backend',
    files: browser,
    ignores: ['src/api/**', ...tests],
    rules: {
      'no-restricted-imports': [
        'error',
        // Grafana's own, which this would replace.
        { name: 'moment' },
        {
          name: '@grafana/runtime',
          importNames: ['getBackendSrv'],
          message: 'Call routes through src/api: one place knows how a call is made and how its errors read.',
        },
      ],
    },
  },
  {
    name: 'seamark/where time and environment come from',
    files: ['pkg/lib/**/*.ts', 'pkg/config/**/*.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    name: 'seamark/promises of the browser half',
    files: browser,
    // The contract is checked with the server half, whose compiler is the stricter one.
    ignores: ['src/contract/**'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    name: 'seamark/promises of the server half',
    files: [...server, 'src/contract/**/*.ts'],
    languageOptions: { parserOptions: { project: './pkg/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-deprecated': 'error',
    },
  },
  {
    name: 'seamark/promises of the browser package',
    files: sdk,
    languageOptions: { parserOptions: { project: './sdk/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    name: 'seamark/no React here',
    files: [...sdk, ...server, ...around, 'src/contract/**/*.ts'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
]);

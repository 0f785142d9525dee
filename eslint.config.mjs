import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const NODE_GLOBALS = [
  'process',
  'Buffer',
  'console',
  'performance',
  'fetch',
  'URL',
  'AbortSignal',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
];

// A later block replaces a rule's whole list, so the house's own entries are kept here to be repeated.
const HOUSE_SYNTAX = [
  {
    selector: 'TSEnumDeclaration',
    message:
      "Write a union of string literals ('draft' | 'in_review') instead of an enum: it needs no code at run time and reads the same in JSON and in MongoDB.",
  },
  {
    selector: 'ExportAllDeclaration',
    message:
      'Import each thing from the file that defines it. A barrel (export * from) hides who depends on whom and pulls in code that nobody asked for.',
  },
  {
    selector: 'ClassDeclaration:not([superClass.name=/Error$/]), ClassExpression',
    message:
      'Write functions over plain data. Only errors are classes here, because instanceof is how they are told apart.',
  },
];

const PURE_SYNTAX = [
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now'], CallExpression[callee.object.name='performance'], MemberExpression[object.name='Temporal'][property.name='Now']",
    message:
      'The domain has no clock: take now as a parameter, so that every rule about time can be tested at any instant.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The domain has no chance: the same input must always give the same decision.',
  },
];

const BROWSER_TOO =
  'The domain runs in the browser and on the server alike: take what you need as a parameter.';

export default defineConfig(
  globalIgnores([
    '.next/',
    '.standfirst/',
    'next-env.d.ts',
    'src/payload-types.ts',
    'src/app/(payload)/admin/importMap.ts',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // React ignores what an event handler returns, so an async onClick is no trap.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Payload's hooks and access functions are typed as async whether or not they wait.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: false },
      ],
      'no-restricted-syntax': ['error', ...HOUSE_SYNTAX],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message:
            'Only src/environment.ts reads process.env, where each setting is validated and named. Take the value as a parameter.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'node:process',
              importNames: ['env'],
              message: 'Only src/environment.ts reads the environment.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/domain/**'],
    rules: {
      'no-restricted-syntax': ['error', ...HOUSE_SYNTAX, ...PURE_SYNTAX],
      'no-restricted-globals': [
        'error',
        ...['process', 'Buffer', 'global', 'window', 'document', 'fetch', 'setTimeout'].map(
          (name) => ({ name, message: BROWSER_TOO }),
        ),
      ],
    },
  },
  {
    files: ['src/admin/**/*.{ts,tsx}', 'src/app/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ['src/environment.ts', 'bin/**', 'tests/**', '*.config.*'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
  {
    // What an HTTP answer holds is what the test is about to find out: a wrong guess fails it.
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])),
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      globals: { module: 'readonly', require: 'readonly', __dirname: 'readonly' },
    },
  },
);

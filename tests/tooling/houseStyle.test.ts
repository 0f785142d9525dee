import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

// Each file breaks one rule, once; [file, source, rule, words of the message that teaches].
const FORBIDDEN: [file: string, source: string, rule: string, teaches: string][] = [
  [
    'src/cms/floating.ts',
    'export function save() {\n  Promise.resolve(1);\n}\n',
    '@typescript-eslint/no-floating-promises',
    'awaited',
  ],
  [
    'src/cms/misused.ts',
    'export const run = (work: () => Promise<void>) => [1].forEach(work);\n',
    '@typescript-eslint/no-misused-promises',
    'void',
  ],
  [
    'src/domain/switch.ts',
    "export function say(stage: 'draft' | 'live') {\n  switch (stage) {\n    case 'draft':\n      return 1;\n  }\n  return 0;\n}\n",
    '@typescript-eslint/switch-exhaustiveness-check',
    'live',
  ],
  [
    'src/cms/typeImport.ts',
    "import { Stats } from 'node:fs';\nexport type Mine = Stats;\n",
    '@typescript-eslint/consistent-type-imports',
    'import type',
  ],
  ['src/cms/any.ts', 'export type Anything = any;\n', '@typescript-eslint/no-explicit-any', 'any'],
  [
    'src/cms/enum.ts',
    "export enum Stage {\n  Draft = 'draft',\n}\n",
    'no-restricted-syntax',
    'union of string literals',
  ],
  [
    'src/cms/barrel.ts',
    "export * from './enum';\n",
    'no-restricted-syntax',
    'the file that defines it',
  ],
  [
    'src/cms/class.ts',
    'export class ArticleService {}\n',
    'no-restricted-syntax',
    'Write functions',
  ],
  [
    'src/cms/env.ts',
    'export const port = process.env.PORT;\n',
    'no-restricted-properties',
    'src/environment.ts',
  ],
  [
    'seed/env.ts',
    'const { env } = process;\nexport const port = env.PORT;\n',
    'no-restricted-properties',
    'src/environment.ts',
  ],
  [
    'bench/env.ts',
    "import { env } from 'node:process';\nexport const port = env.PORT;\n",
    'no-restricted-imports',
    'src/environment.ts',
  ],
  [
    'src/domain/clock.ts',
    'export const today = () => new Date();\n',
    'no-restricted-syntax',
    'now as a parameter',
  ],
  [
    'src/domain/clock2.ts',
    'export const now = () => Date.now();\n',
    'no-restricted-syntax',
    'now as a parameter',
  ],
  [
    'src/domain/chance.ts',
    'export const dice = () => Math.random();\n',
    'no-restricted-syntax',
    'same input',
  ],
  [
    'src/domain/enum.ts',
    "export enum Stage {\n  Draft = 'draft',\n}\n",
    'no-restricted-syntax',
    'union of string literals',
  ],
  [
    'src/domain/browser.ts',
    'export const size = (text: string) => Buffer.from(text).length;\n',
    'no-restricted-globals',
    'in the browser',
  ],
  [
    'src/admin/Conditional.tsx',
    "import { useState } from 'react';\nexport function Bar({ isOpen }: { isOpen: boolean }) {\n  if (isOpen) useState(1);\n  return null;\n}\n",
    'react-hooks/rules-of-hooks',
    'conditionally',
  ],
];

const ALLOWED: Record<string, string> = {
  'src/environment.ts': 'export const port = process.env.PORT;\n',
  'tests/env.ts': 'export const port = process.env.PORT;\n',
  'bin/env.mjs': 'export const port = process.env.PORT;\n',
  'next.config.mjs': 'export default { port: process.env.PORT };\n',
  'src/domain/given.ts': 'export const year = (now: number) => new Date(now).getUTCFullYear();\n',
  'src/actions/DomainError.ts': 'export class DomainError extends Error {}\n',
  'src/cms/clock.ts': 'export const now = () => Date.now();\n',
  'src/domain/all.ts':
    "export function say(stage: 'draft' | 'live') {\n  switch (stage) {\n    case 'draft':\n      return 1;\n    case 'live':\n      return 2;\n  }\n}\n",
};

describe('the house style', { timeout: 120_000 }, () => {
  let tree: string;
  let results: ESLint.LintResult[];

  beforeAll(async () => {
    tree = await mkdtemp(join(tmpdir(), 'standfirst-style-'));
    await cp(join(ROOT, 'tsconfig.json'), join(tree, 'tsconfig.json'));
    await symlink(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
    const files = [
      ...FORBIDDEN.map(([file, source]) => [file, source]),
      ...Object.entries(ALLOWED),
    ];
    for (const [file = '', source = ''] of files) {
      await mkdir(dirname(join(tree, file)), { recursive: true });
      await writeFile(join(tree, file), source);
    }
    const eslint = new ESLint({ cwd: tree, overrideConfigFile: join(ROOT, 'eslint.config.mjs') });
    results = await eslint.lintFiles(['.']);
  }, 120_000);

  afterAll(() => rm(tree, { recursive: true, force: true }));

  const messagesOf = (file: string) =>
    results.find(({ filePath }) => filePath === join(tree, file))?.messages;

  test.each(FORBIDDEN)('finds %s', (file, _source, rule, teaches) => {
    expect(messagesOf(file)).toEqual([
      expect.objectContaining({
        ruleId: rule,
        message: expect.stringContaining(teaches) as string,
      }),
    ]);
  });

  test.each(Object.keys(ALLOWED))('lets %s be', (file) => {
    expect(messagesOf(file)).toEqual([]);
  });
});

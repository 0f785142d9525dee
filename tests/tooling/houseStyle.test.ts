import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

// Each file breaks one rule, once; [file, source, rule, words of the message that teaches].
const FORBIDDEN: [file: string, source: string, rule: string, teaches: string][] = [
  [
    'src/cms/floating.ts',
    'export function save() {\n  Promise.resolve(1);\n}\n',
    'typescript(no-floating-promises)',
    'awaited',
  ],
  [
    'src/cms/misused.ts',
    'export const run = (work: () => Promise<void>) => [1].forEach(work);\n',
    'typescript(no-misused-promises)',
    'void',
  ],
  [
    'src/domain/switch.ts',
    "export function say(stage: 'draft' | 'live') {\n  switch (stage) {\n    case 'draft':\n      return 1;\n  }\n  return 0;\n}\n",
    'typescript(switch-exhaustiveness-check)',
    'live',
  ],
  [
    'src/cms/typeImport.ts',
    "import { Stats } from 'node:fs';\nexport type Mine = Stats;\n",
    'typescript(consistent-type-imports)',
    'import type',
  ],
  ['src/cms/any.ts', 'export type Anything = any;\n', 'typescript(no-explicit-any)', 'any'],
  [
    'src/cms/enum.ts',
    "export enum Stage {\n  Draft = 'draft',\n}\n",
    'house(syntax)',
    'union of string literals',
  ],
  ['src/cms/barrel.ts', "export * from './enum';\n", 'house(syntax)', 'the file that defines it'],
  ['src/cms/class.ts', 'export class ArticleService {}\n', 'house(syntax)', 'Write functions'],
  [
    'src/cms/env.ts',
    'export const port = process.env.PORT;\n',
    'eslint(no-restricted-properties)',
    'src/environment.ts',
  ],
  [
    'seed/env.ts',
    'const { env } = process;\nexport const port = env.PORT;\n',
    'eslint(no-restricted-properties)',
    'src/environment.ts',
  ],
  [
    'bench/env.ts',
    "import { env } from 'node:process';\nexport const port = env.PORT;\n",
    'eslint(no-restricted-imports)',
    'src/environment.ts',
  ],
  [
    'src/domain/clock.ts',
    'export const today = () => new Date();\n',
    'house(pure)',
    'now as a parameter',
  ],
  [
    'src/domain/clock2.ts',
    'export const now = () => Date.now();\n',
    'house(pure)',
    'now as a parameter',
  ],
  [
    'src/domain/chance.ts',
    'export const dice = () => Math.random();\n',
    'house(pure)',
    'same input',
  ],
  [
    'src/domain/enum.ts',
    "export enum Stage {\n  Draft = 'draft',\n}\n",
    'house(syntax)',
    'union of string literals',
  ],
  [
    'src/domain/browser.ts',
    'export const size = (text: string) => Buffer.from(text).length;\n',
    'eslint(no-restricted-globals)',
    'in the browser',
  ],
  [
    'src/admin/Conditional.tsx',
    "import { useState } from 'react';\nexport function Bar({ isOpen }: { isOpen: boolean }) {\n  if (isOpen) useState(1);\n  return null;\n}\n",
    'react-hooks(rules-of-hooks)',
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

interface Diagnostic {
  filename: string;
  code: string;
  message: string;
  help?: string;
}

describe('the house style', { timeout: 120_000 }, () => {
  let tree: string;
  let diagnostics: Diagnostic[];

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
    for (const file of ['.oxlintrc.json', 'bin/houseRules.mjs'])
      await cp(join(ROOT, file), join(tree, file));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '--format', 'json', '.'],
      { cwd: tree },
    ).catch((error: { stdout: string }) => error); // findings make it exit with an error code
    ({ diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] });
  }, 120_000);

  afterAll(() => rm(tree, { recursive: true, force: true }));

  const messagesOf = (file: string) => diagnostics.filter(({ filename }) => filename === file);

  test.each(FORBIDDEN)('finds %s', (file, _source, rule, teaches) => {
    const messages = messagesOf(file);
    expect(messages.map(({ code }) => code)).toEqual([rule]);
    expect(messages.map(({ message, help }) => `${message} ${help}`).join()).toContain(teaches);
  });

  test.each(Object.keys(ALLOWED))('lets %s be', (file) => {
    expect(messagesOf(file)).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Field } from 'payload';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { english } from '../src/admin/words/english';
import { german } from '../src/admin/words/german';
import { germanLabels } from '../src/cms/words/germanLabels';
import { withGerman } from '../src/cms/words/withGerman';

const ROOT = path.resolve(import.meta.dirname, '..');

type Words = Record<string, Record<string, string>>;
const keysOf = (words: Words) =>
  Object.entries(words).flatMap(([group, texts]) => Object.keys(texts).map((k) => `${group}:${k}`));
const textOf = (words: Words, key: string) => {
  const [group = '', name = ''] = key.split(':');
  return words[group]?.[name] ?? '';
};
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

describe('the panel’s own texts', () => {
  const keys = keysOf(english);

  it('have the same keys in both languages', () => {
    expect(keysOf(german)).toEqual(keys);
    expect(keys.length).toBeGreaterThan(150);
  });

  it('are written in both, with the same values filled in', () => {
    for (const key of keys) {
      expect(textOf(german, key).trim(), key).not.toBe('');
      expect(placeholders(textOf(german, key)), key).toEqual(placeholders(textOf(english, key)));
    }
  });

  it('come in both forms or in none', () => {
    const stems = keys.flatMap((key) => /^(.*)_(?:one|other)$/.exec(key)?.[1] ?? []);
    for (const stem of stems)
      expect(keys).toEqual(expect.arrayContaining([`${stem}_one`, `${stem}_other`]));
  });
});

/** Every text of a collection that the panel shows: labels, help texts, options, groups, tabs. */
function shownTexts(config: {
  fields: Field[];
  admin?: unknown;
  [key: string]: unknown;
}): string[] {
  const texts: unknown[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (typeof value !== 'object' || value === null) return;
    const { label, labels, fields, tabs, options, admin } = value as Record<string, unknown>;
    const { hidden, group, description } = (admin ?? {}) as Record<string, unknown>;
    if (hidden) return;
    const { singular, plural } = (labels ?? {}) as Record<string, unknown>;
    texts.push(label, singular, plural, group, description);
    [fields, tabs, options].forEach(walk);
  };
  walk(config);
  return texts.filter((text) => typeof text === 'string');
}

describe('the labels of the collections', async () => {
  const files = readdirSync(path.join(ROOT, 'collections'));
  const configs = (
    await Promise.all(
      files.map(async (file) =>
        Object.values((await import(path.join(ROOT, 'collections', file))) as object),
      ),
    )
  )
    .flat()
    .filter((config: { slug?: string }) => config.slug);

  it('are found where they are', () => {
    expect(configs.length).toBeGreaterThan(10);
    const articles = configs.find(({ slug }: { slug: string }) => slug === 'articles');
    expect(shownTexts(articles)).toContain('What the story says, in one line.');
  });

  it('have their German: write it into src/cms/words/germanLabels.ts', () => {
    // What withGerman could not translate is still a plain string.
    const missing = configs.flatMap((config) => shownTexts(withGerman(config)));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('are no longer kept where nothing is called so any more', () => {
    const used = JSON.stringify(configs.map((config) => withGerman(config)));
    const unused = Object.entries(germanLabels).filter(
      ([text, translation]) => !used.includes(JSON.stringify({ en: text, de: translation })),
    );
    expect(unused.map(([text]) => text)).toEqual([]);
  });
});

/** Folders whose components speak by `say` alone. */
const SPEAKING = ['desk', 'notices', 'search', 'workflow'];
const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'label', 'alt'];

function bareTexts(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text)) found.push(node.text.trim());
    if (
      ts.isJsxAttribute(node) &&
      ATTRIBUTES.includes(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      /\p{L}{2}/u.test(node.initializer.text)
    )
      found.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('the panel’s components', () => {
  const files = SPEAKING.flatMap((folder) =>
    readdirSync(path.join(ROOT, 'src/admin', folder))
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => path.join(ROOT, 'src/admin', folder, name)),
  );

  it('write no text of their own', () => {
    expect(files.length).toBeGreaterThan(15);
    const bare = files.flatMap((file) =>
      bareTexts(file).map((text) => `${path.relative(ROOT, file)}: ${text}`),
    );
    // A key is called the same in every language.
    expect(bare.filter((text) => !text.endsWith(': Ctrl K'))).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Field } from 'payload';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { english } from '../src/admin/words/english';
import { german } from '../src/admin/words/german';
import { storyBlocks } from '../src/cms/fields/storyEditor';
import { germanLabels } from '../src/cms/words/germanLabels';
import { inGerman } from '../src/cms/words/inGerman';
import { withGerman } from '../src/cms/words/withGerman';
import { concernedBy } from '../src/domain/workflow/concernedBy';
import { actionTable } from '../src/domain/workflow/actionTable';

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
    .filter((config: { slug?: string }) => config.slug)
    .concat(storyBlocks);

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

/** Where the server's sentences arise. */
const SPEAKING = ['collections', 'src/actions', 'src/cms', 'src/domain', 'src/files'];

/** German itself, what has its words in both languages beside it, and what only operators and developers read. */
const NO_SENTENCES =
  /^words\/|^workflow\/actions\/|\/(?:orderFigures|editionFields|otherFields)\.ts$/;

/**
 * The sentences in a file, each with something in the places that are filled in. What only developers
 * and operators can meet is no sentence of ours: an error, a line of the log.
 */
function serverSentences(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isForPrograms(node)) return;
    if (ts.isCallExpression(node) && /\blog(ger)?\b/.test(node.expression.getText())) return;
    const text = textOfExpression(node);
    // A fragment goes into another sentence, for whoever writes programs.
    if (text !== null && /^\P{L}*\p{Lu}.*\p{L}{2} [\p{L}“].*[.!?”]$/su.test(text)) found.push(text);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A string, or one that is put together from several; null for anything else. */
function textOfExpression(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isBinaryExpression(node)) {
    const left = textOfExpression(node.left);
    const right = textOfExpression(node.right);
    return left === null || right === null ? null : left + right;
  }
  if (!ts.isTemplateExpression(node)) return null;
  // A placeholder that holds a whole clause is filled with nothing, as it may be.
  const filled = node.templateSpans.map(({ expression, literal }) => {
    const value = ts.isConditionalExpression(expression)
      ? ''
      : (FILLED[expression.getText()] ?? 'X');
    return `${value}${literal.text}`;
  });
  return `${node.head.text}${filled.join('')}`;
}

/** What stands in a place that is more than a name. */
const FILLED: Readonly<Record<string, string>> = {
  where: 'In X',
  shown: '“X”',
  source: 'headline',
};

describe('the sentences of the server', () => {
  const files = SPEAKING.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !NO_SENTENCES.test(name))
      .map((name) => path.join(ROOT, folder, name)),
  );
  const sentences = [...new Set(files.flatMap(serverSentences))].filter(
    (text) => !(text in germanLabels),
  );

  it('have their German: write it into src/cms/words/germanMessages.ts', () => {
    expect(sentences.length).toBeGreaterThan(80);
    expect(sentences.filter((sentence) => inGerman(sentence) === sentence)).toEqual([]);
  });

  it('tell of every action that concerns others', () => {
    const verbs = actionTable.flatMap((action) => {
      const article = { ownedBy: ['writer'], submittedBy: null };
      return concernedBy({ action, article, editors: ['editor'], actor: null })?.verb ?? [];
    });
    expect(verbs.length).toBeGreaterThan(5);
    for (const verb of verbs) expect(inGerman(`X ${verb} “Y”. “Z”`)).toMatch(/^X .*„Y“.* „Z“$/);
  });

  it('leave what people wrote as it is', () => {
    expect(inGerman('Ida put on hold “live”. “approved”')).toBe(
      'Ida hat gesperrt: „live“. „approved“',
    );
  });

  it('are filled in with German phrases where these are ours', () => {
    expect(
      inGerman(
        'In section “Tides”, “It rose” is not what was said: the text says “rose” where the record says “fell”, the record does not have “very”. Put the text right, or the record if the source says so.',
      ),
    ).toBe(
      'In Abschnitt „Tides“ ist „It rose“ nicht das, was gesagt wurde: der Text sagt „rose“, wo die Erfassung „fell“ sagt, die Erfassung hat „very“ nicht. Berichtigen Sie den Text, oder die Erfassung, wenn die Quelle es so sagt.',
    );
    expect(
      inGerman(
        'Still to put right: The headline is empty: write one. In the lead, no quote records “Yes. And no.”: accept the proposal in the section, or dismiss it.',
      ),
    ).toBe(
      'Noch in Ordnung zu bringen: Die Überschrift ist leer: Schreiben Sie eine. In Einstieg ist für „Yes. And no.“ kein Zitat erfasst: Nehmen Sie den Vorschlag an, oder verwerfen Sie ihn.',
    );
    expect(inGerman('bridge.xml, item 2: It is of type “picture”, not text.')).toBe(
      'bridge.xml, Eintrag 2: Es ist vom Typ „picture“, nicht Text.',
    );
    expect(
      inGerman(
        'My story.md: It is empty. Put the headline on the first line and the paragraphs below it.',
      ),
    ).toMatch(/^My story\.md: Die Datei ist leer\. In die erste Zeile gehört/);
    expect(inGerman('Words that a person wrote. Nobody else’s.')).toBe(
      'Words that a person wrote. Nobody else’s.',
    );
  });
});

/** What a text is written in, if it is not words of our own for a program. */
const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'label', 'alt', 'hint'];
/** A key and the newsroom's system are called the same in every language. */
const NO_WORDS =
  /\b(Ctrl|Alt|Esc|Escape|Enter|Tab|Arrow\p{L}+|Home|End|Control|Meta|Shift|Delete|Backspace)\b|https:\/\/|^Standfirst$/gu;

/** Texts that stand in a file of the panel itself, and so are in English in every language. */
function bareTexts(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const visit = (node: ts.Node, isShown: boolean): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isForPrograms(node)) return;
    const isAttribute = ts.isJsxAttribute(node);
    const shown = isAttribute ? ATTRIBUTES.includes(node.name.getText()) : isShown;
    if (ts.isJsxText(node) || isPiece(node)) {
      const text = node.text.replace(NO_WORDS, '').trim();
      const isSentence =
        /^\P{L}*\p{Lu}.*\p{L}{2}[\s,.:]+\p{L}{2}/su.test(text) ||
        (ts.isStringLiteralLike(node) && /^\p{Lu}\p{Ll}{2,}$/u.test(text));
      const isWord = /\p{L}{2}/u.test(text);
      const isCode = /^[a-z][\w-]*$|^[a-zA-Z]+:\w+$/.test(text);
      if (ts.isJsxText(node) ? isWord : isSentence || (shown && isWord && !isCode))
        found.push(text);
    }
    // What stands between tags is shown; what a function is called with there is not.
    const isChild = ts.isJsxElement(node) || ts.isJsxFragment(node);
    const isPassing =
      ts.isJsxExpression(node) || ts.isConditionalExpression(node) || isJoined(node);
    ts.forEachChild(node, (child) =>
      visit(child, isChild || ((isAttribute || isPassing) && shown)),
    );
  };
  visit(source, false);
  return found;
}

/** A string, or a piece of one that is put together. */
function isPiece(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  );
}

function isJoined(node: ts.Node): boolean {
  return ts.isTemplateExpression(node) || ts.isTemplateSpan(node) || ts.isBinaryExpression(node);
}

/** The message of an error that is a fault of our own. */
function isForPrograms(node: ts.Node): boolean {
  return ts.isNewExpression(node) && /(?<!GraphQL)Error$/.test(node.expression.getText());
}

describe('the panel’s components', () => {
  const admin = path.join(ROOT, 'src/admin');
  const files = readdirSync(admin, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('words/'))
    .map((name) => path.join(admin, name));

  it('write no text of their own: it belongs into src/admin/words', () => {
    expect(files.length).toBeGreaterThan(100);
    const bare = files.flatMap((file) =>
      bareTexts(file).map((text) => `${path.relative(ROOT, file)}: ${text}`),
    );
    expect(bare).toEqual([]);
  });
});

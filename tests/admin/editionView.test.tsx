import { t } from '@payloadcms/translations';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { DiffView } from '../../src/admin/edition/DiffView';
import { EditionView } from '../../src/admin/edition/EditionView';
import { english } from '../../src/admin/words/english';
import { german } from '../../src/admin/words/german';
import type { Say } from '../../src/admin/words/useWords';
import { diffEditions, isSameEdition } from '../../src/domain/edition/diffEditions';
import { FORMAT, type EditionContent } from '../../src/domain/edition/EditionContent';
import type { EditionField } from '../../src/domain/edition/EditionField';
import { fieldsOf, type EditionPart } from '../../src/domain/edition/editionFields';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import type { RichText, RichTextNode } from '../../src/domain/richText/RichText';
import { anyBody, wordsIn } from '../domain/richText/bodies';

type Held = Record<string, unknown>;

const sayIn =
  (words: object): Say =>
  (key, vars) =>
    t({ key: `standfirst:${key}`, translations: { standfirst: words } as never, vars: vars ?? {} });
const inEnglish = { say: sayIn(english), language: 'en' };
const articles = { related: 'A related headline', linked: 'A headline that is linked to' };

/** Of every type another value, and the words that a reader of the panel finds for it. */
function valueOf(field: EditionField, path: string, word: string): unknown {
  switch (field.type) {
    case 'number':
      return 1000 + path.length * 7 + word.length;
    case 'language':
      return word === 'new' ? 'fr' : 'de';
    case 'day':
      return word === 'new' ? '2030-06-03' : '2029-05-02';
    case 'instant':
      return word === 'new' ? '2034-06-03T10:00:00.000Z' : '2033-05-02T10:00:00.000Z';
    case 'address':
      return `https://example.org/${word}/${path}`;
    case 'body':
      return lexicalFromParagraphs([`${word} words of ${path}`]);
    case 'files':
      return { large: { url: `/files/${word}-${path}.jpg`, width: 640, height: 480 } };
    case 'group':
      return filled(field.fields, path, word);
    case 'one':
      return filled(fieldsOf(field.of as EditionPart), path, word);
    case 'many':
      return [filled(fieldsOf(field.of as EditionPart), path, word)];
    case 'ids':
      return ['related'];
    default:
      return `${word} ${path}`;
  }
}

function filled(
  fields: Readonly<Record<string, EditionField>>,
  path: string,
  word: string,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      valueOf(field, [path, name].filter(Boolean).join('-'), word),
    ]),
  );
}

/** An edition in which every declared field has a value that tells it from all others. */
function filledEdition(): EditionContent {
  const content = {
    ...filled(fieldsOf('article'), '', 'old'),
    format: FORMAT,
  } as EditionContent;
  const [section, person, quote, image] = [
    content.sections[0]!,
    content.people[0]!,
    content.quotes[0]!,
    content.images[0]!,
  ];
  section.quotes = [quote.id];
  section.people = [person.id];
  quote.speaker!.personId = person.id;
  section.body!.root.children.push(node('upload', { relationTo: 'media', value: image.id }));
  return content;
}

interface Leaf {
  /** Keys and indexes from the top. */
  way: (string | number)[];
  field: EditionField;
}

/** Every field that holds a value of its own; ids say nothing to people. */
function leavesOf(
  fields: Readonly<Record<string, EditionField>>,
  way: (string | number)[] = [],
): Leaf[] {
  return Object.entries(fields).flatMap(([name, field]): Leaf[] => {
    const here = [...way, name];
    switch (field.type) {
      case 'id':
        return [];
      case 'group':
        return leavesOf(field.fields, here);
      case 'one':
        return leavesOf(fieldsOf(field.of as EditionPart), here);
      case 'many':
        return leavesOf(fieldsOf(field.of as EditionPart), [...here, 0]);
      default:
        return [{ way: here, field }];
    }
  });
}

const leaves = leavesOf(fieldsOf('article'));
const nameOf = ({ way }: Leaf) => way.join('.');

function get(content: object, way: Leaf['way']): unknown {
  return way.reduce<unknown>((held, key) => (held as Held)[key], content);
}

function set(content: object, way: Leaf['way'], value: unknown): void {
  const holder = get(content, way.slice(0, -1)) as Held;
  holder[way.at(-1) as string] = value;
}

/** What is to be read of a value. */
function wordsFor({ field }: Leaf, value: unknown, content: EditionContent): string {
  const [person] = content.people;
  if (person && value === person.id) return person.name;
  switch (field.type) {
    case 'language':
      return value === 'fr' ? 'French' : 'German';
    case 'day':
    case 'instant':
      return (value as string).slice(0, 4);
    case 'body':
      return (value as RichText).root.children.length > 0 ? 'words of' : '';
    case 'files':
      return (value as Record<string, { url: string }>).large!.url;
    case 'ids': {
      const [id] = value as string[];
      if (id === 'related') return articles.related;
      return id === content.quotes[0]?.id ? content.quotes[0]!.text : content.people[0]!.name;
    }
    default:
      return String(value);
  }
}

function viewOf(content: EditionContent, words = inEnglish): string {
  return renderToStaticMarkup(<EditionView content={content} articles={articles} {...words} />);
}

function comparisonOf(before: EditionContent, after: EditionContent, words = inEnglish): string {
  const diff = diffEditions(before, after);
  return renderToStaticMarkup(<DiffView compared={{ before, after, diff, articles }} {...words} />);
}

/** What is to be read, without what it looks like. */
const readable = (html: string) => html.replace(/<[^>]+>/g, '');

function node(type: string, more: object = {}): RichTextNode {
  return { type, version: 1, ...more };
}
const text = (words: string, format = 0) => node('text', { text: words, format });
const paragraph = (...children: RichTextNode[]) => node('paragraph', { children });
const link = (fields: object, words: string) => node('link', { fields, children: [text(words)] });

describe('the view of an approval', () => {
  const content = filledEdition();
  const shown = readable(viewOf(content));

  it.each(leaves.map((leaf) => [nameOf(leaf), leaf] as const))('shows %s', (_, leaf) => {
    const words = wordsFor(leaf, get(content, leaf.way), content);
    expect(words).not.toBe('');
    expect(shown).toContain(words);
  });

  it('walks the whole table', () => {
    expect(leaves.length).toBeGreaterThan(60);
    expect(leaves.map(nameOf)).toEqual(
      expect.arrayContaining(['webHeadline', 'quotes.0.occasion.place', 'bylines.0.person.slug']),
    );
  });

  it('says of what readers do not get as it is what they get', () => {
    const bare = { ...content, leadImage: null };
    expect(readable(viewOf(bare))).toContain(english.view.noPicture);
    expect(shown).toContain(english.view.inPicture);
    expect(shown).toContain(english.view.otherSpeaker);
    expect(shown).toContain(english.view.inLedger);
  });

  it('is in the language of the panel', () => {
    const inGerman = readable(viewOf(content, { say: sayIn(german), language: 'de' }));
    for (const words of ['Überschrift im Web', 'Erfasste Zitate', german.view.inLedger])
      expect(inGerman).toContain(words);
    expect(inGerman).not.toContain('standfirst:');
  });

  it('shows as a mark what nobody would see, and keeps the order of letters', () => {
    const hidden = { ...content, seoTitle: 'pay\u202Eyap', dateline: 'PORT\u200B' };
    const html = viewOf(hidden);
    expect(readable(html)).toContain('payU+202E switch to right-to-leftyap');
    expect(readable(html)).toContain('PORTU+200B zero-width space');
    expect(html).not.toContain('\u202E');
    const [section] = structuredClone(content.sections);
    section!.body!.root.children = [paragraph(text('stay\u200Bed'))];
    const after = { ...content, sections: [section!] };
    expect(readable(comparisonOf(content, after))).toContain('U+200B zero-width space');

    // In the titles and in the list that leads to them, too.
    const [first, ...others] = content.sections;
    const headed = { ...content, sections: [{ ...first!, heading: 'A\u202Eb' }, ...others] };
    for (const shown of [viewOf(headed), comparisonOf(content, headed)]) {
      expect(shown).not.toContain('\u202E');
      expect(readable(shown).split('U+202E').length).toBeGreaterThan(2);
    }
  });

  it('shows a text with its formatting, where its links lead, and what stands in it', () => {
    const edition = structuredClone(content);
    edition.sections[0]!.body!.root.children = [
      paragraph(
        text('bold', 1),
        text(' italic', 2),
        text('struck', 4),
        text('2', 32),
        text('3', 64),
      ),
      paragraph(
        link({ linkType: 'custom', url: 'https://minutes.example/7' }, 'the minutes'),
        link({ linkType: 'custom', url: 'javascript:alert(1)' }, 'a trap'),
        link({ linkType: 'internal', doc: { relationTo: 'articles', value: 'linked' } }, 'more'),
      ),
      node('heading', { tag: 'h3', children: [text('A heading')] }),
      node('quote', { children: [text('A block quotation')] }),
      node('list', {
        listType: 'number',
        start: 4,
        children: [node('listitem', { children: [text('The fourth')] })],
      }),
      node('horizontalrule'),
      node('block', {
        fields: { blockType: 'embed', url: 'https://video.example/1', caption: 'A film' },
      }),
      node('block', { fields: { blockType: 'pullQuote', quote: edition.quotes[0]!.id } }),
      node('block', { fields: { blockType: 'surprise', secret: 'A surprise' } }),
    ];
    const html = viewOf(edition);
    for (const part of [
      '<strong>bold</strong>',
      '<em> italic</em>',
      '<s>struck</s>',
      '<sub>2</sub>',
      '<sup>3</sup>',
      'href="https://minutes.example/7"',
      'A headline that is linked to',
      '<h5>A heading</h5>',
      'A block quotation</blockquote>',
      '>4.</span>',
      '<hr/>',
      'href="https://video.example/1"',
      'A film',
      'A surprise',
    ])
      expect(html).toContain(part);
    expect(html).toContain('javascript:alert(1)');
    expect(html).not.toContain('href="javascript');
    expect(readable(html)).toContain(english.view.noLink);
  });
});

describe('any body that can be saved', () => {
  it('is shown with all its words', () => {
    const content = filledEdition();
    fc.assert(
      fc.property(anyBody, (body) => {
        content.sections[0]!.body = body;
        const shown = readable(viewOf(content));
        for (const words of wordsIn(body)) expect(shown).toContain(escaped(words));
      }),
      { numRuns: 50 },
    );
  });

  function escaped(words: string): string {
    return readable(renderToStaticMarkup(<p>{words}</p>));
  }
});

describe('the comparison', () => {
  const before = filledEdition();

  it.each(leaves.map((leaf) => [nameOf(leaf), leaf] as const))(
    'shows a change of %s',
    (_, leaf) => {
      const after = structuredClone(before);
      const value =
        leaf.field.type === 'ids'
          ? []
          : valueOf(leaf.field, leaf.way.slice(0, -1).join('-'), 'new');
      set(after, leaf.way, value);
      const shown = readable(comparisonOf(before, after));
      expect(isSameEdition(diffEditions(before, after))).toBe(false);
      expect(shown).toContain(
        leaf.field.type === 'ids' ? english.diff.empty : wordsFor(leaf, value, after),
      );
      expect(shown).toContain(
        wordsFor(leaf, get(before, leaf.way), leaf.field.type === 'ids' ? before : after).slice(
          0,
          4,
        ),
      );
    },
  );

  it('says what was added, removed, moved and changed, and folds the rest', () => {
    const body = (...words: string[]) => lexicalFromParagraphs(words);
    const after = structuredClone(before);
    const [section] = after.sections;
    section!.body = body('One stays.', 'Two stays.', 'A new one came.', 'It was fully struck.');
    section!.body.root.children[3]!.children = [text('It was fully struck.', 4)];
    const old = structuredClone(after);
    old.sections[0]!.body = body(
      'One stays.',
      'Two stays.',
      'It was fully struck.',
      'Wholly different words went.',
    );
    const html = comparisonOf(old, after);
    const shown = readable(html);
    for (const words of [
      '2 paragraphs unchanged',
      'Paragraph · Added',
      'Paragraph · Removed',
      'Paragraph · Changed: words struck through',
    ])
      expect(shown).toContain(words);
    expect(html).toMatch(/<ins[^>]*><s>It was fully struck.<\/s><\/ins>/);
    expect(html).toMatch(/<del[^>]*>It was fully struck.<\/del>/);
  });

  it('names a changed caption of an embed as one', () => {
    const embed = (caption: string) =>
      node('block', { fields: { blockType: 'embed', url: 'https://video.example/1', caption } });
    const [old, after] = [structuredClone(before), structuredClone(before)];
    old.sections[0]!.body!.root.children = [embed('The film of the harbour')];
    after.sections[0]!.body!.root.children = [embed('An invented caption')];
    const shown = readable(comparisonOf(old, after));
    expect(shown).toContain('Embed · Changed: the caption');
    expect(shown).toContain('The film of the harbour');
    expect(shown).toContain('An invented caption');
  });

  it('shows two pictures side by side', () => {
    const after = structuredClone(before);
    after.leadImage = { ...after.leadImage!, id: 'other', url: '/files/other.jpg', sizes: {} };
    const html = comparisonOf(before, after);
    expect(html).toContain(`src="${before.leadImage!.url}"`);
    expect(html).toContain('src="/files/other.jpg"');
    expect(readable(html)).toContain(english.diff.before);
  });
});

import type { FlattenedField } from 'payload';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { PART_OF_COLLECTION, type EditionCollection } from '../../src/domain/edition/otherFields';
import { isReadersField, mayPointAtHidden } from '../../src/domain/edition/readersFields';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';

const COLLECTIONS = Object.keys(PART_OF_COLLECTION) as EditionCollection[];

let newsroom: Newsroom;
/** A document of each public collection with something in every field that can be filled. */
const full: Record<string, string> = {};

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { payload, users } = newsroom;
  const image = await payload.create({
    collection: 'media',
    data: { alt: 'A pier', caption: 'The pier', credit: 'Ada', rights: 'Ours', isPublic: true },
    file: { data: PIXEL, mimetype: 'image/png', name: 'pier.png', size: PIXEL.length },
  });
  const topic = await payload.create({
    collection: 'topics',
    data: { name: 'Sea', description: 'Water', iptcCode: '11000000' },
  });
  const person = await payload.create({
    collection: 'people',
    data: {
      name: 'Ada Fenwick',
      aliases: ['Ms Fenwick'],
      roles: [{ title: 'Keeper', organisation: 'Harbour', from: '2020-01-01', to: '2090-01-01' }],
      wikidataId: 'Q42',
      biography: 'Keeps the light.',
      portrait: image.id,
      links: [{ label: 'Her page', url: 'https://ada.example' }],
    },
  });
  const quote = await payload.create({
    collection: 'quotes',
    draft: true,
    data: {
      text: 'The light is lit.',
      kind: 'direct',
      speaker: person.id,
      speakerRole: 'Keeper',
      attribution: 'a keeper',
      occasion: { name: 'Opening', date: '2026-01-01', place: 'Hallow', medium: 'speech' },
      evidence: { url: 'https://radio.example', timecode: '00:01', passage: 'context' },
      verification: { status: 'verified', note: 'heard' },
    },
  });
  const made = await writeArticle(newsroom, {
    topics: [topic.id],
    bylines: [{ person: person.id }],
    leadImage: image.id,
    leadImageCaption: 'Lit',
    leadImageCredit: 'Ada',
    webHeadline: 'W',
    socialHeadline: 'S',
    seoTitle: 'T',
    seoDescription: 'D',
    dateline: 'HALLOW',
    flags: { legal: 'not_needed', factCheck: 'not_needed' },
    embargoUntil: '2020-01-01T00:00:00.000Z',
    deadline: '2026-01-01T00:00:00.000Z',
    assignedTo: [users.writer.id],
    origin: {
      publisher: 'Post',
      url: 'https://post.example',
      copyrightLine: 'Post',
      copyrightYear: 2026,
      licence: 'CC',
      externalId: 'x-1',
    },
  });
  const [section] = made.sections;
  await newsroom.rest('PATCH', `/sections/${section?.id}?draft=true`, {
    as: 'writer',
    body: {
      heading: 'Lit at last',
      quotes: [quote.id],
      people: [person.id],
      body: lexicalFromParagraphs(['“The light is lit,” said Ada Fenwick, the keeper.']),
    },
  });
  await publish(newsroom, made.article.id);
  Object.assign(full, {
    articles: made.article.id,
    sections: section?.id,
    quotes: quote.id,
    people: person.id,
    topics: topic.id,
    media: image.id,
  });
});
afterAll(() => newsroom.close());

/** Every field of a collection as Payload flattens it, groups and rows of arrays by their parts. */
function leaves(fields: readonly FlattenedField[], prefix = ''): string[] {
  return fields.flatMap((field) => {
    const path = `${prefix}${field.name}`;
    if (field.name === 'id' && prefix) return [];
    return 'flattenedFields' in field ? leaves(field.flattenedFields, `${path}.`) : [path];
  });
}

/** Paths of what an answer holds, of its own fields and of every document within it. */
function undeclared(collection: EditionCollection, doc: Record<string, unknown>): string[] {
  const { flattenedFields } =
    newsroom.payload.collections[collection as keyof typeof newsroom.payload.collections].config;
  return within(flattenedFields, doc, '');

  function within(fields: readonly FlattenedField[], value: unknown, prefix: string): string[] {
    if (Array.isArray(value)) return value.flatMap((each) => within(fields, each, prefix));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => {
      if (name === 'id' || inner === null || inner === undefined) return [];
      const path = `${prefix}${name}`;
      const field = fields.find((each) => each.name === name);
      if (!field) return [`${collection}.${path}`];
      if ('flattenedFields' in field) {
        return within(field.flattenedFields, inner, `${path}.`);
      }
      const own = isReadersField(collection, path) ? [] : [`${collection}.${path}`];
      return [...own, ...related(field, inner)];
    });
  }

  function related(field: FlattenedField, value: unknown): string[] {
    if (field.type !== 'relationship' && field.type !== 'upload' && field.type !== 'join') {
      return [];
    }
    const target = field.type === 'join' ? field.collection : field.relationTo;
    const list = field.type === 'join' ? (value as { docs?: unknown[] }).docs : value;
    return (Array.isArray(list) ? list : [list]).flatMap((each: unknown) =>
      typeof each === 'object' && each !== null
        ? undeclared(target as EditionCollection, each as Record<string, unknown>)
        : [],
    );
  }
}

const QUERIES = [
  '',
  'depth=1',
  'depth=3',
  'draft=true&depth=2',
  'trash=true&depth=1',
  'fallback-locale=de&locale=all',
  'select[workflow][stage]=true&select[revision]=true&select[savedBy]=true&depth=1',
  'populate[users][email]=true&populate[people][savedBy]=true&depth=3',
  'showHiddenFields=true&includeLockStatus=true',
  'joins[speaksIn][limit]=5&joins[mentionedIn][limit]=5&joins[children][limit]=5&depth=3',
];

describe('readers get the fields that are declared public', () => {
  it.each(COLLECTIONS)('and no others of %s', async (collection) => {
    const id = String(full[collection]);
    for (const query of QUERIES) {
      const list = await newsroom.rest('GET', `/${collection}?${query}`);
      const one = await newsroom.rest('GET', `/${collection}/${id}?${query}`);
      expect([list.status, one.status], `${query} ${list.text}`).toEqual([200, 200]);
      const docs = [...list.body.docs, one.body];
      expect(docs.length).toBeGreaterThan(1);
      expect([query, docs.flatMap((doc) => undeclared(collection, doc))]).toEqual([query, []]);
    }
  });

  it('and cannot ask by any other', async () => {
    for (const collection of COLLECTIONS) {
      const { config } = newsroom.payload.collections[collection];
      for (const path of leaves(config.flattenedFields)) {
        const mayAsk = isReadersField(collection, path) && !mayPointAtHidden(collection, path);
        for (const query of [
          `sort=${path}`,
          `where[${path}][exists]=true`,
          `where[or][0][and][0][${path}][exists]=true`,
        ]) {
          const { status, text } = await newsroom.rest('GET', `/${collection}?${query}`);
          // An operator that a field does not have is refused too.
          if (!mayAsk) expect([collection, query, status]).toEqual([collection, query, 400]);
          else expect(status, `${collection} ${query} ${text}`).toBeLessThan(500);
        }
      }
    }
  });

  it('over GraphQL neither', async () => {
    const { body } = await newsroom.graphql(`{
      Articles { docs { ...on Article {
        revision savedBy { email } embargoUntil assignedTo { name } deadline
        flags { legal holdReason } quoteOverrides { key }
        workflow { stage submittedBy { name } approvedEdition { hash } liveEdition { hash } editionWaits }
        origin { externalId contentHash formHash }
        sections { label media { id } revision quotations { state }
          quotes { wordsKey revision verification { note at by { name } } evidence { passage file { id } } } }
      } } }
      allMedia { docs { rights expiresAt } }
    }`);
    const values: unknown[] = [];
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
      else values.push(value);
    };
    walk(body.data);
    expect(values.length, JSON.stringify(body)).toBeGreaterThan(20);
    expect(values.filter((value) => value !== null)).toEqual([]);
  });

  it('and nothing at all of the other collections, nor any version', async () => {
    for (const { slug } of newsroom.payload.config.collections) {
      const isClosed = !(slug in PART_OF_COLLECTION);
      if (isClosed) {
        const { status, body } = await newsroom.rest('GET', `/${slug}`);
        expect([slug, status === 200 ? body.docs : []]).toEqual([slug, []]);
        expect([slug, [200, 403, 404, 501].includes(status)]).toEqual([slug, true]);
      }
      const { status, body } = await newsroom.rest('GET', `/${slug}/versions`);
      // Of preferences it is the name of one, which nobody has.
      expect([slug, status === 200 ? body.value : null]).toEqual([slug, null]);
    }
  });
});

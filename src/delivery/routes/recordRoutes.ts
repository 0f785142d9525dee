import { z } from 'zod';

import { errorAnswer, jsonAnswer } from '../cache/jsonAnswer';
import { presentQuote } from '../presenters/presentQuote';
import { writeCursor } from '../read/cursor';
import {
  readRecord,
  readRecords,
  rolesOf,
  withNarrowerTopics,
  withShownParents,
  type StoredPerson,
  type StoredTopic,
} from '../read/readPeopleAndTopics';
import { hex } from '../read/readLiveRows';
import { readQuote, readQuotes, type QuoteRow } from '../read/readQuotes';
import { errorSchema } from '../schemas/contentSchemas';
import {
  pageSchema,
  personRecordSchema,
  personWithQuotesSchema,
  quoteRecordSchema,
  topicRecordSchema,
  type PersonRecord,
  type QuoteRecord,
  type TopicRecord,
} from '../schemas/listSchemas';
import {
  cursorParameter,
  dayParameter,
  idParameter,
  limitParameter,
  slugParameter,
} from '../schemas/parameters';
import type { Site } from '../Site';
import { route, type Route } from './Route';

const params = z.object({ slug: slugParameter });
const none = z.strictObject({});
const paging = { limit: limitParameter, cursor: cursorParameter.optional() };
const notFound = { description: 'No published article has it.', schema: errorSchema };
/** Of one person, with the person; the list of quotes has all. */
const QUOTES_SHOWN = 20;
const PEOPLE_TAGS = ['people', 'lists'];
const TOPIC_TAGS = ['topics', 'lists'];

function missing(what: string) {
  return errorAnswer({
    status: 404,
    code: 'NOT_FOUND',
    message: `No published article has this ${what}.`,
  });
}

export const recordRoutes: Route[] = [
  route({
    id: 'listPeople',
    path: '/people',
    summary: 'Everybody in published articles, by name.',
    group: 'People and topics',
    params: z.object({}),
    query: z.strictObject(paging),
    responses: {
      200: {
        description: 'One page.',
        schema: pageSchema(personRecordSchema).meta({ id: 'PersonPage' }),
      },
    },
    answer: async ({ query }, { connection, now }) => {
      const { rows, next } = await readRecords(connection, 'people', query);
      const items = rows.map((person) => presentPerson(person, now()));
      return jsonAnswer({ items, next: next && writeCursor(next) }, { tags: PEOPLE_TAGS });
    },
  }),
  route({
    id: 'getPerson',
    path: '/people/:slug',
    summary: 'One person by slug or id, with what they said last.',
    group: 'People and topics',
    params,
    query: none,
    responses: {
      200: { description: 'The person.', schema: personWithQuotesSchema },
      404: notFound,
    },
    answer: async ({ params: { slug } }, { connection, site, now }) => {
      const person = await readRecord(connection, 'people', slug);
      if (!person) return missing('person');
      const { rows } = await readQuotes(connection, { person: person._id, limit: QUOTES_SHOWN });
      const quotes = rows.map((row) => presentQuoteRow(row, site));
      return jsonAnswer({ ...presentPerson(person, now()), quotes }, { tags: PEOPLE_TAGS });
    },
  }),
  route({
    id: 'listTopics',
    path: '/topics',
    summary: 'The topics of published articles, by name.',
    group: 'People and topics',
    params: z.object({}),
    query: z.strictObject(paging),
    responses: {
      200: {
        description: 'One page.',
        schema: pageSchema(topicRecordSchema).meta({ id: 'TopicPage' }),
      },
    },
    answer: async ({ query }, { connection }) => {
      const { rows, next } = await readRecords(connection, 'topics', query);
      const items = (await withShownParents(connection, rows)).map(presentTopic);
      return jsonAnswer({ items, next: next && writeCursor(next) }, { tags: TOPIC_TAGS });
    },
  }),
  route({
    id: 'getTopic',
    path: '/topics/:slug',
    summary: 'One topic by slug or id.',
    group: 'People and topics',
    params,
    query: none,
    responses: { 200: { description: 'The topic.', schema: topicRecordSchema }, 404: notFound },
    answer: async ({ params: { slug } }, { connection }) => {
      const found = await readRecord(connection, 'topics', slug);
      const [topic] = found ? await withShownParents(connection, [found]) : [];
      return topic ? jsonAnswer(presentTopic(topic), { tags: TOPIC_TAGS }) : missing('topic');
    },
  }),
  route({
    id: 'listQuotes',
    path: '/quotes',
    summary: 'What was said in published articles, newest first.',
    group: 'People and topics',
    params: z.object({}),
    query: z.strictObject({
      person: slugParameter.optional().meta({ description: 'Slug or id of the speaker.' }),
      topic: slugParameter.optional().meta({ description: 'Slug or id; narrower topics count.' }),
      saidFrom: dayParameter.optional().meta({ description: 'Said on this day or later.' }),
      saidTo: dayParameter.optional().meta({ description: 'Said on this day or earlier.' }),
      words: z
        .string()
        .max(200)
        .optional()
        .meta({ description: 'Every one of these words is in the quote.' }),
      ...paging,
    }),
    responses: {
      200: {
        description: 'One page.',
        schema: pageSchema(quoteRecordSchema).meta({ id: 'QuotePage' }),
      },
      404: { description: 'No such person or topic.', schema: errorSchema },
    },
    answer: async ({ query: { person, topic, ...rest } }, { connection, site }) => {
      const speaker = person === undefined ? null : await readRecord(connection, 'people', person);
      const subject = topic === undefined ? null : await readRecord(connection, 'topics', topic);
      if (person !== undefined && !speaker) return missing('person');
      if (topic !== undefined && !subject) return missing('topic');
      const { rows, next } = await readQuotes(connection, {
        ...rest,
        ...(speaker ? { person: speaker._id } : {}),
        ...(subject ? { topics: await withNarrowerTopics(connection, subject._id) } : {}),
      });
      const items = rows.map((row) => presentQuoteRow(row, site));
      return jsonAnswer(
        { items, next: next && writeCursor(next) },
        { tags: [...PEOPLE_TAGS, 'topics'] },
      );
    },
  }),
  route({
    id: 'getQuote',
    path: '/quotes/:id',
    summary: 'One quote with its source and the articles that have it.',
    group: 'People and topics',
    params: z.object({ id: idParameter }),
    query: none,
    responses: { 200: { description: 'The quote.', schema: quoteRecordSchema }, 404: notFound },
    answer: async ({ params: { id } }, { connection, site }) => {
      const row = await readQuote(connection, id);
      return row ? jsonAnswer(presentQuoteRow(row, site), { tags: ['lists'] }) : missing('quote');
    },
  }),
];

function presentPerson(person: StoredPerson, now: Date): PersonRecord {
  return {
    id: hex(person._id),
    name: person.name,
    slug: person.slug ?? null,
    wikidataId: person.wikidataId ?? null,
    ...rolesOf(person, now.toISOString()),
    aliases: person.aliases ?? [],
    biography: person.biography ?? null,
    links: (person.links ?? []).map(({ label, url }) => ({ label, url })),
  };
}

function presentTopic(topic: StoredTopic): TopicRecord {
  return {
    id: hex(topic._id),
    name: topic.name,
    slug: topic.slug ?? null,
    description: topic.description ?? null,
    iptcCode: topic.iptcCode ?? null,
    parentId: topic.parent ? hex(topic.parent) : null,
  };
}

function presentQuoteRow({ quote, articles }: QuoteRow, { articleUrl }: Site): QuoteRecord {
  return {
    ...presentQuote(quote),
    articles: articles.map((article) => ({ ...article, url: articleUrl(article.slug) })),
  };
}

import type { Connection } from '../Connection';
import { LIVE } from './storedArticle';

const live = { partialFilterExpression: LIVE };
const NEWEST = { 'workflow.firstPublishedAt': -1, _id: -1 } as const;

/**
 * Creates what the API's queries need and Payload's fields do not ask for; harmless to repeat. For a
 * process that may write to the database: delivery itself never does.
 */
export async function ensureIndexes(connection: Connection): Promise<void> {
  await connection.collection('articles').createIndexes([
    { key: NEWEST, name: 'delivery_newest', ...live },
    { key: { 'workflow.publishedAt': -1, _id: -1 }, name: 'delivery_updated', ...live },
    { key: { topics: 1, ...NEWEST }, name: 'delivery_topic', ...live },
    { key: { 'bylines.person': 1, ...NEWEST }, name: 'delivery_byline', ...live },
    { key: { kind: 1, ...NEWEST }, name: 'delivery_kind', ...live },
    { key: { 'corrections.at': -1 }, name: 'delivery_corrections', ...live },
    {
      // Equality on the first key is what keeps drafts out of the words that are looked at.
      key: { _status: 1, headline: 'text', webHeadline: 'text', standfirst: 'text' },
      name: 'delivery_text',
      weights: { headline: 8, webHeadline: 8, standfirst: 3 },
      default_language: 'none',
      language_override: 'textLanguage',
    },
  ]);
  await connection.collection('sections').createIndexes([
    {
      key: { _status: 1, heading: 'text', 'body.root.children.children.text': 'text' },
      name: 'delivery_text',
      default_language: 'none',
      language_override: 'textLanguage',
    },
  ]);
  await connection.collection('editions').createIndexes([
    { key: { 'content.people.id': 1, _id: -1 }, name: 'delivery_person' },
    { key: { 'content.quotes.id': 1, _id: -1 }, name: 'delivery_quote' },
  ]);
  await connection.collection('quotes').createIndexes([
    { key: { _status: 1, speaker: 1, _id: -1 }, name: 'delivery_speaker' },
    {
      key: { _status: 1, text: 'text' },
      name: 'delivery_text',
      default_language: 'none',
      language_override: 'textLanguage',
    },
  ]);
  for (const collection of ['people', 'topics']) {
    await connection
      .collection(collection)
      .createIndexes([{ key: { isPublic: 1, name: 1, _id: 1 }, name: 'delivery_name' }]);
  }
}

import { escapeHtml } from '../../domain/richText/escapeHtml';
import { lexicalText } from '../../domain/richText/lexicalText';
import type { Connection } from '../Connection';
import { editionsOf, hex, type LiveRow } from './readLiveRows';
import { LIVE, MAJORITY, objectId, type StoredArticle } from './storedArticle';

/** How many documents of a kind a search looks at, whatever the words. */
const MAX_CANDIDATES = 300;
/** A search may hold the database for no longer; what was not reached is not found. */
const MAX_SEARCH_MS = 800;
const MAX_WORDS = 8;
const PASSAGE_LENGTH = 180;
const MAX_HIGHLIGHTS = 3;

export interface SearchHit {
  row: LiveRow;
  highlights: { field: string; html: string }[];
}

/**
 * Live articles that hold every word, in headline, standfirst or the text. It looks at a fixed number
 * of matches, so that a common word costs no more than a rare one, and ranks those: words in the
 * headline first, then the newer.
 */
export async function searchArticles({
  connection,
  text,
  limit,
}: {
  connection: Connection;
  text: string;
  limit: number;
}): Promise<{ hits: SearchHit[]; isComplete: boolean }> {
  const words = wordsOf(text);
  if (words.length === 0) return { hits: [], isComplete: true };
  const [named, told] = await Promise.all([
    matches(connection, 'articles', words),
    matches(connection, 'sections', words),
  ]);
  const ids = new Set([
    ...named.rows.map(({ _id }) => hex(_id)),
    ...told.rows.map(({ article }) => hex(article)),
  ]);
  const articles = await connection
    .collection<StoredArticle>('articles')
    .find(
      { _id: { $in: [...ids].flatMap((id) => objectId(connection, id) ?? []) }, ...LIVE },
      { projection: { headline: 1, workflow: 1, _status: 1 }, ...MAJORITY },
    )
    .toArray();
  const inHeadline = ({ headline }: StoredArticle) => {
    const held = new Set(wordsOf(headline ?? '', Infinity));
    return words.filter((word) => held.has(word)).length;
  };
  const ranked = articles
    .map((article) => ({ article, rank: inHeadline(article) }))
    .sort(
      (one, other) =>
        other.rank - one.rank ||
        Number(other.article.workflow?.publishedAt ?? 0) -
          Number(one.article.workflow?.publishedAt ?? 0),
    )
    .slice(0, limit);
  const rows = await editionsOf({
    connection,
    articles: ranked.map(({ article }) => article),
    isWhole: true,
  });
  return {
    hits: rows.map((row) => ({ row, highlights: highlightsOf(row, words) })),
    isComplete: named.isComplete && told.isComplete,
  };
}

async function matches(
  connection: Connection,
  collection: 'articles' | 'sections',
  words: readonly string[],
): Promise<{ rows: { _id: unknown; article?: unknown }[]; isComplete: boolean }> {
  // Quoted, each word is required. Sorted by nothing: the server stops at the limit.
  const $search = words.map((word) => `"${word}"`).join(' ');
  try {
    const rows = await connection
      .collection<{ _id: unknown; article?: unknown }>(collection)
      .find(
        { _status: LIVE._status, $text: { $search } },
        {
          projection: { article: 1 },
          limit: MAX_CANDIDATES,
          maxTimeMS: MAX_SEARCH_MS,
          ...MAJORITY,
        },
      )
      .toArray();
    return { rows, isComplete: rows.length < MAX_CANDIDATES };
  } catch (error) {
    // MaxTimeMSExpired
    if ((error as { code?: unknown }).code === 50) return { rows: [], isComplete: false };
    throw error;
  }
}

/** Words of letters and digits, lower-case, each once. */
function wordsOf(text: string, most = MAX_WORDS): string[] {
  const words = text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  return [...new Set(words)].slice(0, most);
}

function highlightsOf({ content }: LiveRow, words: readonly string[]): SearchHit['highlights'] {
  const texts: [field: string, text: string][] = [
    ['headline', content.headline ?? ''],
    ['standfirst', content.standfirst ?? ''],
    ...content.sections.map((section): [string, string] => [
      'section',
      [section.heading, lexicalText(section.body)].filter(Boolean).join('\n\n'),
    ]),
  ];
  return texts
    .flatMap(([field, text]) => {
      const html = passage(text, words);
      return html ? [{ field, html }] : [];
    })
    .slice(0, MAX_HIGHLIGHTS);
}

/** The stretch around the first word that was found, with all found words marked; null for none. */
function passage(text: string, words: readonly string[]): string | null {
  const found = new RegExp(
    `(?<![\\p{Letter}\\p{Number}])(${words.join('|')})(?![\\p{Letter}\\p{Number}])`,
    'giu',
  );
  const first = text.search(found);
  if (first < 0) return null;
  const from = text.lastIndexOf(' ', Math.max(0, first - PASSAGE_LENGTH / 3)) + 1;
  const until = text.indexOf(' ', from + PASSAGE_LENGTH);
  const stretch = text.slice(from, until < 0 ? undefined : until);
  // split with one group gives the text between and the found words in turn.
  const marked = stretch
    .split(found)
    .map((part, index) => (index % 2 === 1 ? `<mark>${escapeHtml(part)}</mark>` : escapeHtml(part)))
    .join('');
  return `${from > 0 ? '… ' : ''}${marked}${until < 0 ? '' : ' …'}`;
}

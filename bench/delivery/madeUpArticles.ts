import { buildEdition } from '../../src/domain/edition/buildEdition';
import { canonicalHash } from '../../src/domain/edition/canonicalHash';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import type { Connection } from '../../src/delivery/Connection';

const WORDS =
  'harbour lantern council ferry orchard winter ledger bridge meadow captain window market river pilot garden signal copper northern quiet record tide baker valley island engine chapel'.split(
    ' ',
  );
const BATCH = 500;
const DAY_MS = 86_400_000;

export interface MadeUp {
  slugs: string[];
  topics: string[];
  people: string[];
}

/**
 * Fills a database with live articles of made-up words, as publishing leaves them: the stored
 * documents, the edition and the slug of each. The same numbers give the same words every time.
 */
export async function makeUpArticles({
  connection,
  count,
  sections = 4,
  quotes = 6,
  people = 4,
  from = 0,
}: {
  connection: Connection;
  count: number;
  sections?: number;
  quotes?: number;
  people?: number;
  /** The number of the first article, when others are there. */
  from?: number;
}): Promise<MadeUp> {
  const id = () => new connection.base.Types.ObjectId();
  const now = new Date();
  const topicRows = Array.from({ length: 20 }, (_, index) => ({
    _id: objectIdOf(connection, 1, index),
    name: `Topic ${index}`,
    slug: `topic-${index}`,
    isPublic: true,
    _status: 'published',
  }));
  const peopleRows = Array.from({ length: 500 }, (_, index) => ({
    _id: objectIdOf(connection, 2, index),
    name: `Person Number${index}`,
    slug: `person-${index}`,
    roles: [{ title: 'Harbour master', organisation: 'Port Hallow' }],
    isPublic: true,
    _status: 'published',
  }));
  if (from === 0) {
    await connection.collection('topics').insertMany(topicRows);
    await connection.collection('people').insertMany(peopleRows);
    await connection
      .collection('_topics_versions')
      .insertMany(topicRows.map(newestVersion) as never[]);
    await connection
      .collection('_people_versions')
      .insertMany(peopleRows.map(newestVersion) as never[]);
  }

  const slugs: string[] = [];
  for (let start = from; start < from + count; start += BATCH) {
    const rows: Record<string, object[]> = {
      articles: [],
      sections: [],
      quotes: [],
      editions: [],
      slugs: [],
    };
    for (let number = start; number < Math.min(start + BATCH, from + count); number += 1) {
      const random = randomFrom(number + 1);
      const words = (length: number) =>
        Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
      const article = id();
      const slug = `article-${number}`;
      const publishedAt = new Date(now.getTime() - DAY_MS * 400 + number * 150_000);
      const cast = Array.from(
        { length: people },
        (_, index) => peopleRows[(number * 7 + index * 31) % peopleRows.length]!,
      );
      const topic = topicRows[number % topicRows.length]!;
      const spoken = Array.from({ length: quotes }, (_, index) => ({
        _id: id(),
        text: words(20),
        kind: 'direct',
        language: 'en',
        speaker: cast[index % cast.length]?._id ?? null,
        occasion: { name: 'A press conference', date: publishedAt },
        evidence: { url: 'https://archive.example/recording', timecode: '00:01:00' },
        verification: { status: 'verified' },
        _status: 'published',
      }));
      const parts = Array.from({ length: sections }, (_, index) => ({
        _id: id(),
        article,
        heading: index === 0 ? null : words(4),
        body: lexicalFromParagraphs([words(60), words(60), words(60)]),
        quotes: spoken.filter((_quote, n) => n % sections === index).map(({ _id }) => _id),
        people: cast.filter((_person, n) => n % sections === index).map(({ _id }) => _id),
        _status: 'published',
      }));
      const story = {
        headline: `${words(7)} ${number}`,
        standfirst: words(20),
        kind: number % 5 === 0 ? 'analysis' : 'news',
        language: 'en',
        slug,
        bylines: [{ person: cast[0]?._id ?? null, name: cast.length > 0 ? null : 'A guest' }],
        topics: [topic._id],
      };
      const content = buildEdition({
        article: {
          ...story,
          id: String(article),
          bylines: story.bylines.map(({ person, name }) => ({
            person: person && String(person),
            name,
          })),
          topics: [String(topic._id)],
          sections: parts.map(({ _id }) => String(_id)),
        },
        sections: parts.map((part) => ({
          ...part,
          id: String(part._id),
          quotes: part.quotes.map(String),
          people: part.people.map(String),
        })),
        quotes: spoken.map((quote) => ({
          ...quote,
          id: String(quote._id),
          speaker: quote.speaker && String(quote.speaker),
          occasion: { name: quote.occasion.name, date: publishedAt.toISOString() },
        })),
        people: cast.map((person) => ({ ...person, id: String(person._id) })),
        topics: [{ ...topic, id: String(topic._id) }],
        media: [],
        asOf: publishedAt.toISOString(),
      });
      const edition = id();
      slugs.push(slug);
      rows.articles?.push({
        _id: article,
        ...story,
        sections: parts.map(({ _id }) => _id),
        relatedArticles: [],
        workflow: {
          stage: 'approved',
          publicationState: 'live',
          liveEdition: edition,
          approvedEdition: edition,
          firstPublishedAt: publishedAt,
          publishedAt,
        },
        corrections: [],
        _status: 'published',
        createdAt: publishedAt,
        updatedAt: publishedAt,
      });
      rows.sections?.push(...parts);
      rows.quotes?.push(...spoken);
      rows.editions?.push({
        _id: edition,
        article,
        number: 1,
        hash: canonicalHash(content),
        content,
        frozenAt: publishedAt,
      });
      rows.slugs?.push({ slug, article, isFrozen: true, wasPublished: true });
    }
    for (const [collection, documents] of Object.entries(rows)) {
      if (documents.length === 0) continue;
      await connection.collection(collection).insertMany(documents, { ordered: false });
    }
  }
  return {
    slugs,
    topics: topicRows.map(({ slug }) => slug),
    people: peopleRows.map(({ slug }) => slug),
  };
}

/** The same id for the same number in every run. */
function objectIdOf(connection: Connection, kind: number, index: number) {
  return new connection.base.Types.ObjectId(
    kind.toString(16).padStart(8, '0') + index.toString(16).padStart(16, '0'),
  );
}

/** A small linear congruential generator: chance that can be repeated. */
function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** As Payload keeps the newest version of a record, which the newsroom works on. */
function newestVersion({ _id, ...version }: { _id: unknown }) {
  const at = new Date();
  return { _id, parent: _id, version, latest: true, autosave: false, createdAt: at, updatedAt: at };
}

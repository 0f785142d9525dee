/**
 * What readers must be given, kept apart from the product: a newsroom of plain objects. A save that was
 * acknowledged changes `newest`, an approval copies it, a release copies it for the record alone; from
 * these follows what is public. It knows nothing of databases, hashes, pins or hooks.
 */
export interface Picture {
  url: string;
  width: number;
  height: number;
  mimeType: string;
  focalX: number;
  focalY: number;
  sizes: Record<string, { url: string; width: number; height: number }>;
}

export interface PersonWords {
  name: string;
  slug: string;
  aliases: string[];
  roles: { title: string; organisation: string | null }[];
  biography: string | null;
  portrait: string | null;
  wikidataId: string | null;
  links: { label: string; url: string }[];
}
export interface TopicWords {
  name: string;
  slug: string;
  description: string | null;
  parent: string | null;
  iptcCode: string | null;
}
export interface ImageWords {
  alt: string | null;
  caption: string | null;
  credit: string | null;
  file: Picture;
}
export interface QuoteWords {
  text: string;
  speaker: string | null;
  attribution: string | null;
}
export interface SectionWords {
  heading: string | null;
  text: string;
  image: string | null;
  people: string[];
  quotes: string[];
}
export interface ArticleWords {
  slug: string;
  headline: string;
  webHeadline: string | null;
  standfirst: string;
  dateline: string | null;
  bylines: { name: string | null; person: string | null }[];
  topics: string[];
  leadImage: string | null;
  leadImageCaption: string | null;
  sections: string[];
  relatedArticles: string[];
}

interface Kept<W> {
  newest: W;
  isTrashed: boolean;
}
export interface Faced<W> extends Kept<W> {
  /** What an editor released, or the first edition that showed it said. */
  face: W | null;
}

interface FrozenPerson {
  id: string;
  name: string;
  slug: string;
  wikidataId: string | null;
  role: { title: string; organisation: string | null } | null;
}
interface FrozenImage extends ImageWords {
  id: string;
}
interface FrozenTopic {
  id: string;
  name: string;
  slug: string;
  iptcCode: string | null;
}
interface FrozenQuote {
  id: string;
  text: string;
  speaker: { personId: string | null; name: string } | null;
  words: QuoteWords;
}

/** A whole article as it was approved. */
export interface Frozen {
  id: string;
  words: ArticleWords;
  bylines: { name: string; person: FrozenPerson | null }[];
  topics: FrozenTopic[];
  leadImage: FrozenImage | null;
  sections: { id: string; words: SectionWords }[];
  quotes: FrozenQuote[];
  people: FrozenPerson[];
  images: FrozenImage[];
}

export interface ModelledArticle {
  newest: ArticleWords;
  editions: string[];
  live: string | null;
  isWithdrawn: boolean;
  /** Of several live articles with a quote, the one shown last says what its record is. */
  shownAt: number;
  /** Addresses under which readers have seen it. */
  slugs: Set<string>;
  /** Of sections that readers have seen: the ledger says by these which were changed. */
  headings: Set<string>;
}

export type FaceName = 'people' | 'topics' | 'media';

export type ReadersModel = ReturnType<typeof readersModel>;

export function readersModel() {
  const records = {
    people: new Map<string, Faced<PersonWords>>(),
    topics: new Map<string, Faced<TopicWords>>(),
    media: new Map<string, Faced<ImageWords>>(),
  };
  const quotes = new Map<string, QuoteWords>();
  const sections = new Map<string, SectionWords>();
  const articles = new Map<string, ModelledArticle>();
  const editions = new Map<string, Frozen>();
  let clock = 0;

  const recordsOf = <N extends FaceName>(name: N) =>
    records[name] as unknown as Map<string, Faced<WordsOf[N]>>;
  const known = <T>(found: T | undefined): T => {
    if (found === undefined) throw new Error('The model does not know it.');
    return found;
  };
  const there = <N extends FaceName>(name: N, id: string): WordsOf[N] | null => {
    const record = recordsOf(name).get(id);
    return record && !record.isTrashed ? record.newest : null;
  };
  const firstFace = <N extends FaceName>(name: N, id: string, words: WordsOf[N]): void => {
    const record = recordsOf(name).get(id);
    if (!record || record.face) return;
    record.face = words;
    record.isTrashed = false;
  };
  const visible = <N extends FaceName>(name: N, used: readonly string[]) =>
    new Map(
      unique(used).flatMap((id): [string, WordsOf[N]][] => {
        const record = recordsOf(name).get(id);
        return record?.face && !record.isTrashed ? [[id, record.face]] : [];
      }),
    );
  /** The working copy of an article, frozen as an approval must freeze it. */
  const freeze = (articleId: string): Frozen => {
    const { newest } = known(articles.get(articleId));
    const person = (id: string): FrozenPerson[] => {
      const found = there('people', id);
      if (!found) return [];
      const { name, slug, wikidataId, roles } = found;
      return [{ id, name, slug, wikidataId, role: roles[0] ?? null }];
    };
    const image = (id: string): FrozenImage[] => {
      const found = there('media', id);
      return found ? [{ id, ...structuredClone(found) }] : [];
    };
    const frozen = newest.sections.map((id) => ({
      id,
      words: structuredClone(known(sections.get(id))),
    }));
    const said = unique(frozen.flatMap(({ words }) => words.quotes)).flatMap((id) => {
      const words = quotes.get(id);
      if (!words) return [];
      const known = words.speaker ? there('people', words.speaker) : null;
      const name = known?.name ?? words.attribution;
      const speaker = name ? { personId: known ? words.speaker : null, name } : null;
      return [{ id, text: words.text, speaker, words: { ...words } }];
    });
    const speakers = (section: SectionWords) =>
      section.quotes.flatMap((id) => quotes.get(id)?.speaker ?? []);
    const lead = newest.leadImage ? image(newest.leadImage)[0] : undefined;
    return {
      id: articleId,
      words: structuredClone(newest),
      bylines: newest.bylines.flatMap(({ name, person: id }) => {
        const known = id ? (person(id)[0] ?? null) : null;
        const shown = name ?? known?.name;
        return shown ? [{ name: shown, person: known }] : [];
      }),
      topics: newest.topics.flatMap((id) => {
        const found = there('topics', id);
        if (!found) return [];
        return [{ id, name: found.name, slug: found.slug, iptcCode: found.iptcCode }];
      }),
      leadImage: lead ? { ...lead, caption: newest.leadImageCaption ?? lead.caption } : null,
      sections: frozen,
      quotes: said,
      people: unique(frozen.flatMap(({ words }) => [...speakers(words), ...words.people])).flatMap(
        person,
      ),
      images: unique(frozen.flatMap(({ words }) => words.image ?? [])).flatMap(image),
    };
  };

  /** Readers get this edition from now on. */
  const show = (articleId: string, editionId: string): void => {
    const article = known(articles.get(articleId));
    const edition = editions.get(editionId);
    if (!edition) throw new Error(`An edition went out that nobody approved: ${editionId}`);
    Object.assign(article, { live: editionId, isWithdrawn: false, shownAt: (clock += 1) });
    article.slugs.add(edition.words.slug);
    for (const { words } of edition.sections) article.headings.add(words.heading ?? '');
    const none = { aliases: [], biography: null, portrait: null, links: [] };
    for (const { role, id, ...words } of [
      ...edition.people,
      ...edition.bylines.flatMap(({ person }) => person ?? []),
    ]) {
      firstFace('people', id, { ...none, ...words, roles: role ? [role] : [] });
    }
    for (const { id, ...words } of edition.topics) {
      firstFace('topics', id, { ...words, description: null, parent: null });
    }
    const images = new Map(
      [...(edition.leadImage ? [edition.leadImage] : []), ...edition.images].map((each) => [
        each.id,
        each,
      ]),
    );
    for (const { id, ...words } of images.values()) {
      firstFace('media', id, structuredClone(words));
      const face = records.media.get(id)?.face;
      if (face) face.file = structuredClone(words.file);
    }
  };

  const hide = (articleId: string): void => {
    Object.assign(known(articles.get(articleId)), { live: null, isWithdrawn: true });
  };

  const release = <N extends FaceName>(name: N, id: string): void => {
    const record = known(recordsOf(name).get(id));
    record.face = structuredClone(record.newest);
  };

  /** The live editions, the one shown last at the end. */
  const live = (): Frozen[] => {
    return [...articles.values()]
      .filter(({ live }) => live !== null)
      .sort((a, b) => a.shownAt - b.shownAt)
      .map(({ live }) => editions.get(String(live)) as Frozen);
  };

  /** A wider topic is shown by a narrower one that readers see. */
  const withParents = (shown: readonly string[]): string[] => {
    const found = new Set<string>();
    const wanted = [...shown];
    for (let id = wanted.pop(); id; id = wanted.pop()) {
      const topic = records.topics.get(id);
      if (found.has(id) || !topic?.face || topic.isTrashed) continue;
      found.add(id);
      if (topic.face.parent) wanted.push(topic.face.parent);
    }
    return [...found];
  };

  /** Whatever anybody outside may be given. */
  const seen = () => {
    const all = live();
    const people = visible(
      'people',
      all.flatMap(({ people: spoken, bylines }) =>
        [...spoken, ...bylines.flatMap(({ person }) => person ?? [])].map(({ id }) => id),
      ),
    );
    const shownTopics = all.flatMap(({ topics }) => topics.map(({ id }) => id));
    const topics = visible('topics', withParents(shownTopics));
    const media = visible('media', [
      ...all.flatMap(({ leadImage, images }) =>
        [...(leadImage ? [leadImage] : []), ...images].map(({ id }) => id),
      ),
      ...[...people.values()].flatMap(({ portrait }) => portrait ?? []),
    ]);
    const files = new Set(
      [
        ...all.flatMap(({ leadImage, images }) => [...(leadImage ? [leadImage] : []), ...images]),
        ...media.values(),
      ].flatMap(({ file }) => addressesOf(file)),
    );
    // Of a quote that several live articles have, the one shown last says what the record is.
    const shownQuotes = new Map(
      all.flatMap((edition) => edition.quotes.map((quote) => [quote.id, quote] as const)),
    );
    return { live: all, people, topics, media, files, quotes: shownQuotes };
  };

  return {
    ...records,
    quotes,
    sections,
    articles,
    editions,
    /** Every address of a picture that anybody was ever told. */
    addresses: new Set<string>(),
    freeze,
    show,
    hide,
    release,
    live,
    seen,
  };
}

interface WordsOf {
  people: PersonWords;
  topics: TopicWords;
  media: ImageWords;
}

export function addressesOf({ url, sizes }: Picture): string[] {
  return [url, ...Object.values(sizes).map((size) => size.url)];
}

/** The picture of a record, from an answer of the API. */
export function pictureOf(doc: {
  url: string;
  width: number;
  height: number;
  mimeType: string;
  focalX: number;
  focalY: number;
  sizes: Record<string, { url?: string | null; width: number; height: number }>;
}): Picture {
  const { url, width, height, mimeType, focalX, focalY } = doc;
  const sizes = Object.entries(doc.sizes).flatMap(([name, size]) =>
    size.url ? [[name, { url: size.url, width: size.width, height: size.height }] as const] : [],
  );
  return { url, width, height, mimeType, focalX, focalY, sizes: Object.fromEntries(sizes) };
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

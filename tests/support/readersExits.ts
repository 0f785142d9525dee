import type { ServedDelivery } from '../delivery/support/serveDelivery';
import type { FileServer } from '../files/support/fileServer';
import type { Newsroom } from './newsroom';
import type { Frozen, Picture, ReadersModel } from './readersModel';

type Seen = ReturnType<ReadersModel['seen']>;

/** One way by which somebody outside gets at something, and what it must give. */
export interface Exit {
  name: string;
  /** Whether what it gives hangs on these records alone. */
  about: (id: string) => boolean;
  /** Whether it may give something else because something else is public. */
  isList: boolean;
  /** What is wrong with the answer. */
  look: () => Promise<string[]>;
}

const PUBLIC_URL = 'https://news.example';
const COLLECTIONS = ['articles', 'sections', 'quotes', 'people', 'topics', 'media'] as const;

/** Every exit as of now, with what it must give according to the model. */
export function readersExits({
  newsroom,
  node,
  files,
  model,
  told,
  wasPublic,
}: {
  newsroom: Newsroom;
  node: ServedDelivery;
  files: FileServer;
  model: ReadersModel;
  told: ReadonlySet<string>;
  /** The files that were public before. */
  wasPublic: ReadonlySet<string>;
}): Exit[] {
  const seen = model.seen();
  const allowed = allowedWords(seen, [
    ...told,
    ...[...model.articles.values()].flatMap(({ slugs, headings }) => [...slugs, ...headings]),
  ]);
  const rest = expectedRest(model, seen);
  const nobody = () => false;

  /** What is public holds words that no other text has: none that is not may be anywhere. */
  const leaks = (text: string): string[] => {
    const found = [...new Set(text.match(/\bw\d+x\b/g) ?? [])].filter((word) => !allowed.has(word));
    const hidden = [...new Set(text.match(/\/files\/[0-9a-f]{64}\.\w+/g) ?? [])].filter(
      (address) => !seen.files.has(address),
    );
    return [...found, ...hidden].map((what) => `gives ${what}, which readers may not have`);
  };
  const v1 = (
    path: string,
    expected: { status: number; body?: unknown; holds?: readonly string[] },
    about: Exit['about'] = nobody,
  ): Exit => ({
    name: `/v1${path}`,
    about,
    isList: true,
    look: async () => {
      const { status, body, text } = await node.get(`/v1${path}`);
      if (status !== expected.status) return [`status ${status} instead of ${expected.status}`];
      const missing = (expected.holds ?? []).filter((word) => !text.includes(word));
      return [
        ...leaks(text),
        ...missing.map((word) => `lacks ${word}`),
        ...(expected.body === undefined ? [] : differences(expected.body, body)),
      ];
    },
  });
  const api = (path: string, expected?: { status: number; body?: unknown }): Exit => ({
    name: `/api${path}`,
    about: (id) => path.includes(id),
    isList: path.includes('depth=0&limit'),
    look: async () => {
      const { status, body, text } = await newsroom.rest('GET', path);
      if (expected && status !== expected.status)
        return [`status ${status} instead of ${expected.status}`];
      return [
        ...leaks(text),
        ...(expected?.body === undefined ? [] : differences(expected.body, body)),
      ];
    },
  });

  const liveIds = new Set(seen.live.map(({ id }) => id));
  const webHeadlines = seen.live.map(({ words }) => words.webHeadline ?? words.headline);
  const exits: Exit[] = [];
  for (const [id, article] of model.articles) {
    const edition = article.live ? (model.editions.get(article.live) as Frozen) : null;
    const isOwn = (other: string) => other === id || liveIds.has(other);
    const status = edition ? 200 : article.isWithdrawn ? 410 : 404;
    const body = edition ? publicArticle(edition, seen) : undefined;
    exits.push(v1(`/articles/id/${id}`, { status, body }, isOwn));
    for (const slug of article.slugs) {
      const isMoved = edition && edition.words.slug !== slug;
      exits.push(v1(`/articles/${slug}`, { status: isMoved ? 301 : status }, isOwn));
    }
    for (const slug of new Set([article.newest.slug, ...article.slugs])) {
      if (edition?.words.slug === slug || article.slugs.has(slug)) continue;
      exits.push(v1(`/articles/${slug}`, { status: 404 }, isOwn));
    }
    if (edition) {
      const { slug } = edition.words;
      const holds = [edition.words.standfirst, ...edition.quotes.map(({ text }) => text)];
      exits.push(v1(`/articles/${slug}/jsonld`, { status: 200, holds }, isOwn));
      exits.push(v1(`/articles/${slug}/ninjs`, { status: 200, holds: holds.slice(0, 1) }, isOwn));
      exits.push(v1(`/articles/${slug}/related`, { status: 200 }, isOwn));
    }
  }
  const list = (path: string, items: readonly object[]) =>
    v1(path, { status: 200, body: { items: unordered(items) } });
  exits.push(
    list(
      '/articles?limit=50',
      seen.live.map((edition) => pick(publicArticle(edition, seen), SUMMARY)),
    ),
    list(
      '/articles?limit=50&include=sections,quotes,people',
      seen.live.map((edition) =>
        pick(publicArticle(edition, seen), [...SUMMARY, 'sections', 'quotes', 'people']),
      ),
    ),
    list(
      '/people?limit=50',
      [...seen.people].map(([id, { portrait: _, ...words }]) => ({
        id,
        ...words,
        roles: words.roles,
        role: words.roles[0] ?? null,
      })),
    ),
    list(
      '/topics?limit=50',
      [...seen.topics].map(([id, { parent, ...words }]) => ({
        id,
        ...words,
        parentId: parent && seen.topics.has(parent) ? parent : null,
      })),
    ),
    v1('/quotes?limit=50', {
      status: 200,
      body: { items: unordered([...seen.quotes.keys()].map((id) => ({ id }))) },
    }),
    v1('/corrections?limit=50', { status: 200 }),
    v1('/changes?limit=50', { status: 200 }),
    v1('/search?q=words', { status: 200 }),
    ...['rss.xml', 'atom.xml', 'feed.json'].map((feed) =>
      v1(`/feeds/${feed}`, { status: 200, holds: webHeadlines }),
    ),
    v1('/sitemaps/news.xml', { status: 200, holds: seen.live.map(({ words }) => words.headline) }),
    v1('/sitemaps/index.xml', { status: 200 }),
    v1(`/sitemaps/${new Date().toISOString().slice(0, 7)}.xml`, {
      status: 200,
      holds: seen.live.map(({ words }) => words.slug),
    }),
  );
  if (seen.live.length === 0) exits.splice(exits.findIndex(isOfMonth), 1);
  for (const name of ['people', 'topics'] as const) {
    for (const id of model[name].keys()) {
      const status = seen[name].has(id) ? 200 : 404;
      exits.push(v1(`/${name}/${id}`, { status, body: status === 200 ? { id } : undefined }));
    }
  }

  for (const name of COLLECTIONS) {
    const docs = rest[name];
    const all = { status: 200, body: { docs: unordered([...docs.values()]) } };
    exits.push(api(`/${name}?depth=0&limit=200`, all));
    for (const query of [
      'depth=2&limit=200',
      'depth=3&limit=200&draft=true',
      'trash=true&limit=200',
      'limit=200&sort=-updatedAt&locale=all',
      'limit=200&where[id][exists]=true&draft=true&trash=true',
    ]) {
      exits.push(api(`/${name}?${query}`));
    }
    exits.push(api(`/${name}/count`, { status: 200, body: { totalDocs: docs.size } }));
    exits.push(api(`/${name}/versions?limit=200`));
    for (const id of model[name].keys()) {
      const one = docs.get(id);
      const expected = { status: one ? 200 : 404, ...(one ? { body: one } : {}) };
      exits.push(api(`/${name}/${id}?depth=0`, expected));
      exits.push(api(`/${name}/${id}?depth=2&draft=true&trash=true`));
    }
  }
  exits.push({
    name: 'GraphQL',
    about: nobody,
    isList: true,
    look: () => lookAtGraphql(newsroom, rest, leaks),
  });

  for (const address of model.addresses) {
    const isPublic = seen.files.has(address);
    exits.push({
      name: address,
      about: nobody,
      isList: isPublic !== wasPublic.has(address),
      look: () => lookAtFile(files, address, isPublic),
    });
  }
  return exits;
}

const isOfMonth = ({ name }: Exit) => /sitemaps\/\d{4}-\d\d\.xml/.test(name);

const SUMMARY = [
  ...['id', 'slug', 'headline', 'webHeadline', 'standfirst', 'dateline', 'bylines', 'topics'],
  'leadImage',
];

function publicArticle(edition: Frozen, seen: Seen): Record<string, unknown> {
  const { words, bylines, topics, leadImage, sections, quotes, people } = edition;
  const saidBy = new Map(people.map((person) => [person.id, person]));
  const quote = (id: string) => {
    const found = quotes.find((each) => each.id === id);
    return found ? [quoted(found)] : [];
  };
  const quoted = ({ id, text, speaker }: Frozen['quotes'][number]) => ({ id, text, speaker });
  return {
    id: edition.id,
    slug: words.slug,
    headline: words.headline,
    webHeadline: words.webHeadline ?? words.headline,
    standfirst: words.standfirst,
    dateline: words.dateline,
    bylines,
    topics,
    leadImage: leadImage && publicImage(leadImage),
    sections: sections.map(({ id, words: section }) => ({
      id,
      heading: section.heading,
      body: { text: section.text },
      quotes: section.quotes.flatMap(quote),
      people: section.people.flatMap((each) => saidBy.get(each) ?? []),
    })),
    quotes: quotes.map(quoted),
    people,
    relatedArticles: words.relatedArticles.flatMap((id) => {
      const other = seen.live.find((each) => each.id === id);
      return other ? [{ id, slug: other.words.slug, headline: other.words.headline }] : [];
    }),
  };
}

function publicImage({ id, alt, caption, credit, file }: NonNullable<Frozen['leadImage']>) {
  const { url, width, height, mimeType, focalX, focalY, sizes } = file;
  const absolute = (path: string) => `${PUBLIC_URL}${path}`;
  return {
    id,
    url: absolute(url),
    alt,
    caption,
    credit,
    width,
    height,
    mimeType,
    focalPoint: { x: focalX, y: focalY },
    sizes: Object.fromEntries(
      Object.entries(sizes).map(([name, size]) => [name, { ...size, url: absolute(size.url) }]),
    ),
  };
}

/** By collection and id, what anonymous REST gives without depth. */
function expectedRest(model: ReadersModel, seen: Seen) {
  const picture = ({ sizes, ...facts }: Picture) => ({
    ...facts,
    sizes: Object.fromEntries(Object.entries(sizes).map(([name, { url }]) => [name, { url }])),
  });
  const by = <T>(entries: readonly (readonly [string, T])[]) =>
    new Map(entries.map(([id, words]) => [id, { id, ...words }]));
  const liveIds = new Set(seen.live.map(({ id }) => id));
  return {
    articles: by(
      seen.live.map(({ id, words }) => {
        const { leadImageCaption: _, relatedArticles, bylines, ...rest } = words;
        return [
          id,
          {
            ...rest,
            bylines: bylines.map(({ person }) => ({ person })),
            relatedArticles: relatedArticles.filter((other) => liveIds.has(other)),
          },
        ];
      }),
    ),
    sections: by(
      seen.live.flatMap(({ id: article, sections }) =>
        sections.map(({ id, words: { heading, people, quotes } }) => [
          id,
          { article, heading, people, quotes },
        ]),
      ),
    ),
    quotes: by(
      [...seen.quotes].map(([id, { words }]) => [id, { text: words.text, speaker: words.speaker }]),
    ),
    people: by(
      [...seen.people].map(([id, { portrait, ...words }]) => [
        id,
        { ...words, portrait: portrait && seen.media.has(portrait) ? portrait : null },
      ]),
    ),
    topics: by(
      [...seen.topics].map(([id, { parent, ...words }]) => [
        id,
        { ...words, parent: parent && seen.topics.has(parent) ? parent : null },
      ]),
    ),
    media: by(
      [...seen.media].map(([id, { file, ...words }]) => [id, { ...words, ...picture(file) }]),
    ),
  };
}

async function lookAtGraphql(
  newsroom: Newsroom,
  rest: ReturnType<typeof expectedRest>,
  leaks: (text: string) => string[],
): Promise<string[]> {
  const { body, text } = await newsroom.graphql(`{
    Articles(limit: 200, draft: true) { docs { id headline standfirst slug
      bylines { name person { id name } } topics { id name } leadImage { id alt caption credit url }
      sections { id heading body quotes { id text } people { id name } } relatedArticles { id headline } } }
    Sections(limit: 200) { docs { id heading body } }
    Quotes(limit: 200) { docs { id text speaker { id name biography } } }
    People(limit: 200, draft: true) { docs { id name aliases biography slug roles { title } portrait { id alt url } links { label url } } }
    Topics(limit: 200) { docs { id name description slug parent { id name } children { docs { id name } } } }
    allMedia(limit: 200) { docs { id alt caption credit url sizes { share { url } thumbnail { url } } } }
  }`);
  if (body?.errors) return [`errors ${JSON.stringify(body.errors).slice(0, 300)}`];
  const short = {
    articles: ['id', 'headline', 'standfirst', 'slug'],
    sections: ['id', 'heading'],
    quotes: ['id', 'text'],
    people: ['id', 'name', 'aliases', 'biography', 'slug', 'links'],
    topics: ['id', 'name', 'description', 'slug'],
    media: ['id', 'alt', 'caption', 'credit', 'url'],
  } as const;
  return [
    ...leaks(text),
    ...COLLECTIONS.flatMap((name) => {
      const title = name === 'media' ? 'allMedia' : name[0]?.toUpperCase() + name.slice(1);
      const docs = [...rest[name].values()].map((doc) => pick(doc, short[name]));
      return differences({ docs: unordered(docs) }, body.data[title]).map(
        (each) => `${name} ${each}`,
      );
    }),
  ];
}

async function lookAtFile(
  files: FileServer,
  address: string,
  isPublic: boolean,
): Promise<string[]> {
  const { status, bytes } = await files.get(address);
  if (status !== (isPublic ? 200 : 404))
    return [`status ${status}, ${isPublic ? '' : 'not '}public`];
  if (!isPublic) return [];
  const { createHash } = await import('node:crypto');
  const name = createHash('sha256').update(bytes).digest('hex');
  return address.includes(name) ? [] : [`other bytes: ${name}`];
}

function allowedWords(seen: Seen, told: readonly string[]): Set<string> {
  const text = JSON.stringify([
    seen.live,
    [...seen.people.values()],
    [...seen.topics.values()],
    [...seen.media.values()],
    told,
  ]);
  return new Set(text.match(/\bw\d+x\b/g));
}

const UNORDERED = Symbol('in any order');
type Unordered = Record<string, unknown>[] & { [UNORDERED]?: true };

function unordered(items: readonly object[]): Unordered {
  return Object.assign([...items] as Record<string, unknown>[], { [UNORDERED]: true as const });
}

/** Where an answer lacks or differs from what is expected; it may have more fields. */
function differences(expected: unknown, actual: unknown, path = ''): string[] {
  if (expected === null || expected === undefined) {
    return (actual ?? null) === null ? [] : [`${path} is ${short(actual)} instead of nothing`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) {
      return expected.length === 0 && (actual ?? null) === null
        ? []
        : [`${path} is ${short(actual)}`];
    }
    const wanted = sorted(expected, expected);
    const given = sorted(actual, expected);
    if (wanted.length !== given.length) {
      return [`${path} has ${short(given.map(idOf))} instead of ${short(wanted.map(idOf))}`];
    }
    return wanted.flatMap((each, index) => differences(each, given[index], `${path}[${index}]`));
  }
  if (typeof expected === 'object') {
    if (typeof actual !== 'object' || actual === null) return [`${path} is ${short(actual)}`];
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, (actual as Record<string, unknown>)[key], `${path}.${key}`),
    );
  }
  return expected === actual ? [] : [`${path} is ${short(actual)} instead of ${short(expected)}`];
}

const idOf = (each: unknown) => (each as { id?: unknown } | null)?.id ?? each;

function sorted(list: readonly unknown[], like: unknown): unknown[] {
  if (!(like as Unordered)[UNORDERED]) return [...list];
  return [...list].sort((a, b) => (String(idOf(a)) < String(idOf(b)) ? -1 : 1));
}

function short(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 200);
}

function pick(whole: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => names.includes(name)));
}

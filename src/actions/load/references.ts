import type { CollectionSlug, PayloadRequest, Where } from 'payload';

/** A place where a document can be used: the collection, the path of the reference, how to name it. */
interface Reference {
  collection: CollectionSlug;
  field: string;
  noun: string;
  title: string;
  /** What readers see of it, if anything: what is published, or also has to be shown by something. */
  seen: 'published' | 'public';
}

const inArticles = {
  collection: 'articles',
  noun: 'article',
  title: 'headline',
  seen: 'published',
} as const;
const inSections = {
  collection: 'sections',
  noun: 'section',
  title: 'label',
  seen: 'published',
} as const;
const inQuotes = { collection: 'quotes', noun: 'quote', title: 'text', seen: 'published' } as const;

/** Every reference between collections, by the collection that is pointed at. */
const REFERENCES: Partial<Record<CollectionSlug, readonly Reference[]>> = {
  articles: [{ ...inArticles, field: 'relatedArticles' }],
  sections: [{ ...inArticles, field: 'sections' }],
  quotes: [{ ...inSections, field: 'quotes' }],
  people: [
    { ...inQuotes, field: 'speaker' },
    { ...inSections, field: 'people' },
    { ...inArticles, field: 'bylines.person' },
  ],
  topics: [
    { ...inArticles, field: 'topics' },
    { collection: 'topics', field: 'parent', noun: 'topic', title: 'name', seen: 'public' },
  ],
  media: [
    { ...inArticles, field: 'leadImage' },
    { ...inSections, field: 'media' },
    { collection: 'people', field: 'portrait', noun: 'person', title: 'name', seen: 'public' },
  ],
  'evidence-files': [{ ...inQuotes, field: 'evidence.file' }],
};

export interface Use {
  collection: CollectionSlug;
  id: string;
  title: string;
  noun: string;
}

interface Target {
  collection: CollectionSlug;
  id: string;
  req: PayloadRequest;
}

/** Everything that uses a document, in its newest draft or as published, trash included. */
export async function findUses({ collection, id, req }: Target): Promise<Use[]> {
  const uses = new Map<string, Use>();
  for (const reference of REFERENCES[collection] ?? []) {
    for (const draft of [true, false]) {
      const { docs } = await req.payload.find({
        collection: reference.collection,
        where: { [reference.field]: { in: [id] } },
        draft,
        depth: 0,
        // Enough to name the users of something; a longer list helps nobody.
        limit: 20,
        pagination: false,
        trash: true,
        overrideAccess: true,
        req,
      });
      for (const doc of docs) {
        const found = doc as unknown as Record<string, string | null> & { id: string };
        uses.set(`${reference.collection}/${found.id}`, {
          collection: reference.collection,
          id: found.id,
          noun: reference.noun,
          title: shorten(found[reference.title] ?? 'without a title'),
        });
      }
    }
  }
  return [...uses.values()];
}

/** Nobody approves a whole archive anew because a topic has another name. */
const MOST_TOLD = 200;

/**
 * The ids of articles whose working copies use a document, themselves or by a section or quote: those
 * last worked on. What still waits to be published is found by `articlesThatWait`, all of it.
 */
export async function articlesUsing({ collection, id, req }: Target): Promise<string[]> {
  const articles = new Set<string>();
  const users = new Map<CollectionSlug, string[]>([[collection, [id]]]);
  // Quotes stand in sections and sections in articles: whoever uses comes after what is used.
  for (const used of [collection, 'quotes', 'sections'] as const) {
    const ids = users.get(used) ?? [];
    users.delete(used);
    if (ids.length === 0) continue;
    for (const reference of REFERENCES[used] ?? []) {
      const { collection: user, field, seen } = reference;
      if (seen === 'public' || field === 'relatedArticles') continue;
      const { docs } = await req.payload.find({
        collection: user as 'articles',
        where: { [field]: { in: ids } },
        draft: true,
        depth: 0,
        sort: '-updatedAt',
        limit: MOST_TOLD,
        pagination: false,
        select: {},
        overrideAccess: true,
        req,
      });
      const found = docs.map((doc) => doc.id);
      if (user === 'articles') for (const article of found) articles.add(article);
      else users.set(user, [...(users.get(user) ?? []), ...found]);
    }
  }
  return [...articles];
}

/** Whether anything that readers can see now uses a document. */
export async function isShown({ collection, id, req }: Target): Promise<boolean> {
  for (const { collection: user, field, seen } of REFERENCES[collection] ?? []) {
    const isVisible: Where[] = [
      { _status: { equals: 'published' } },
      ...(seen === 'public' ? [{ isPublic: { equals: true } }] : []),
    ];
    const { docs } = await req.payload.find({
      collection: user,
      where: { and: [{ [field]: { in: [id] } }, ...isVisible] },
      depth: 0,
      limit: 1,
      pagination: false,
      overrideAccess: true,
      req,
    });
    if (docs.length > 0) return true;
  }
  return false;
}

function shorten(title: string): string {
  return title.length > 80 ? `${title.slice(0, 79)}…` : title;
}

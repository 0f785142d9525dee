import type { PayloadRequest, Where } from 'payload';

import { idOf, idsOf } from '../../domain/edition/WorkingCopy';

/**
 * The articles with an approved edition that readers do not have yet, whose working copy shows a
 * person, a topic or an image.
 */
export async function articlesThatWait({
  collection,
  id,
  req,
}: {
  collection: 'people' | 'topics' | 'media';
  id: string;
  req: PayloadRequest;
}): Promise<string[]> {
  const newest = { draft: true, depth: 0, pagination: false, overrideAccess: true, req } as const;
  const { docs: waiting } = await req.payload.find({
    collection: 'articles',
    where: {
      'workflow.editionWaits': { equals: true },
      'workflow.stage': { equals: 'approved' },
    },
    select: { bylines: true, topics: true, leadImage: true, sections: true },
    ...newest,
  });
  if (waiting.length === 0) return [];
  const showsItself = ({ bylines, topics, leadImage }: (typeof waiting)[number]) =>
    [
      ...(bylines ?? []).map(({ person }) => ['people', idOf(person)]),
      ...idsOf(topics).map((topic) => ['topics', topic]),
      ['media', idOf(leadImage)],
    ].some(([kind, used]) => kind === collection && used === id);
  const found = new Set(waiting.filter(showsItself).map((article) => article.id));

  const rest = waiting.filter((article) => !found.has(article.id));
  const bySection = new Map(
    rest.flatMap((article) => idsOf(article.sections).map((section) => [section, article.id])),
  );
  if (collection === 'topics' || bySection.size === 0) return [...found];
  const uses: Where[] = [{ [collection]: { in: [id] } }];
  if (collection === 'people') {
    const { docs: quotes } = await req.payload.find({
      collection: 'quotes',
      where: { speaker: { equals: id } },
      select: { kind: true },
      ...newest,
    });
    uses.push({ quotes: { in: quotes.map((quote) => quote.id) } });
  }
  const { docs: sections } = await req.payload.find({
    collection: 'sections',
    where: { and: [{ id: { in: [...bySection.keys()] } }, { or: uses }] },
    select: { label: true },
    ...newest,
  });
  for (const section of sections) found.add(String(bySection.get(section.id)));
  return [...found];
}

import type { Payload } from 'payload';

import type { KnownPerson } from '../../domain/story/ParsedStory';

/** Names are looked for in every sentence: the people last worked on are those of today's stories. */
const MOST = 2_000;

/** The people whom the newsroom knows, for finding them in a text. */
export async function loadKnownPeople(payload: Payload): Promise<(KnownPerson & { id: string })[]> {
  const { docs } = await payload.find({
    collection: 'people',
    draft: true,
    sort: '-updatedAt',
    depth: 0,
    limit: MOST,
    pagination: false,
    overrideAccess: true,
  });
  return docs.map(({ id, name, aliases, wikidataId }) => ({
    id,
    name,
    aliases: aliases ?? [],
    wikidataId: wikidataId ?? null,
  }));
}

import type { PayloadRequest } from 'payload';

import type { Receipt } from '../../domain/formats/Receipt';
import { openReceipt } from '../../domain/formats/Receipt';
import type { Subject } from '../../domain/formats/SourceStory';

/** More topics than any newsroom keeps. */
const MOST_TOPICS = 2_000;

/**
 * The newsroom's topics that a source means: by the code of the IPTC's media topics, else by name.
 * None is made: what is about nothing that the newsroom knows is told.
 */
export async function matchTopics(
  subjects: readonly Subject[],
  req: PayloadRequest,
): Promise<{ ids: string[]; receipt: Receipt }> {
  const book = openReceipt();
  if (subjects.length === 0) return { ids: [], receipt: [] };
  const { docs } = await req.payload.find({
    collection: 'topics',
    select: { name: true, iptcCode: true },
    depth: 0,
    limit: MOST_TOPICS,
    pagination: false,
    draft: true,
    overrideAccess: true,
    req,
  });
  const ids = new Set<string>();
  for (const { code, name } of subjects) {
    // "medtop:20000533", or the whole address of the topic in the IPTC's catalogue.
    const digits = /(?:^|[:/])(\d{8})$/.exec(code ?? '')?.[1];
    const found =
      docs.find(({ iptcCode }) => digits !== undefined && iptcCode === digits) ??
      docs.find((topic) => name !== null && fold(topic.name) === fold(name));
    if (found) ids.add(found.id);
    else book.note('topic', [name, code].filter(Boolean).join(' · '));
  }
  return { ids: [...ids], receipt: book.receipt() };
}

function fold(name: string | null | undefined): string {
  return (name ?? '').toLowerCase().trim();
}

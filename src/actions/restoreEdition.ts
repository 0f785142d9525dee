import { idOf } from '../domain/edition/WorkingCopy';
import type { EditionDocuments } from './freezeEdition';
import { inTransaction, type ActionCall } from './inTransaction';
import { loadEdition } from './loadEdition';
import { Refusal } from './Refusal';

/** What an edition must not bring back: whose it is, where it stands, and what the system counts. */
const NOT_RESTORED = [
  'id',
  'article',
  'workflow',
  'corrections',
  'flags',
  'embargoUntil',
  'assignedTo',
  'revision',
  'createdAt',
  'updatedAt',
  'deletedAt',
  '_status',
];

/**
 * Puts an edition's text back into the working copy, as an ordinary save by this user: the gate
 * makes it a draft, readers see no difference, and the newest text before it stays in the versions.
 *
 * @throws Refusal NOT_FOUND 404, and what saving refuses to this user.
 */
export function restoreEdition({
  articleId,
  editionId,
  ...call
}: ActionCall & { articleId: string; editionId: string }): Promise<{ articleId: string }> {
  return inTransaction({
    ...call,
    work: async (req) => {
      const edition = await loadEdition(editionId, req);
      if (!edition || idOf(edition.article) !== articleId) {
        throw new Refusal({
          code: 'NOT_FOUND',
          status: 404,
          message: 'This article has no such edition. Choose one from its history.',
        });
      }
      const { article, sections, quotes } = edition.documents as unknown as EditionDocuments;
      const common = { draft: true, depth: 0, overrideAccess: false, req } as const;
      for (const quote of quotes) {
        await req.payload.update({
          collection: 'quotes',
          id: String(quote.id),
          data: textOf(quote),
          ...common,
        });
      }
      for (const section of sections) {
        await req.payload.update({
          collection: 'sections',
          id: String(section.id),
          data: textOf(section),
          ...common,
        });
      }
      await req.payload.update({
        collection: 'articles',
        id: articleId,
        data: textOf(article),
        ...common,
      });
      return { articleId };
    },
  });
}

function textOf(document: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document).filter(([name]) => !NOT_RESTORED.includes(name)),
  );
}

import { idOf } from '../../domain/edition/WorkingCopy';
import type { EditionDocuments } from './freezeEdition';
import { inTransaction, type ActionCall } from '../transaction/inTransaction';
import { loadEdition } from '../load/loadEdition';
import { Refusal } from '../Refusal';
import { wholeText } from '../load/textOfDocument';

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
    // Its words come back, and what was found about them then does not: see bindVerdict.
    context: { isRestoringEdition: true },
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
          data: wholeText('quotes', quote),
          ...common,
        });
      }
      // A section stays with whom it belongs to now.
      for (const { article: _, ...section } of sections) {
        await req.payload.update({
          collection: 'sections',
          id: String(section.id),
          data: wholeText('sections', section),
          ...common,
        });
      }
      await req.payload.update({
        collection: 'articles',
        id: articleId,
        data: wholeText('articles', article),
        ...common,
      });
      return { articleId };
    },
  });
}

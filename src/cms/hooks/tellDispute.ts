import type { CollectionAfterChangeHook, PayloadRequest } from 'payload';

import { liveUsesOfQuote, type LiveUse } from '../../actions/load/articlesOfQuote';
import { findByIds } from '../../actions/load/findByIds';
import { recordEvent } from '../../actions/record/recordEvent';
import { tellPublishers } from '../../actions/record/recordNotices';
import { sendNoticesSoon } from '../../actions/record/sendNotices';
import { writeFields } from '../../actions/record/writeFields';
import { actionContext } from '../../actions/transaction/actionRequest';
import { shortenedWords } from '../../domain/quotations/shortenedWords';
import { isDisputed, statusForReaders } from '../../domain/quotations/verdict';
import type { Quote } from '../../payload-types';

/**
 * Readers are told no longer that words were checked from the moment at which they are disputed, and the
 * publishers of the live articles that have them hear of it; once the dispute is settled, readers have
 * again what was approved. Nothing else about a live edition changes by a save.
 */
export const tellDispute: CollectionAfterChangeHook<Quote> = async ({ doc, operation, req }) => {
  const disputedWords = doc.verification?.disputedWords ?? [];
  if (operation === 'create') return doc;
  const [stored] = await findByIds({
    collection: 'quotes',
    ids: [doc.id],
    draft: false,
    trash: true,
    req,
  });
  const known = stored?.verification?.disputedWords ?? [];
  if (!stored || JSON.stringify(known) === JSON.stringify(disputedWords)) return doc;
  const uses = await liveUsesOfQuote(doc.id, req);
  const shown = uses[0]?.frozen;
  const verification = {
    ...stored.verification,
    disputedWords,
    ...(shown
      ? {
          status: statusForReaders(
            { status: shown.verification?.status, text: shown.text },
            disputedWords,
          ),
        }
      : {}),
  };
  await writeFields({
    collection: 'quotes',
    id: doc.id,
    stored: { verification, updatedAt: null },
    // The one thing that readers see and that a save changes: nothing else gets through with it.
    req: { ...req, context: { ...req.context, ...actionContext('dispute') } },
  });
  for (const use of uses) await tell({ use, known, disputedWords, req });
  return doc;
};

async function tell({
  use: { article, edition, frozen },
  known,
  disputedWords,
  req,
}: {
  use: LiveUse;
  known: readonly string[];
  disputedWords: readonly string[];
  req: PayloadRequest;
}): Promise<void> {
  const isNow = isDisputed(frozen.text, disputedWords);
  if (isNow === isDisputed(frozen.text, known)) return;
  const at = new Date();
  await recordEvent(
    {
      type: isNow ? 'disputed' : 'settled',
      articleId: article.id,
      editionId: edition.id,
      at,
    },
    req,
  );
  if (!isNow) return;
  const words = shortenedWords(frozen.text ?? '');
  await tellPublishers(
    {
      article,
      action: 'verdict',
      text: `${req.user?.name ?? 'The clock'} disputes the quotation “${words}” in “${article.headline}”, which is live.`,
      at,
    },
    req,
  );
  sendNoticesSoon(req.payload);
}

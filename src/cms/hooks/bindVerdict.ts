import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
  Where,
} from 'payload';

import { articlesOfQuote } from '../../actions/load/articlesOfQuote';
import { quoteRecords } from '../../actions/quotations/quoteRecords';
import { recordAudit } from '../../actions/record/recordAudit';
import { boundContent } from '../../domain/quotations/boundContent';
import { shortenedWords } from '../../domain/quotations/shortenedWords';
import { verdictAfter } from '../../domain/quotations/verdict';
import type { Quote } from '../../payload-types';

/**
 * Who verified or disputed a quotation, when, and what exactly, is written by the server and not by the
 * client; with other content the verdict is over. It stands behind every way to save: REST, GraphQL,
 * bulk saves, the story page, imports, copies, and versions that are restored.
 */
const quote: CollectionBeforeChangeHook<Quote> = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const before = operation === 'create' ? null : originalDoc;
  const after = before ? merged(before, data) : (data as Quote);
  const content = boundContent(after, await quoteRecords(after, req));
  const old = before?.verification;
  const bound =
    old?.bound ?? (before ? boundContent(before, await quoteRecords(before, req)) : null);
  // What comes back from the past brings no verdict along.
  const isFromThePast = Boolean(context.isRestoringVersion ?? context.isRestoringEdition);
  const { ended: _, ...verification } = verdictAfter({
    before: { ...old, bound },
    sent: isFromThePast ? null : (data.verification ?? null),
    text: after.text,
    content,
    now: { by: req.user?.id ?? null, at: new Date().toISOString() },
  });
  return { ...data, verification: verification as unknown as Quote['verification'] };
};

/** The history says what was found about a quotation, in every article that has it, and what ended it. */
const told: CollectionAfterChangeHook<Quote> = async ({ doc, operation, previousDoc, req }) => {
  const before = operation === 'create' ? null : (previousDoc as Quote | undefined);
  const from = before?.verification?.status ?? 'unverified';
  const to = doc.verification?.status ?? 'unverified';
  if (from === to) return doc;
  const articles = await articlesOfQuote(doc.id, req);
  for (const articleId of articles.length > 0 ? articles : [null]) {
    await recordAudit(
      {
        action: 'verdict',
        articleId,
        from,
        to: `${to}: “${shortenedWords(doc.text ?? '')}”`,
        reason: doc.verification?.note ?? null,
        at: new Date(),
      },
      req,
    );
  }
  return doc;
};

/** A verdict is about who spoke and about the recording, not about their ids: with another name or file it is over. */
const record =
  (field: 'speaker' | 'evidence.file'): CollectionAfterChangeHook =>
  async ({ doc, operation, req }) => {
    if (operation === 'create') return doc as unknown;
    const { id } = doc as { id: string };
    const where: Where = {
      and: [{ [field]: { equals: id } }, { 'verification.status': { not_equals: 'unverified' } }],
    };
    for (const answered of await newestQuotes(where, req)) {
      const now = boundContent(answered, await quoteRecords(answered, req));
      const stored = answered.verification?.bound as Record<string, string> | null | undefined;
      const isSame = Object.entries(now).every(([part, hash]) => stored?.[part] === hash);
      if (!stored || isSame) continue;
      await req.payload.update({
        collection: 'quotes',
        id: answered.id,
        data: {},
        draft: true,
        depth: 0,
        overrideAccess: true,
        req,
      });
    }
    return doc as unknown;
  };

export const bindVerdict = { quote, told, record };

async function newestQuotes(where: Where, req: PayloadRequest): Promise<Quote[]> {
  const { docs } = await req.payload.find({
    collection: 'quotes',
    where,
    draft: true,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return docs;
}

/** The Quote as it will be stored: what is not sent stays. */
function merged(before: Quote, data: Partial<Quote>): Quote {
  return {
    ...before,
    ...data,
    occasion: { ...before.occasion, ...data.occasion },
    evidence: { ...before.evidence, ...data.evidence },
  };
}

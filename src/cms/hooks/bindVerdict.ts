import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
  RequestContext,
  Where,
} from 'payload';

import { articlesOfQuote } from '../../actions/load/articlesOfQuote';
import { newestVersion } from '../../actions/load/newestVersion';
import { vouchingStepOf } from '../../actions/quotations/vouchForQuotes';
import { quoteRecords } from '../../actions/quotations/quoteRecords';
import { recordAudit } from '../../actions/record/recordAudit';
import { boundContent, changedParts } from '../../domain/quotations/boundContent';
import { shortenedWords } from '../../domain/quotations/shortenedWords';
import { verdictAfter } from '../../domain/quotations/verdict';
import { GENERATED, isVouched, vouchingAfter } from '../../domain/quotations/vouching';
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
  const step = vouchingStepOf(context);
  const vouching = vouchingAfter({
    before: before?.vouching,
    step,
    content,
    now: {
      by: req.user?.id ?? null,
      byName: req.user?.name ?? null,
      at: new Date().toISOString(),
    },
  });
  return {
    ...data,
    verification: verification as unknown as Quote['verification'],
    vouching: vouching as unknown as Quote['vouching'],
    origin:
      step?.kind === 'generated'
        ? GENERATED
        : step?.kind === 'notGenerated'
          ? null
          : (before ?? (await originalOfCopy(context, req)))?.origin,
  };
};

/** That words came out of a generating tool is true of a copy as well. */
async function originalOfCopy(context: RequestContext, req: PayloadRequest): Promise<Quote | null> {
  const { quotes: id } = (context.sources ?? {}) as { quotes?: unknown };
  return typeof id === 'string' ? newestVersion({ collection: 'quotes', id, req }) : null;
}

/** The history says what was found about a quotation, in every article that has it, and what ended it. */
const told: CollectionAfterChangeHook<Quote> = async ({
  context,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const before = operation === 'create' ? null : (previousDoc as Quote | undefined);
  const from = before?.verification?.status ?? 'unverified';
  const to = doc.verification?.status ?? 'unverified';
  // Who vouched or took it back is told by the step itself.
  const isOver =
    isVouched(before?.vouching) && !isVouched(doc.vouching) && !vouchingStepOf(context);
  const told = [
    ...(from === to
      ? []
      : [{ action: 'verdict' as const, from, to, reason: doc.verification?.note ?? null }]),
    ...(isOver
      ? [
          {
            action: 'vouch' as const,
            from: 'vouched for',
            to: 'not vouched for',
            reason: doc.vouching?.note ?? null,
          },
        ]
      : []),
  ];
  if (told.length === 0) return doc;
  const articles = await articlesOfQuote(doc.id, req);
  for (const articleId of articles.length > 0 ? articles : [null]) {
    for (const entry of told) {
      const words = `${entry.to}: “${shortenedWords(doc.text ?? '')}”`;
      await recordAudit({ ...entry, articleId, to: words, at: new Date() }, req);
    }
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
      and: [
        { [field]: { equals: id } },
        {
          or: [
            { 'verification.status': { not_equals: 'unverified' } },
            { 'vouching.hash': { exists: true } },
          ],
        },
      ],
    };
    for (const answered of await newestQuotes(where, req)) {
      const now = boundContent(answered, await quoteRecords(answered, req));
      const stored = [answered.verification?.bound, answered.vouching?.bound];
      if (stored.every((bound) => changedParts(bound, now).length === 0)) continue;
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

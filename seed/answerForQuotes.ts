import { createLocalReq, type Payload } from 'payload';

import { describeQuotations } from '../src/actions/quotations/describeQuotations';
import { vouchForQuotes } from '../src/actions/quotations/vouchForQuotes';
import type { User } from '../src/payload-types';

/**
 * Somebody answers for the quotations of a story that is seeded: whoever brings it in has them from the
 * document that it is, which is named.
 */
export async function answerForQuotes({
  payload,
  articleId,
  user,
  source,
}: {
  payload: Payload;
  articleId: string;
  user: User;
  /** What the story was read from. */
  source: string;
}): Promise<void> {
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload);
  const now = new Date();
  const listed = (await describeQuotations({ articleId, now, req })) ?? [];
  const open = new Map(
    listed.flatMap(({ quote, state }) =>
      quote && state === 'unverified' ? [[quote.id, quote.revision] as const] : [],
    ),
  );
  if (open.size === 0) return;
  await vouchForQuotes({
    payload,
    user,
    articleId,
    quotes: [...open].map(([id, revision]) => ({ id, revision })),
    step: { kind: 'vouch', vouched: { way: 'document', source } },
    now,
  });
}

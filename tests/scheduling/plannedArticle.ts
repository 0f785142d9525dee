import { performAction } from '../../src/actions/workflow/performAction';
import { orderRows } from '../../src/actions/schedule/orderRows';
import type { WantedOrder } from '../../src/actions/schedule/placeOrder';
import type { LiveChange } from '../../src/domain/workflow/ArticleState';
import type { Article, Publication } from '../../src/payload-types';
import { answerForQuotes, writeArticle, type Newsroom } from '../support/newsroom';

/** The wall time in UTC this many seconds from now, on a whole second and at least that far away. */
export function secondsAhead(seconds: number): { wallTime: string; zone: string } {
  const at = new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000);
  return { wallTime: at.toISOString().slice(0, 19), zone: 'UTC' };
}

/** A fictional article, approved. */
export async function approvedArticle(
  newsroom: Newsroom,
  headline: string,
  more: Partial<Article> = {},
): Promise<{ id: string; sectionIds: string[] }> {
  const { article, sections } = await writeArticle(newsroom, { headline, ...more });
  await approve(newsroom, article.id);
  return { id: article.id, sectionIds: sections.map(({ id }) => id) };
}

/** Answers for the quotations, submits and approves the working copy as it stands. */
export async function approve(
  { payload, users, rest }: Newsroom,
  articleId: string,
  change: LiveChange | null = null,
) {
  await answerForQuotes({ rest }, articleId);
  const call = { payload, articleId, now: new Date() };
  await performAction({ ...call, user: users.writer, action: 'submit', input: { change } });
  const { body } = await rest('GET', `/articles/${articleId}/actions`, { as: 'editor' });
  await performAction({
    ...call,
    user: users.editor,
    action: 'approve',
    input: { contentHash: body.contentHash },
  });
}

/** Orders the approved edition; the id of the order. */
export async function plan(
  { payload, users }: Newsroom,
  articleId: string,
  order: WantedOrder,
): Promise<string> {
  const { publication } = await performAction({
    payload,
    user: users.publisher,
    articleId,
    now: new Date(),
    action: 'schedule',
    input: { ...order },
  });
  return publication?.id ?? '';
}

/** As if no worker had been running since: moves an order's time into the past, and its waking too. */
export async function makeOverdue({ payload }: Newsroom, id: string, byMs: number) {
  const { ObjectId } = payload.db.connection.base.Types;
  const at = new Date(Date.now() - byMs);
  await orderRows(payload).updateOne({ _id: new ObjectId(id) }, { $set: { at, wakeAt: at } });
}

/** The order once it is in one of these states; throws with the order when it does not get there. */
export async function settled(
  { payload }: Newsroom,
  id: string,
  states: readonly string[] = ['fired', 'blocked', 'cancelled'],
): Promise<Publication> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const order = await payload.findByID({ collection: 'publications', id, depth: 0 });
    if (states.includes(order.state ?? '')) return order;
    if (performance.now() > deadline) throw new Error(`Not settled: ${JSON.stringify(order)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

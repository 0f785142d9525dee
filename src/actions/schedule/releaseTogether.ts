import type { WantedTime } from './decideSchedule';
import type { ActionCall } from '../transaction/inTransaction';
import type { ActionResult } from '../workflow/ActionResult';
import { placeOrder, type WantedOrder } from './placeOrder';
import { Refusal } from '../Refusal';
import { repeatable } from '../transaction/repeatable';
import { runAction } from '../transaction/runAction';

/** One transaction publishes them all; MongoDB ends one that takes longer than a minute. */
const MAX_ARTICLES = 50;

/** One article of a release. */
export type ReleasedArticle = Pick<WantedOrder, 'edition' | 'change'> & { article: string };

/**
 * Orders that several articles are published at one time, all or none: their orders are placed in one
 * transaction, and fired in one. What stops one of them stops them all.
 *
 * @returns what scheduling each of them answers, in the order given.
 * @throws Refusal as `placeOrder` does, naming the article; NOT_A_GROUP 422 for fewer than two
 *   articles, one twice, or more than 50.
 */
export function releaseTogether({
  articles,
  wallTime,
  zone,
  overlap,
  now,
  idempotencyKey = null,
  ...call
}: ActionCall &
  WantedTime & {
    articles: readonly ReleasedArticle[];
    now: Date;
    idempotencyKey?: string | null;
  }): Promise<ActionResult[]> {
  const time = { wallTime, zone, overlap };
  return runAction({
    name: 'schedule',
    ...call,
    work: (req) =>
      repeatable({
        key: idempotencyKey,
        request: { action: 'releaseTogether', articles, ...time },
        now,
        req,
        work: async () => {
          const distinct = new Set(articles.map(({ article }) => article)).size;
          if (distinct < 2 || distinct < articles.length || distinct > MAX_ARTICLES) {
            throw new Refusal({
              code: 'NOT_A_GROUP',
              status: 422,
              message: `Choose two to ${MAX_ARTICLES} different articles to release together.`,
            });
          }
          const group = globalThis.crypto.randomUUID();
          const results: ActionResult[] = [];
          for (const { article: articleId, edition, change } of articles) {
            const order = { kind: 'publish', edition, change, ...time } as const;
            const wakesWorkers = results.length === 0;
            results.push(
              await placeOrder({ articleId, order, group, wakesWorkers, now, req }).catch(
                (error: unknown) => {
                  if (!(error instanceof Refusal)) throw error;
                  const { code, message } = error;
                  const details = { ...error.data, article: articleId };
                  throw new Refusal({ code, status: error.status, message, details });
                },
              ),
            );
          }
          return results;
        },
      }),
  });
}

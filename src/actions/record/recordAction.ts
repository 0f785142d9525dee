import type { PayloadRequest } from 'payload';

import type { ActionInput } from '../../domain/workflow/ActionInput';
import { actionRow, type ActionName } from '../../domain/workflow/actionTable';
import type { ArticleState } from '../../domain/workflow/ArticleState';
import type { DoneToArticle } from '../workflow/changeArticle';
import { recordAudit } from './recordAudit';
import { recordEvent } from './recordEvent';
import { recordNotices } from './recordNotices';

/**
 * Writes down what an action did: the history, those it concerns, and an event where readers see
 * something else from now on, whose number is answered.
 */
export async function recordAction({
  action,
  input,
  done: { article, before, to, frozen, isPublicChange, previous, shown, cancelled },
  now: at,
  req,
}: {
  action: ActionName;
  input: ActionInput;
  done: DoneToArticle;
  now: Date;
  req: PayloadRequest;
}): Promise<{ sequence: number | null }> {
  const said = input.change?.note ?? input.reason ?? input.note;
  await recordAudit(
    {
      action,
      articleId: article.id,
      from: inWords(before),
      to: inWords(to),
      editionId: (frozen ?? shown)?.id ?? null,
      reason: [said, cancelled].filter(Boolean).join(' ') || null,
      at,
    },
    req,
  );
  const row = actionRow(action === 'fire' ? (shown ? 'publish' : 'withdraw') : action);
  const words = input.notice ?? input.note ?? input.reason ?? null;
  await recordNotices({ action: row, article, words, at }, req);
  if (!isPublicChange) return { sequence: null };
  const sequence = await recordEvent(
    {
      type: shown ? 'published' : 'withdrawn',
      articleId: article.id,
      editionId: (shown ?? previous)?.id ?? null,
      at,
    },
    req,
  );
  return { sequence };
}

function inWords({
  stage,
  publicationState,
  onHold,
}: Pick<ArticleState, 'stage' | 'publicationState' | 'onHold'>): string {
  return [stage, publicationState, ...(onHold ? ['on hold'] : [])].join(', ').replaceAll('_', ' ');
}

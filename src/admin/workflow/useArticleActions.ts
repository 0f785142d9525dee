import { useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useRef, useState } from 'react';

import type { WallTimeChoice } from '../../domain/schedule/resolveWallTime';
import type { ActionName } from '../../domain/workflow/actionTable';
import type { ActionOverview } from '../../domain/workflow/ActionOverview';
import type { PublishIssue } from '../../domain/workflow/PublishIssue';
import { useWords, type Say } from '../words/useWords';

export interface ActionProblem {
  code: string;
  message: string;
  issues: PublishIssue[];
  /** Of a time that a change of clocks skips or repeats. */
  choices: WallTimeChoice[];
}

export type ActionAnswer = { ok: true } | { ok: false; problem: ActionProblem };

/** Somewhere on the page something of this article was saved: what is shown of it is read anew. */
export const ARTICLE_SAVED = 'standfirst:article-saved';

interface ErrorBody {
  errors?: {
    message?: string;
    data?: { code?: string; issues?: PublishIssue[]; choices?: WallTimeChoice[] };
  }[];
}

/** What can be done with an article now; null where the server cannot be reached. */
export async function readOverview(address: string): Promise<ActionOverview | null> {
  const response = await fetch(`${address}/actions`, { credentials: 'include' }).catch(() => null);
  return response?.ok ? ((await response.json()) as ActionOverview) : null;
}

/**
 * What can be done with an article now, read anew whenever `version` changes or a part is saved.
 *
 * @param known what was read a moment ago, where the page has waited for it.
 */
export function useArticleActions(
  articleId: string | undefined,
  version: unknown,
  known: ActionOverview | null = null,
) {
  const { config } = useConfig();
  const { say } = useWords();
  const [overview, setOverview] = useState(known);
  const isKnown = useRef(known !== null);
  const address = `${config.routes.api}/articles/${articleId ?? ''}`;

  const load = useCallback(async (): Promise<ActionOverview | null> => {
    const fresh = articleId ? await readOverview(address) : null;
    if (fresh) setOverview(fresh);
    return fresh;
  }, [address, articleId]);

  useEffect(() => {
    const reload = () => void load();
    if (!isKnown.current) reload();
    isKnown.current = false;
    window.addEventListener(ARTICLE_SAVED, reload);
    return () => window.removeEventListener(ARTICLE_SAVED, reload);
  }, [load, version]);

  const run = (action: ActionName, body: object): Promise<ActionAnswer> =>
    runAction({ address, action, body, say });

  return { overview, load, run };
}

/** Sent again unchanged after an answer that never came, an action must not be taken twice. */
let unanswered: { request: string; key: string } | null = null;

function keyFor(request: string): string {
  if (unanswered?.request !== request) {
    unanswered = { request, key: `${Date.now()}-${Math.random().toString(36).slice(2)}` };
  }
  return unanswered.key;
}

/** Asks the server for an action on the article at an address of the API. */
export async function runAction({
  address,
  action,
  body,
  say,
}: {
  address: string;
  action: ActionName;
  body: object;
  say: Say;
}): Promise<ActionAnswer> {
  const request = JSON.stringify(body);
  const response = await fetch(`${address}/actions/${action}`, {
    method: 'POST',
    credentials: 'include',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': keyFor(`${address} ${action} ${request}`),
    },
    body: request,
  }).catch(() => null);
  if (response) unanswered = null;
  if (response?.ok) return { ok: true };
  const answer = (await response?.json().catch(() => null)) as ErrorBody | null;
  const [error] = answer?.errors ?? [];
  return {
    ok: false,
    problem: {
      code: error?.data?.code ?? 'UNREACHABLE',
      message: error?.message ?? say('bar:unreachable'),
      issues: error?.data?.issues ?? [],
      choices: error?.data?.choices ?? [],
    },
  };
}

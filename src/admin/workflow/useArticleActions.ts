import { useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';

import type { WallTimeChoice } from '../../domain/schedule/resolveWallTime';
import type { ActionName } from '../../domain/workflow/ActionName';
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

/** What can be done with an article now, read anew whenever `version` changes or a part is saved. */
export function useArticleActions(articleId: string | undefined, version: unknown) {
  const { config } = useConfig();
  const { say } = useWords();
  const [overview, setOverview] = useState<ActionOverview | null>(null);
  const address = `${config.routes.api}/articles/${articleId ?? ''}`;

  const load = useCallback(async (): Promise<ActionOverview | null> => {
    if (!articleId) return null;
    const response = await fetch(`${address}/actions`, { credentials: 'include' }).catch(
      () => null,
    );
    if (!response?.ok) return null;
    const fresh = (await response.json()) as ActionOverview;
    setOverview(fresh);
    return fresh;
  }, [address, articleId]);

  useEffect(() => {
    const reload = () => void load();
    reload();
    window.addEventListener(ARTICLE_SAVED, reload);
    return () => window.removeEventListener(ARTICLE_SAVED, reload);
  }, [load, version]);

  const run = (action: ActionName, body: object): Promise<ActionAnswer> =>
    runAction({ address, action, body, say });

  return { overview, load, run };
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
  const response = await fetch(`${address}/actions/${action}`, {
    method: 'POST',
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
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

import type { ActionName } from '../../domain/workflow/ActionName';
import type { WallTimeChoice } from '../../domain/schedule/resolveWallTime';
import type { PublishIssue } from '../../domain/workflow/PublishIssue';

export interface ActionProblem {
  code: string;
  message: string;
  issues: PublishIssue[];
  /** Of a time that a change of clocks skips or repeats. */
  choices: WallTimeChoice[];
}

export type ActionAnswer = { ok: true } | { ok: false; problem: ActionProblem };

interface ErrorBody {
  errors?: {
    message?: string;
    data?: { code?: string; issues?: PublishIssue[]; choices?: WallTimeChoice[] };
  }[];
}

/** Asks the server to act on an article; it alone decides. */
export async function sendAction({
  api,
  articleId,
  action,
  body,
}: {
  /** The path of the REST API. */
  api: string;
  articleId: string;
  action: ActionName;
  body: object;
}): Promise<ActionAnswer> {
  const response = await fetch(`${api}/articles/${articleId}/actions/${action}`, {
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
      message: error?.message ?? 'The server cannot be reached. Nothing was done: try again.',
      issues: error?.data?.issues ?? [],
      choices: error?.data?.choices ?? [],
    },
  };
}

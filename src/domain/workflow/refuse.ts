import type { ActionErrorCode } from './actionErrorStatus';
import type { PublishIssue } from './PublishIssue';

/** An expected no: a stable code, what is wrong and what to do. */
export interface Refusal {
  ok: false;
  code: ActionErrorCode;
  message: string;
  /** What stops the step, for CONTENT_NOT_READY. */
  issues?: PublishIssue[];
}

export function refuse(code: ActionErrorCode, message: string): Refusal {
  return { ok: false, code, message };
}

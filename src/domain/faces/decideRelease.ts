import { may } from '../rights/rights';

export type ReleaseDecision =
  | { ok: true }
  | {
      ok: false;
      code: 'ROLE_NOT_ALLOWED' | 'CONTENT_HASH_REQUIRED' | 'CONTENT_CHANGED' | 'ALREADY_RELEASED';
      message: string;
    };

/** Whether somebody may show readers a record as it now stands; `seen` is the hash of what they read. */
export function decideRelease({
  user,
  seen,
  newest,
  released,
}: {
  user: object | null;
  seen: string | null;
  newest: string;
  /** Null where readers were never shown anything of it. */
  released: string | null;
}): ReleaseDecision {
  if (!may(user, 'releaseFaces')) {
    return refused('ROLE_NOT_ALLOWED', 'An editor releases it: what readers see waits until then.');
  }
  if (!seen) {
    return refused(
      'CONTENT_HASH_REQUIRED',
      'Send the hash of what you read, so that nothing else is released.',
    );
  }
  if (seen !== newest) {
    return refused(
      'CONTENT_CHANGED',
      'Somebody changed this after you read it. Nothing was released: read the difference again.',
    );
  }
  if (released === newest) {
    return refused('ALREADY_RELEASED', 'Readers see exactly this already.');
  }
  return { ok: true };
}

function refused(
  code: Extract<ReleaseDecision, { ok: false }>['code'],
  message: string,
): ReleaseDecision {
  return { ok: false, code, message };
}

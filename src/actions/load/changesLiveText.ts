import type { PayloadRequest } from 'payload';

import { buildEdition } from '../../domain/edition/buildEdition';
import { canonicalHash } from '../../domain/edition/canonicalHash';
import { readEdition } from '../../domain/edition/readEdition';
import { withoutNote } from '../../domain/edition/withoutNote';
import { idOf } from '../../domain/edition/WorkingCopy';
import { loadEdition } from './loadEdition';
import type { LoadedWorkingCopy } from './loadWorkingCopy';

/** Whether readers see now something else than this working copy has; false where they see nothing. */
export async function changesLiveText(
  workingCopy: LoadedWorkingCopy,
  req: PayloadRequest,
): Promise<boolean> {
  const { publicationState, liveEdition } = workingCopy.article.workflow ?? {};
  const id = publicationState === 'live' ? idOf(liveEdition) : null;
  const live = id ? await loadEdition(id, req) : null;
  if (!live) return false;
  // The roles of people as of the day of that edition, or they alone would be a change.
  const asOf = live.frozenAt?.slice(0, 10) ?? workingCopy.asOf;
  const is = withoutNote(buildEdition({ ...workingCopy, asOf }));
  return canonicalHash(is) !== canonicalHash(withoutNote(readEdition(live)));
}

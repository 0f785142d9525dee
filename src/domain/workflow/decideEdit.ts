import { refuse, type Refusal } from './refuse';
import type { Stage } from './Stage';

/**
 * What an ordinary save does to the stage of the working copy: an approval does not outlive a
 * change of the content, and a spiked article is not edited. A change of content is a change of
 * `canonicalHash`; setting a flag or the embargo is none.
 */
export function decideEdit({
  stage,
  isContentChanged,
}: {
  stage: Stage;
  isContentChanged: boolean;
}): { ok: true; stage: Stage } | Refusal {
  if (stage === 'spiked')
    return refuse(
      'STAGE_NOT_ALLOWED',
      'This article is spiked: have an editor unspike it before you edit it.',
    );
  return { ok: true, stage: stage === 'approved' && isContentChanged ? 'draft' : stage };
}

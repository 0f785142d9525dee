import { isSeen } from '../characters/hiddenCharacters';
import type { MediaDocument } from '../edition/WorkingCopy';
import { found, stopsApproval, type PublishIssue } from './PublishIssue';

/** What keeps an image from being shown, wherever it stands; `name` begins the sentence. */
export function imageIssues({
  image,
  field,
  name,
  now,
}: {
  image: MediaDocument;
  field: string;
  name: string;
  /** ISO 8601 UTC. */
  now: string;
}): PublishIssue[] {
  const common = {
    ...stopsApproval,
    field,
    subject: { collection: 'media', id: image.id },
  } as const;
  return found([
    [
      !isSeen(image.alt),
      {
        ...common,
        code: 'IMAGE_ALT_MISSING',
        message: `${name} has no alternative text: describe what it shows.`,
      },
    ],
    [
      // Written so that an expiry that cannot be read counts as past.
      !!image.expiresAt && !(Date.parse(now) < Date.parse(image.expiresAt)),
      {
        ...common,
        code: 'IMAGE_EXPIRED',
        message: `${name} may no longer be used, its rights have run out: choose another.`,
      },
    ],
  ]);
}

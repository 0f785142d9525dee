import type { EditionContent } from '../../domain/edition/EditionContent';
import type { EditionField } from '../../domain/edition/EditionField';
import type { EditionPart } from '../../domain/edition/editionFields';
import type { WordKey } from '../words/useWords';

type Held = Readonly<Record<string, unknown>>;

/**
 * What readers get of a field that they do not get as it is; null where they do. What an approval
 * binds is shown whatever it is.
 */
export function readersGet({
  part,
  path,
  field,
  record,
  content,
}: {
  part: EditionPart;
  path: string;
  field: EditionField;
  record: Held;
  content: EditionContent | null;
}): WordKey | null {
  if (field.readers !== 'never') return null;
  const place = `${part}.${path}`;
  if (part === 'article' && path.startsWith('leadImage'))
    return content?.leadImage ? 'view:inPicture' : 'view:noPicture';
  if (part === 'article' && path.startsWith('change.')) {
    const { kind } = (record.change ?? {}) as { kind?: string };
    return kind === 'minor' ? 'view:unseen' : 'view:inLedger';
  }
  const speaker = record.speaker as { name?: string; role?: string } | null | undefined;
  if (place === 'quote.attribution')
    return speaker?.name === record.attribution ? 'view:asSpeaker' : 'view:otherSpeaker';
  if (place === 'quote.speakerRole' && speaker) return 'view:asRole';
  if (place.startsWith('quote.vouching.') && field.type !== 'seal') return 'view:bySetting';
  return 'view:unseen';
}

import { stopsPublication, type PublishIssue } from './PublishIssue';

export interface PublicationBlock extends PublishIssue {
  code: 'ON_HOLD' | 'EMBARGOED';
}

/** What keeps an approved edition from the public at this moment: a hold, an embargo. */
export function publicationBlocks({
  onHold,
  holdReason,
  embargoUntil,
  now,
}: {
  onHold: boolean;
  holdReason?: string | null;
  embargoUntil: string | null;
  /** ISO 8601 UTC. */
  now: string;
}): PublicationBlock[] {
  const blocks: PublicationBlock[] = [];
  if (onHold)
    blocks.push({
      ...stopsPublication,
      code: 'ON_HOLD',
      field: 'flags.onHold',
      message: `The article is on hold${holdReason ? ` (${holdReason})` : ''}: have an editor release it first.`,
    });
  // Written so that an embargo that cannot be read holds.
  if (embargoUntil && !(Date.parse(now) >= Date.parse(embargoUntil)))
    blocks.push({
      ...stopsPublication,
      code: 'EMBARGOED',
      field: 'embargoUntil',
      message: `The article is under embargo until ${embargoUntil}: schedule it for that time or later.`,
    });
  return blocks;
}

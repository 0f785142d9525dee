import { stopsPublication, type PublishIssue } from './PublishIssue';

export interface PublicationBlock extends PublishIssue {
  code: 'ON_HOLD' | 'EMBARGOED' | 'LEGAL_CHECK_OPEN' | 'FACT_CHECK_OPEN';
}

/** What keeps an approved edition from the public at this moment: a hold, an embargo, an open check. */
export function publicationBlocks({
  onHold,
  holdReason,
  embargoUntil,
  openChecks = [],
  now,
}: {
  onHold: boolean;
  holdReason?: string | null;
  embargoUntil: string | null;
  /** Asked for since the approval: before it, they are issues of the approval. */
  openChecks?: readonly ('legal' | 'factCheck')[];
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
  if (openChecks.includes('legal'))
    blocks.push({
      ...stopsPublication,
      code: 'LEGAL_CHECK_OPEN',
      field: 'flags.legal',
      message: 'The legal check is open: have it done, then mark it complete.',
    });
  if (openChecks.includes('factCheck'))
    blocks.push({
      ...stopsPublication,
      code: 'FACT_CHECK_OPEN',
      field: 'flags.factCheck',
      message: 'The fact check is open: have a fact-checker complete it.',
    });
  return blocks;
}

import { roleOnDay } from '../edition/roleOnDay';
import type { PersonDocument, QuoteDocument } from '../edition/WorkingCopy';
import type { FoundFault } from './findingOf';
import type { Speaker } from './saysAnother';
import { shortenedWords } from './shortenedWords';
import { answeredBy, GENERATED } from './vouching';

/** A Quote elsewhere that has the same words. */
export interface SameWords {
  /** The Quote of this article. */
  quote: string;
  /** The other Quote. */
  other: string;
  /** Who said them, by the other Quote. */
  speaker: string;
}

/** The faults of a Quote itself, wherever its words stand. */
export function recordFaults(options: {
  quote: QuoteDocument;
  section: string;
  field: string;
  speaker: Speaker;
  person: PersonDocument | undefined;
  sameWords: readonly SameWords[];
}): FoundFault[] {
  const { quote, section, field, speaker, person, sameWords } = options;
  const words = quote.text ?? '';
  const shown = `“${shortenedWords(words)}”`;
  const common = {
    field,
    subject: { collection: 'quotes', id: quote.id },
    section,
    quote: quote.id,
    words,
  } as const;
  const about = { quote: quote.id, words };
  const faults: FoundFault[] = [];
  const status = quote.verification?.status ?? 'unverified';
  if (status === 'disputed')
    faults.push({
      ...common,
      rule: 'disputed',
      about,
      message: `The quotation ${shown} is disputed: settle it with the fact-checker, or leave it out.`,
    });
  const answer = answeredBy(quote);
  const isSpoken = status === 'unverified' && quote.kind !== 'indirect';
  if (isSpoken && answer === null)
    faults.push({
      ...common,
      rule: 'unanswered',
      about,
      message:
        quote.origin === GENERATED
          ? `The words ${shown} came out of a generating tool: have a fact-checker verify them, or leave them out.`
          : `Nobody answers for the quotation ${shown}: vouch for it, or have a fact-checker verify it.`,
    });
  if (isSpoken && answer === 'vouched')
    faults.push({
      ...common,
      rule: 'unverified',
      about,
      message: `The quotation ${shown} is not verified: have a fact-checker compare it with its source.`,
    });
  for (const same of sameWords)
    faults.push({
      ...common,
      rule: 'conflicting',
      about: { ...about, ...same, recorded: speaker.name },
      message: `The words ${shown} are recorded for ${speaker.name} here and for ${same.speaker} in another quote: find out who said them.`,
    });
  const missing = roleNotInForce(quote, person);
  if (missing)
    faults.push({
      ...common,
      rule: 'roleNotInForce',
      about: { ...about, role: quote.speakerRole ?? null, date: missing.date },
      message: `On ${missing.date}, the day of ${shown}, ${speaker.name} was not ${quote.speakerRole ?? ''}: put the role or the date right.`,
    });
  return faults;
}

/**
 * The day on which the speaker did not hold the role that the Quote gives, though the person's record
 * knows that role for other days. A role that the record does not know at all says nothing.
 */
function roleNotInForce(
  { speakerRole, occasion }: QuoteDocument,
  person: PersonDocument | undefined,
): { date: string } | null {
  const date = occasion?.date?.slice(0, 10);
  const given = speakerRole?.toLowerCase();
  if (!date || !given) return null;
  const same = (person?.roles ?? []).filter(({ title }) => {
    return title && given.includes(title.toLowerCase());
  });
  const isHeld = same.some((role) => roleOnDay([role], date) !== null);
  return same.length === 0 || isHeld ? null : { date };
}

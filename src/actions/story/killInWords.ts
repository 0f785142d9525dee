import type { Kill } from '../../domain/formats/SourceStory';
import type { KilledArticle } from './killStory';

/** What became of a story that its source takes back, one sentence for each article of it. */
export function killInWords(
  fileName: string,
  { externalId }: Kill,
  killed: readonly KilledArticle[],
): string[] {
  if (killed.length > 0) return killed.map((article) => `${fileName}: ${outcomeOf(article)}`);
  const message = 'It was cancelled or withheld by its source: do not publish it.';
  return [`${fileName}, item ${externalId}: ${message}`];
}

function outcomeOf({ headline, outcome }: KilledArticle): string {
  switch (outcome) {
    case 'live':
      return `The source took back “${headline}”, which readers see: withdraw it.`;
    case 'held':
      return `The source took back “${headline}”: it is on hold.`;
    case 'unchanged':
      return `The source took back “${headline}”, and nothing was to be done: it is on hold already, or a later version came in.`;
  }
}

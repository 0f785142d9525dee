import type { QuoteDocument } from '../edition/WorkingCopy';
import { foldText } from '../quotes/foldText';
import type { QuoteLanguage } from '../quotes/FoundQuote';
import { bareWords, findFaithful } from '../quotes/verifyQuote';
import { differenceInWords } from './differenceInWords';
import type { FoundFault } from './findingOf';
import { differenceOf, pairQuotations, type QuotePair } from './pairQuotations';
import { indexQuotes, type QuoteIndex } from './quoteIndex';
import { readQuotations, type KnownSpeaker, type Quotation } from './readQuotations';
import type { ReadersText } from './readersTexts';
import { saysAnother, type Speaker } from './saysAnother';
import type { QuotationAnchor } from './SectionQuotation';
import { shortenedWords } from './shortenedWords';
import { turnedMeaning } from './turnedMeaning';
import { sentenceOfWriter } from './sentenceOfWriter';

/** A note that puts words right must be able to repeat them. */
const PUTS_RIGHT =
  /\b(misquot\w+|misattribut\w+|earlier version|previous version|incorrectly|wrongly|mistakenly|in error|falsch|irrtümlich|frühere[nr]? fassung)\b/i;

/**
 * The faults of quotations that stand outside of the bodies, in a headline, a caption or a
 * description: each must be a part of a quotation on record, or of words of which an editor said that
 * they need none, and must be given to who said them.
 */
export function fieldFaults(options: {
  texts: readonly ReadersText[];
  above: string | null;
  documents: readonly QuoteDocument[];
  people: readonly KnownSpeaker[];
  dismissed: readonly QuotationAnchor[];
  language: QuoteLanguage;
  speakerOf: (quote: QuoteDocument) => Speaker;
}): FoundFault[] {
  const { texts, above, documents, people, dismissed, language, speakerOf } = options;
  const read = readQuotations({
    above,
    sections: texts.map(({ text }) => text),
    people,
    language,
  });
  if (read.every((quotations) => quotations.length === 0)) return [];
  const index = indexQuotes(documents.map(({ id, text }) => ({ id, text: text ?? '' })));
  const needless = dismissed.map(({ exact }) => foldText(exact.toLowerCase()));
  return texts.flatMap((field, at): FoundFault[] => {
    const quotations = (read[at] ?? []).filter(
      ({ text }) =>
        !needless.some((words) => isWithin(text.toLowerCase(), words)) &&
        !(field.path === 'change.note' && PUTS_RIGHT.test(field.text)),
    );
    const pairs = pairInAnyCase(quotations, index, documents);
    return quotations.flatMap((quotation, place) => {
      const pair = pairs[place] ?? null;
      const quote = pair ? (documents[pair.quote] ?? null) : null;
      const scene = { field, quotation, language };
      if (!pair || !quote) return [unrecorded(scene)];
      const speaker = speakerOf(quote);
      return [
        ...wordsFault(scene, pair, quote),
        ...(quotation.speaker && saysAnother(quotation.speaker, speaker)
          ? [misattributed(scene, quote, speaker)]
          : []),
      ];
    });
  });
}

interface Scene {
  field: ReadersText;
  quotation: Quotation;
  language: QuoteLanguage;
}

/** Headlines are written with capitals that nobody spoke. */
function pairInAnyCase(
  quotations: readonly Quotation[],
  index: QuoteIndex,
  documents: readonly QuoteDocument[],
): (QuotePair | null)[] {
  return pairQuotations({ quotations, quotes: index }).map((pair, at) => {
    if (pair && pair.fit.kind !== 'altered' && pair.fit.kind !== 'extended') return pair;
    const words = quotations[at]?.text.toLowerCase() ?? '';
    const quote = pair?.quote ?? -1;
    const record = foldText(documents[quote]?.text?.toLowerCase() ?? '');
    const found = findFaithful({ quote: bareWords(foldText(words).text), text: record });
    if (!pair || !found) return pair;
    const { start, end } = found;
    const places = found.status === 'elided' ? found.places : [];
    return { quote, fit: { kind: 'part', span: { start, end }, places } };
  });
}

function isWithin(words: string, text: ReturnType<typeof foldText>): boolean {
  return findFaithful({ quote: bareWords(foldText(words).text), text }) !== null;
}

function placeOf({ field, quotation }: Scene, quote: QuoteDocument | null) {
  return {
    field: field.path,
    subject: field.subject,
    section: null,
    quote: quote?.id ?? null,
    words: quotation.text,
  };
}

/** Everything that an override of the finding is about. */
function about({ field, quotation }: Scene, quote: QuoteDocument | null, more: object = {}) {
  return {
    field: field.path,
    holder: field.subject?.id ?? null,
    words: quotation.text,
    quote: quote?.id ?? null,
    record: quote?.text ?? null,
    ...more,
  };
}

function unrecorded(scene: Scene): FoundFault {
  return {
    ...placeOf(scene, null),
    rule: 'unrecorded',
    about: about(scene, null),
    message: `In ${scene.field.name}, no quote of the article records “${shortenedWords(scene.quotation.text)}”: quote what is on record, or leave the marks away.`,
  };
}

function wordsFault(scene: Scene, { fit }: QuotePair, quote: QuoteDocument): FoundFault[] {
  const { field, quotation, language } = scene;
  const { text: words, kind } = quotation;
  const record = quote.text ?? '';
  if (fit.kind === 'exact') return [];
  if (fit.kind === 'altered' || fit.kind === 'extended') {
    const difference = differenceOf(words, record, fit);
    return [
      {
        ...placeOf(scene, quote),
        rule: 'altered',
        about: about(scene, quote),
        difference,
        message: `In ${field.name}, “${shortenedWords(words)}” is not what was said: ${differenceInWords(difference)}. Put the text right, or the record if the source says so.`,
      },
    ];
  }
  const turned = turnedMeaning({
    record,
    span: fit.span,
    places: fit.places,
    alsoShown: [],
    words,
    kind,
    ...sentenceOfWriter(field.text, quotation),
    language,
  });
  if (!turned) return [];
  const { told, whole } = turned;
  return [
    {
      ...placeOf(scene, quote),
      rule: 'turned',
      about: about(scene, quote, { told }),
      sentence: { shown: words, whole },
      message: `In ${field.name}, “${shortenedWords(words)}” may not mean what was said: ${told}. The whole sentence is “${whole}”: keep its sense, or have an editor decide.`,
    },
  ];
}

function misattributed(scene: Scene, quote: QuoteDocument, speaker: Speaker): FoundFault {
  const { quotation, field } = scene;
  const named = quotation.speaker?.name ?? quotation.speaker?.mention ?? '';
  return {
    ...placeOf(scene, quote),
    rule: 'misattributed',
    about: about(scene, quote, { named, recorded: speaker.name }),
    message: `In ${field.name}, the text gives “${shortenedWords(quotation.text)}” to ${named}, the record to ${speaker.name}: put the text or the record right.`,
  };
}

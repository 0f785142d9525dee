import type { QuoteLanguage } from '../quotes/FoundQuote';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Without one of these a sentence says the opposite. */
const NEGATIONS: Record<QuoteLanguage, ReadonlySet<string>> = {
  en: set('not no never nor neither none nobody nothing nowhere hardly scarcely barely without'),
  de: set(
    'nicht nichts nie niemals niemand niemanden niemandem nirgends kaum weder ohne kein keine keinen keinem keiner keines keineswegs keinesfalls',
  ),
  fr: set('ne n pas jamais rien aucun aucune ni guère sans nul nulle nullement'),
  es: set('no nunca jamás nada nadie ningún ninguno ninguna ni tampoco sin apenas'),
  it: set('non no mai niente nulla nessuno nessuna né senza'),
  pt: set('não nunca jamais nada ninguém nenhum nenhuma nem sem'),
  nl: set('niet geen nooit niemand niets nergens zonder nauwelijks'),
  pl: set('nie nigdy nikt nic żaden żadna żadne bez ani'),
  sv: set('inte aldrig ingen inget inga ingenting icke ej utan knappast'),
  fi: set('en et ei emme ette eivät älä ilman'),
};

/** These make of what is so what may, must or will be so, under a condition or by a measure. */
const MODALS: Record<QuoteLanguage, ReadonlySet<string>> = {
  en: set(
    'would could should might may must can will shall ought if unless only almost nearly perhaps maybe possibly allegedly supposedly probably',
  ),
  de: set(
    'würde würden könnte könnten sollte sollten müsste müssten dürfte dürften möchte möchten kann können muss müssen soll sollen darf dürfen wird werden wenn falls sofern nur fast beinahe vielleicht möglicherweise angeblich womöglich vermutlich wohl',
  ),
  fr: set(
    'pourrait pourrais pourrions devrait devrais devrions serait serais aurait aurais peut peux doit dois si seulement presque peut-être prétendument',
  ),
  it: set('potrebbe dovrebbe sarebbe avrebbe può deve se solo quasi forse'),
  pt: set('poderia deveria seria teria pode deve se só quase talvez'),
  nl: set('zou zouden kan moet mag als indien alleen bijna misschien'),
  pl: set('by mógłby powinien może musi jeśli jeżeli tylko prawie być-może'),
  sv: set('skulle kunde borde kan måste får om bara nästan kanske'),
  fi: set('voisi pitäisi olisi voi pitää jos vain melkein ehkä'),
  es: set(
    'podría podríamos debería deberíamos sería habría puede puedo debe debo si solo sólo casi quizá quizás tal-vez supuestamente',
  ),
};

/** What follows is not said by the speaker, or not meant. */
const HEDGES =
  /(?<!\p{L})(lie|lies|lying|liar|false|untrue|nonsense|myth|rumou?rs?|jok(?:e|es|ing)|kidding|pretend\w*|imagin\w+|suppos\w+|claim\w*|alleg\w+|accus\w+|den(?:y|ies|ied)|doubt\w*|refus\w+|(?:or so|they|people|some|others|opponents|critics) (?:they )?(?:say|said|think|believe|want|call)|as if|so-called|lüge\w*|gelogen|falsch|unwahr|unsinn|gerüchte?|behaupt\w+|angeblich\w*|bestreit\w+|bezweif\w+|vorwurf|vorwürfe|mensonge|mentir\w*|faux|prétend\w*|rumeur|nie|nient|mentira|miento|falso|rumor|dicen|afirman|niego)(?![\p{L}])/iu;

/** Contractions as the words that they stand for. */
const SPELT_OUT: readonly [RegExp, string][] = [
  [/(?<![\p{L}])won't(?![\p{L}])/gu, 'will not'],
  [/(?<![\p{L}])can't(?![\p{L}])|(?<![\p{L}])cannot(?![\p{L}])/gu, 'can not'],
  [/n't(?![\p{L}])/gu, ' not'],
  [/'ll(?![\p{L}])/gu, ' will'],
  [/'d(?![\p{L}])/gu, ' would'],
  [/(?<![\p{L}])n'/gu, 'ne '],
];

/** What the words of a stretch do to the sense of the sentence that they stand in. */
export interface Sense {
  negations: number;
  modals: ReadonlySet<string>;
  isHedged: boolean;
  words: readonly string[];
}

/** English counts in every language: what was said in it is quoted in all. */
export function senseOf(text: string, language: QuoteLanguage): Sense {
  let plain = text.replace(/[’ʼ]/g, "'").toLowerCase();
  for (const [contraction, spelt] of SPELT_OUT) plain = plain.replace(contraction, spelt);
  const words = plain.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  // "No" is "in the" in Portuguese, and an article elsewhere.
  const isNegation = (word: string): boolean =>
    NEGATIONS[language].has(word) || (word !== 'no' && NEGATIONS.en.has(word));
  return {
    negations: words.filter(isNegation).length,
    modals: new Set(words.filter((word) => MODALS[language].has(word) || MODALS.en.has(word))),
    isHedged: HEDGES.test(text),
    words,
  };
}

/** Whether words in brackets have another sense than those that they replace. */
export function changesSense(before: Sense, after: Sense): boolean {
  return (
    before.negations !== after.negations ||
    before.modals.size !== after.modals.size ||
    [...before.modals].some((modal) => !after.modals.has(modal)) ||
    isOpposite(before.words, after.words) ||
    isOpposite(after.words, before.words)
  );
}

/** "Unlikely" for "likely". */
function isOpposite(words: readonly string[], others: readonly string[]): boolean {
  return words.some((word) =>
    others.some(
      (other) =>
        word.length > other.length &&
        OPPOSITE.test(word) &&
        word.endsWith(other) &&
        word.length - other.length <= 3,
    ),
  );
}

const OPPOSITE = /^(un|in|im|il|ir|dis|non|mis|miss|des|anti)/;

/** Words like "unable" and "unwilling" that negate without a word for it. */
export function hasNegatingPrefix({ words }: Sense): boolean {
  return words.some(
    (word) =>
      /^un\p{L}{4,}$/u.test(word) &&
      !/^(under|until|unter|unit|univer|uniq|unif|uns|uni)/u.test(word),
  );
}

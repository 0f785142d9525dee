import { describe, expect, it } from 'vitest';

import { attributeQuotes } from '../../../src/domain/quotes/attributeQuotes';
import { languageOfText } from '../../../src/domain/quotations/quoteLanguage';
import { CONFIDENT } from '../../../src/domain/quotes/Attribution';

const ABOVE =
  'Die Hafenministerin Ada Möwe (SPD) traf am 20. Juli 2024 den Fährmann Jörg Brüning in Port Hallow.\n\n';

function read(text: string) {
  const whole = ABOVE + text;
  const { quotes } = attributeQuotes({ text: whole, language: 'de' });
  return quotes
    .filter(({ confidence }) => confidence >= 0.5)
    .map(({ speaker, attribution: { mention, confidence } }) => ({
      speaker,
      mention: mention && whole.slice(mention.start, mention.end),
      isSure: confidence >= CONFIDENT,
    }));
}

describe('German speakers', () => {
  it.each([
    ['verb behind the marks', '„Der Steg kommt zurück“, sagte Möwe.'],
    ['office before the name', '„Der Steg kommt zurück“, sagte Hafenministerin Möwe.'],
    ['article, office and name', '„Der Steg kommt zurück“, erklärte die Ministerin Ada Möwe.'],
    ['so', '„Der Steg kommt zurück“, so Möwe.'],
    ['so with an office', '„Der Steg kommt zurück“, so die Ministerin Ada Möwe am Montag.'],
    ['wie', '„Der Steg kommt zurück“, wie Möwe sagte.'],
    ['any verb in its place', '„Der Steg kommt zurück“, begründete Möwe den Beschluss.'],
    ['subject first', 'Möwe sagte: „Der Steg kommt zurück.“'],
    ['verb in the second place', 'Am Montag sagte Möwe: „Der Steg kommt zurück.“'],
    ['a date in the first place', 'Am 21. Juli sagte Möwe: „Der Steg kommt zurück.“'],
    ['an adverb in the first place', 'Besorgt äußerte sich Möwe: „Der Steg kommt nie zurück.“'],
    ['the perfect', 'Möwe hatte am Montag in Berlin gesagt: „Der Steg kommt zurück.“'],
    [
      'the perfect, turned',
      'Bereits am Montag hatte Möwe in Berlin gesagt: „Der Steg kommt zurück.“',
    ],
    ['a relative clause between', 'Möwe, die seit Mai im Amt ist, sagte: „Der Steg kommt zurück.“'],
    [
      'an object in the first place',
      'Den Beschluss begrüßte und lobte Möwe: „Der Steg kommt zurück.“',
    ],
    ['a subordinate clause', 'Möwe betonte, dass der Steg „im Mai wieder für alle offen“ sei.'],
    [
      'reported speech',
      'Möwe äußerte sich am Montag. Der Steg sei „im Mai wieder für alle offen“.',
    ],
    ['so at the end', 'Der Steg müsse „im Mai wieder für alle offen“ sein, so Möwe.'],
    ['laut', 'Laut Möwe ist der Steg „im Mai wieder für alle offen“.'],
    ['nach Angaben', 'Nach Angaben von Möwe ist der Steg „im Mai wieder für alle offen“.'],
    ['turned guillemets', '»Der Steg kommt zurück«, sagte Möwe.'],
  ])('are found: %s', (_what, text) => {
    expect(read(text).map(({ speaker }) => speaker)).toEqual(['Ada Möwe']);
  });

  it('are described where they have no name', () => {
    expect(read('„Der Steg kommt zurück“, sagte ein Sprecher der Reederei.')[0]?.mention).toBe(
      'ein Sprecher der Reederei',
    );
    expect(read('„Der Steg kommt zurück“, hieß es in der Mitteilung des Rats.')[0]?.mention).toBe(
      'der Mitteilung des Rats',
    );
  });

  it('are sure with a name beside the verb, and not where something else must be guessed', () => {
    expect(read('„Der Steg kommt zurück“, sagte Möwe.')[0]?.isSure).toBe(true);
    expect(read('Es regnete. „Der Steg kommt zurück.“')[0]?.isSure).toBe(false);
  });

  it.each([
    'Sie sangen das Lied „Wind im Hafen der Nacht“ am Montag.',
    'Die „Initiative freier Steg Port Hallow“ traf sich am Montag.',
    'Er las sein Buch „Der lange Steg nach Norden“ vor.',
  ])('are looked for in no name: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('speakers in languages of which the commonest verbs are known', () => {
  it.each([
    ['it', '«Il ponte tornerà», ha detto Ada Fenwick.'],
    ['pt', '“A ponte voltará”, disse Ada Fenwick.'],
    ['nl', '“De brug komt terug”, zei Ada Fenwick.'],
    ['pl', '„Most wróci”, powiedziała Ada Fenwick.'],
    ['sv', '”Bron kommer tillbaka”, sade Ada Fenwick.'],
    ['fi', '”Silta tulee takaisin”, sanoi Ada Fenwick.'],
  ] as const)('are found in %s: %s', (language, text) => {
    expect(attributeQuotes({ text, language }).quotes.map(({ speaker }) => speaker)).toEqual([
      'Ada Fenwick',
    ]);
  });

  it('are read in the language of the text where nobody chose another', () => {
    expect(
      languageOfText('Der Steg ist im Mai wieder für alle offen, und das ist gut so.', null),
    ).toBe('de');
    expect(languageOfText('Steg', 'fr')).toBe('fr');
    expect(languageOfText('Steg', null)).toBe('en');
  });
});

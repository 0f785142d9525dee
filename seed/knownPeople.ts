import type { KnownPerson } from '../src/domain/story/ParsedStory';

/** People whom texts name by title or surname alone. The Wikidata id tells namesakes apart. */
export const knownPeople: readonly KnownPerson[] = [
  { name: 'Mark Rutte', aliases: ['Mr. Rutte', 'Rutte'], wikidataId: 'Q57792' },
  {
    name: 'Donald Trump',
    aliases: ['President Trump', 'Mr. Trump', 'Donald J. Trump', 'Trump'],
    wikidataId: 'Q22686',
  },
  { name: 'Marco Rubio', aliases: ['Senator Rubio', 'Mr. Rubio', 'Rubio'], wikidataId: 'Q324546' },
  { name: 'Margaret Brennan', aliases: ['Ms. Brennan', 'Brennan'] },
];

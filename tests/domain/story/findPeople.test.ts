import { describe, expect, it } from 'vitest';

import { findPeople } from '../../../src/domain/story/findPeople';
import type { KnownPerson } from '../../../src/domain/story/ParsedStory';

function read(text: string, knownPeople: KnownPerson[] = []) {
  const { people, mentions } = findPeople({ text, knownPeople });
  return {
    people,
    names: people.map((person) => person.name),
    mentions: mentions.map(({ start, end, person }) => [
      text.slice(start, end),
      people[person]?.name,
    ]),
  };
}

describe('findPeople', () => {
  it('takes surname, title and possessive for the person whose full name the text gives', () => {
    const text =
      "Senator Ada Fenwick spoke first. Fenwick's brother left. Senator Fenwick stayed, and Ms. Fenwick paid.";
    expect(read(text).mentions).toEqual([
      ['Senator Ada Fenwick', 'Ada Fenwick'],
      ['Fenwick', 'Ada Fenwick'],
      ['Senator Fenwick', 'Ada Fenwick'],
      ['Ms. Fenwick', 'Ada Fenwick'],
    ]);
  });

  it('reads the known name behind a title, and only with its help', () => {
    const text = 'Mr. Quill came late. Quill left early.';
    expect(read(text).names).toEqual(['Mr. Quill']);
    expect(
      read(text, [{ name: 'Tom Quill', aliases: ['Mr. Quill'], wikidataId: 'Q0' }]).people,
    ).toEqual([expect.objectContaining({ name: 'Tom Quill', wikidataId: 'Q0' })]);
  });

  it('does not take a known surname for the known person where the text names another', () => {
    const known = [{ name: 'Tom Quill', aliases: ['Mr. Quill', 'Quill'] }];
    expect(read('Lena Quill spoke. Quill then sang.', known).names).toEqual(['Lena Quill']);
  });

  it.each([
    ['NATO Secretary General Mark Rutte spoke.', 'Secretary General', 'NATO'],
    ['He met Secretary of State Ida Brandt.', 'Secretary of State', null],
    ['Then harbour master Ada Fenwick spoke.', 'harbour master', null],
    ['Ada Fenwick, the mayor of Port Hallow, spoke.', 'mayor', 'Port Hallow'],
    [
      'Tom Quill, 54, chief executive of Hallow Ferries, spoke.',
      'chief executive',
      'Hallow Ferries',
    ],
    ['The town clerk, Edgar Snow, spoke.', 'town clerk', null],
    ['Sen. Ada Fenwick spoke.', 'Senator', null],
    ['Prime Minister Lena Marsh spoke.', 'Prime Minister', null],
  ])('reads the role in "%s"', (text, title, organisation) => {
    expect(read(text).people[0]?.roles).toEqual([{ title, organisation }]);
  });

  it('tells namesakes apart by title, else by who was named last', () => {
    const text =
      'Paul Fenwick and Alma Fenwick own the boat. Mr. Fenwick sails it. Fenwick built it. Mrs. Fenwick paid.';
    expect(read(text).mentions.slice(2)).toEqual([
      ['Mr. Fenwick', 'Paul Fenwick'],
      ['Fenwick', 'Paul Fenwick'],
      ['Mrs. Fenwick', 'Alma Fenwick'],
    ]);
  });

  it('finds nobody among places, bodies, works and days', () => {
    const text =
      'The White House and the United States warned NATO on Friday. The Hallow Courier, Port Hallow, Article 5, General Motors, the Foreign Minister and the Attorney General said nothing. Nuclear Deterrence matters to Europe.';
    expect(read(text).names).toEqual([]);
  });
});

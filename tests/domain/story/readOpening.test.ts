import { describe, expect, it } from 'vitest';

import { readBylines } from '../../../src/domain/story/readBylines';
import { readDateline } from '../../../src/domain/story/readDateline';
import { readOpening } from '../../../src/domain/story/readOpening';

const blocks = (...texts: string[]) => texts.map((text, index) => ({ text, line: index + 1 }));
const LEAD =
  'The ferry to Skerry Island sailed again on Monday, three winters after a storm tore the pier of Port Hallow away.';

describe('readBylines', () => {
  it.each([
    ['By Ada Fenwick', ['Ada Fenwick']],
    ['By Ada Fenwick and Tom Quill', ['Ada Fenwick', 'Tom Quill']],
    ['By Nora Pell, Coast Correspondent', ['Nora Pell']],
    ['Story by Greta Holm', ['Greta Holm']],
    ['Von Jutta Reim', ['Jutta Reim']],
    ['Par Camille Roussel et Léa Martin', ['Camille Roussel', 'Léa Martin']],
  ])('reads "%s"', (line, names) => {
    expect(readBylines(line)).toEqual(names);
  });

  it('leaves a sentence that opens with "By" alone', () => {
    expect(readBylines('By noon the ferry was full.')).toBeNull();
    expect(readBylines('By the harbour')).toBeNull();
  });
});

describe('readDateline', () => {
  it.each([
    ['PORT HALLOW (Harbour Wire) — ', 'PORT HALLOW (Harbour Wire)'],
    ['NEW QUAY, March 3 – ', 'NEW QUAY, March 3'],
    ['Port Hallow (HPA) - ', 'Port Hallow (HPA)'],
    ['COLD POINT — ', 'COLD POINT'],
  ])('takes "%s" off the lead', (opening, dateline) => {
    expect(readDateline(`${opening}${LEAD}`)).toEqual({ dateline, rest: LEAD });
  });

  it('leaves a dash inside of a sentence alone', () => {
    const text = 'Hallow Ferries — the only line to the island — sails at dawn.';
    expect(readDateline(text)).toEqual({ dateline: null, rest: text });
  });
});

describe('readOpening', () => {
  it('takes a summary above a byline for the standfirst', () => {
    const answer = readOpening(
      blocks('Ferry Returns', 'It was a long wait.', 'By Ada Fenwick', LEAD),
    );
    expect(answer).toMatchObject({ standfirst: 'It was a long wait.', bylines: ['Ada Fenwick'] });
  });

  it('takes a short summary that the lead tells again for the standfirst', () => {
    const summary = 'The ferry to Skerry Island sails again from Port Hallow after three winters.';
    expect(readOpening(blocks('Ferry Returns', summary, LEAD))).toMatchObject({
      standfirst: summary,
    });
  });

  it('leaves the first paragraph in the lead where it is no summary', () => {
    const answer = readOpening(blocks('Ferry Returns', LEAD, 'Nobody was aboard but the mayor.'));
    expect(answer).toMatchObject({ standfirst: null });
    expect(answer).toHaveProperty('rest.0.text', LEAD);
  });

  it('says what is wrong with a text that holds no story', () => {
    expect(readOpening([])).toMatchObject({ ok: false, code: 'STORY_EMPTY' });
    expect(readOpening(blocks(LEAD + LEAD, LEAD))).toMatchObject({
      ok: false,
      code: 'STORY_NO_HEADLINE',
      line: 1,
    });
  });
});

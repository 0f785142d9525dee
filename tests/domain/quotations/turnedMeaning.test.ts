import { describe, expect, it } from 'vitest';

import { findingsOf, stoppedBy, struck, type Planted } from './plantedNewsroom';

const turned = (planted: Planted) =>
  findingsOf(planted).filter(({ rule }) => rule === 'turned' || rule === 'joined');

describe('what turns a meaning round stops the approval', () => {
  it.each([
    ['I do not support it at all.', '“I … support it at all,” Ada Quill said.'],
    ['I do not support it at all.', '“I [...] support it at all,” Ada Quill said.'],
    ['I do not support it at all.', '“I [do] support it at all,” Ada Quill said.'],
    ['I will support the plan.', '“I will [not] support the plan,” Ada Quill said.'],
    ['I will support the plan.', '“I [might] support the plan,” Ada Quill said.'],
    ['I can’t support the plan.', '“I [can] support the plan,” Ada Quill said.'],
    ['I would hardly call it a success.', '“I would … call it a success,” Ada Quill said.'],
    [
      'It is unlikely that we will stay here.',
      '“It is [likely] that we will stay here,” Ada Quill said.',
    ],
    ['I would sell the bridge tomorrow.', '“I … sell the bridge tomorrow,” Ada Quill said.'],
    [
      'I would be lying if I said I took the money from the council.',
      '“I took the money from the council,” Ada Quill said.',
    ],
    ['It is not true that I took the money.', '“I took the money,” Ada Quill said.'],
    [
      'They claim that I took the money from the council.',
      '“I took the money from the council,” Ada Quill said.',
    ],
    ['I never said we would sell the library.', '“We would sell the library,” Ada Quill said.'],
    ['I will resign if the council asks me to.', '“I will resign,” Ada Quill said.'],
    ['I will vote for it unless the price goes up.', '“I will vote for it,” Ada Quill said.'],
    ['The gate is open to nobody at all.', '“The gate is open,” Ada Quill said.'],
    ['I support the plan, or so they say.', '“I support the plan,” Ada Quill said.'],
    ['That I took the money is a lie.', '“I took the money,” Ada Quill said.'],
    [
      'Did you hear that I took the money from the council?',
      '“I took the money from the council,” Ada Quill said.',
    ],
    ['I should give the money back?', '“I should give the money back,” Ada Quill said.'],
    ['Ich unterstütze den Plan nicht.', '„Ich unterstütze den Plan“, sagte Ada Quill.', 'de'],
    [
      'Ich werde den Plan nicht unterstützen.',
      '„Ich werde den Plan … unterstützen“, sagte Ada Quill.',
      'de',
    ],
    ['Wir haben keine Schulden gemacht.', '„Wir haben … Schulden gemacht“, sagte Ada Quill.', 'de'],
    [
      'Wir bauen die Brücke, wenn der Rat zustimmt.',
      '„Wir bauen die Brücke“, sagte Ada Quill.',
      'de',
    ],
    ['Je ne soutiens pas le projet.', '« Je … soutiens … le projet », a déclaré Ada Quill.', 'fr'],
    [
      'Je ne soutiendrai jamais le projet.',
      '« Je … soutiendrai … le projet », a déclaré Ada Quill.',
      'fr',
    ],
    [
      'Yo no apoyo el plan de la ciudad.',
      '«Yo … apoyo el plan de la ciudad», dijo Ada Quill.',
      'es',
    ],
    [
      'Nunca diré que apoyo el plan de la ciudad.',
      '«Apoyo el plan de la ciudad», dijo Ada Quill.',
      'es',
    ],
  ])('%s | %s', (record, text, language = 'en') => {
    expect(stoppedBy({ records: [record], text, language })).toContain('QUOTE_TURNED');
  });

  it('a word struck through within a quotation', () => {
    const text = struck('“I do ~~not~~ support the plan,” Ada Quill said.');
    expect(stoppedBy({ records: ['I do not support the plan'], text })).toEqual(['QUOTE_TURNED']);
    const [finding] = turned({ records: ['I do not support the plan'], text });
    expect(finding?.message).toContain('“not” is struck through');
  });

  it('an indirect record that lost its “not”', () => {
    const records = [{ text: 'I do not support the plan', kind: 'indirect' }];
    expect(stoppedBy({ records, text: '“I do support the plan,” Ada Quill said.' })).not.toEqual(
      [],
    );
    const told = [{ text: 'that she does not support the new plan', kind: 'indirect' }];
    expect(
      stoppedBy({ records: told, text: 'Ada Quill said that she does support the new plan.' }),
    ).toEqual(['QUOTE_TURNED']);
  });

  it('two records joined in one quotation', () => {
    const records = ['I like the idea of a new bridge', 'We shall sell the library to the bank'];
    expect(
      stoppedBy({
        records,
        text: '“I like the idea of a new bridge. We shall sell the library to the bank,” Ada Quill said.',
      }),
    ).toContain('QUOTE_JOINED');
    expect(
      stoppedBy({
        records,
        text: '“I like the idea of a new bridge … We shall sell the library,” Ada Quill said.',
      }),
    ).toContain('QUOTE_JOINED');
    expect(
      stoppedBy({
        records,
        text: '“I like the idea of a new bridge … to the bank,” Ada Quill said.',
      }),
    ).not.toEqual([]);
  });

  it('shows the whole sentence beside the shortened one', () => {
    const [finding] = turned({
      records: ['We met on Monday. I do not support it at all. It rained.'],
      text: '“I … support it at all,” Ada Quill said.',
    });
    expect(finding).toMatchObject({
      severity: 'error',
      blocks: 'approve',
      sentence: { whole: 'I do not support it at all.', shown: 'I … support it at all,' },
    });
    expect(
      finding?.difference?.some(({ kind, text }) => kind === 'added' && /not/.test(text)),
    ).toBe(true);
    expect(finding?.message).toContain('“I do not support it at all.”');
  });
});

describe('what leaves the meaning as it is does not stop', () => {
  it.each([
    [
      'an aside',
      'We shall open the gate, as I have told the council, on Monday.',
      '“We shall open the gate … on Monday,” Ada Quill said.',
    ],
    [
      'an aside that will and may',
      'I think, and my brother may well agree, that it is late.',
      '“I think … that it is late,” Ada Quill said.',
    ],
    [
      'a whole sentence',
      'I like the bridge. I would not say so of every bridge in this town. We need it now.',
      '“I like the bridge. … We need it now,” Ada Quill said.',
    ],
    [
      'a name for a pronoun',
      'We told him that the gate is open.',
      '“We told [the mayor] that the gate is open,” Ada Quill said.',
    ],
    [
      'the same negation in brackets',
      'I can’t stand the noise of it.',
      '“I [cannot] stand the noise of it,” Ada Quill said.',
    ],
    [
      'a word that explains',
      'I took them to the harbour.',
      '“I took them [the children] to the harbour,” Ada Quill said.',
    ],
    [
      'a clause of its own',
      'We have no money, and the gate is open to all.',
      '“The gate is open to all,” Ada Quill said.',
    ],
    [
      'the first of two clauses',
      'The gate is open to all, but nobody comes.',
      '“The gate is open to all,” Ada Quill said.',
    ],
    [
      'sentences around it',
      'It is not easy. The gate is open to all. I would not change it.',
      '“The gate is open to all,” Ada Quill said.',
    ],
    [
      'a negation that the writer gives',
      'I do not think the gate is open to all.',
      'Ada Quill did not think “the gate is open to all” on Monday.',
    ],
    [
      'a question that is still asked',
      'Did you hear that the gate is open?',
      '“Did you hear that the gate is open?” Ada Quill asked.',
    ],
    [
      'words of a question',
      'Who could live with such a slap in the face of the island?',
      'Ada Quill called it “a slap in the face” on Monday.',
    ],
    [
      'a clause between the parts',
      'I will not resign from the council.',
      '“I will not,” Ada Quill said, “resign from the council.”',
    ],
    [
      'a German clause of its own',
      'Wir haben kein Geld, aber das Tor ist offen für alle.',
      '„Das Tor ist offen für alle“, sagte Ada Quill.',
    ],
  ])('%s', (_what, record, text) => {
    expect(turned({ records: [record], text })).toEqual([]);
    expect(stoppedBy({ records: [record], text })).toEqual([]);
  });
});

describe('another speaker than on record stops', () => {
  const records = ['I took the money from the council'];
  it.each([
    ['another person', 'Bruno Marsh said.'],
    ['somebody new', 'a rival said.'],
    ['somebody new in the plural', 'several residents said.'],
    ['somebody of somebody', 'her lawyer said.'],
    ['a spokesman', 'a spokesman for the council said.'],
    ['another one', 'another councillor said.'],
  ])('%s', (_what, said) => {
    expect(stoppedBy({ records, text: `“I took the money from the council,” ${said}` })).toEqual([
      'QUOTE_MISATTRIBUTED',
    ]);
  });
  it.each([
    ['the role of the record', 'the mayor said.'],
    ['the role with an article', 'a mayor said.'],
    ['the surname', 'Quill said.'],
    ['a title', 'Mayor Quill said.'],
    ['a pronoun', 'she said.'],
    ['a description that may be anybody', 'the politician said.'],
  ])('but not %s', (_what, said) => {
    expect(stoppedBy({ records, text: `“I took the money from the council,” ${said}` })).toEqual(
      [],
    );
  });
  it('stops where the record describes somebody else', () => {
    const described = [{ text: records[0], speaker: null, attribution: 'a fisher' }];
    const text = '“I took the money from the council,” a rival said.';
    expect(stoppedBy({ records: described, text })).toEqual(['QUOTE_MISATTRIBUTED']);
    const same = [{ text: records[0], speaker: null, attribution: 'a rival of the mayor' }];
    expect(stoppedBy({ records: same, text })).toEqual([]);
  });
});

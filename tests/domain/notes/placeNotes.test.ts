import { describe, expect, it } from 'vitest';

import type { NotePlace } from '../../../src/domain/notes/Note';
import { placeNotes, type SpotText } from '../../../src/domain/notes/placeNotes';
import { anchorIn } from '../../../src/domain/quotations/anchorIn';

const spot = (section: string, text: string, place: NotePlace = 'body'): SpotText => ({
  section,
  text,
  place,
});
const noteOn = (words: string, { place, section, text }: SpotText) => {
  const start = text.indexOf(words);
  return { place, section, anchor: anchorIn(text, { start, end: start + words.length }) };
};

const LEAD = spot('lead', 'The lighthouse of Port Hallow was lit on Tuesday evening.');
const WAIT = spot('wait', 'The town waited eleven years for it, and the keeper longest.');

describe('placeNotes', () => {
  it('puts notes into the order of the text', () => {
    const notes = [noteOn('keeper', WAIT), noteOn('Tuesday', LEAD), noteOn('town', WAIT)];
    const order = placeNotes(notes, [LEAD, WAIT]).map(({ anchor }) => anchor.exact);
    expect(order).toEqual(['Tuesday', 'town', 'keeper']);
    const turned = placeNotes(notes, [WAIT, LEAD]).map(({ anchor }) => anchor.exact);
    expect(turned).toEqual(['town', 'keeper', 'Tuesday']);
  });

  it('finds words that a split or a join took to another section', () => {
    const note = noteOn('eleven years for it', WAIT);
    const [joined] = placeNotes([note], [spot('lead', `${LEAD.text}\n\n${WAIT.text}`)]);
    expect(joined).toMatchObject({ section: 'lead', anchor: { exact: 'eleven years for it' } });
    expect(joined?.anchor.start).toBe(LEAD.text.length + 2 + 'The town waited '.length);
    const [back] = placeNotes(joined ? [joined] : [], [LEAD, WAIT]);
    expect(back).toMatchObject(note);
  });

  it('does not take a small word elsewhere for the one that is gone', () => {
    const [note] = placeNotes([noteOn('it', WAIT)], [LEAD, spot('wait', 'Nothing.')]);
    expect(note).toMatchObject({
      section: 'wait',
      anchor: { exact: 'it', start: null, end: null },
    });
  });

  it('puts those whose words are gone behind the others, and finds them once they are back', () => {
    const notes = [noteOn('lit on Tuesday', LEAD), noteOn('town', WAIT)];
    const without = placeNotes(notes, [spot('lead', 'Nothing.'), WAIT]);
    expect(without.map(({ anchor }) => [anchor.exact, anchor.start])).toEqual([
      ['town', 4],
      ['lit on Tuesday', null],
    ]);
    expect(placeNotes(without, [LEAD, WAIT])).toMatchObject(notes);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  isSameValue,
  joinVersions,
  settle,
  type Choice,
  type JoinedField,
} from '../../../src/domain/edition/joinVersions';
import { lexicalText } from '../../../src/domain/richText/lexicalText';
import type { RichText } from '../../../src/domain/richText/RichText';

const body = (...paragraphs: string[]): RichText => ({
  root: {
    type: 'root',
    direction: null,
    format: '',
    indent: 0,
    version: 1,
    children: paragraphs.map((text) => ({
      type: 'paragraph',
      version: 1,
      children: [{ type: 'text', version: 1, text }],
    })),
  },
});
const join = (base: object | null, mine: object, theirs: object): JoinedField[] =>
  joinVersions({
    base: base as never,
    mine: mine as never,
    theirs: theirs as never,
    fields: Object.keys({ ...mine, ...theirs }),
  });
const only = (fields: JoinedField[]): JoinedField => {
  expect(fields).toHaveLength(1);
  return fields[0] as JoinedField;
};
const all = (field: JoinedField, choice: Choice) =>
  settle(
    field,
    field.parts.map(() => choice),
  )?.value;

describe('joinVersions', () => {
  it('joins what two people did to different paragraphs, with nothing to choose', () => {
    const field = only(
      join(
        { body: body('One.', 'Two.', 'Three.') },
        { body: body('One, mine.', 'Two.', 'Three.') },
        { body: body('One.', 'Two.', 'Three, theirs.') },
      ),
    );
    expect(lexicalText(settle(field, [])?.value as RichText)).toBe(
      'One, mine.\n\nTwo.\n\nThree, theirs.',
    );
  });

  it('waits for a choice where both changed the same, and can keep both', () => {
    const field = only(
      join({ standfirst: 'Old.' }, { standfirst: 'Mine.' }, { standfirst: 'Theirs.' }),
    );
    expect(settle(field, [])).toBeNull();
    expect(settle(field, ['mine'])).toEqual({ value: 'Mine.' });
    expect(settle(field, ['theirs'])).toEqual({ value: 'Theirs.' });
    expect(settle(field, ['both'])).toEqual({ value: 'Theirs.\n\nMine.' });
  });

  it('takes a section that one added and one that the other moved', () => {
    const field = only(
      join(
        { sections: ['a', 'b', 'c'] },
        { sections: ['b', 'a', 'c'] },
        {
          sections: ['a', 'b', 'c', 'd'],
        },
      ),
    );
    expect(settle(field, [])).toEqual({ value: ['b', 'a', 'c', 'd'] });
  });

  it('keeps all that is not in both when nobody knows what was before', () => {
    const field = only(join(null, { body: body('One.', 'Mine.') }, { body: body('New.', 'One.') }));
    expect(lexicalText(settle(field, [])?.value as RichText)).toBe('New.\n\nOne.\n\nMine.');
  });

  it('gives either text back whole, whatever was changed', () => {
    const story = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 8 })
      .map((paragraphs) => paragraphs.join('\n\n'));
    fc.assert(
      fc.property(fc.option(story), story, story, (base, mine, theirs) => {
        fc.pre(mine !== theirs);
        const field = only(
          join(base === null ? null : { text: base }, { text: mine }, { text: theirs }),
        );
        expect(all(field, 'mine')).toBe(mine);
        expect(all(field, 'theirs')).toBe(theirs);
      }),
    );
  });

  it('sees through what forms, editors and the database write down differently', () => {
    const typed = body('One.');
    for (const child of typed.root.children) {
      Object.assign(child, { textFormat: 0, textStyle: '', indent: 0, direction: 'ltr' });
      for (const text of child.children as object[])
        Object.assign(text, { mode: 'normal', detail: 0 });
    }
    expect(isSameValue(typed, body('One.'))).toBe(true);
    expect(isSameValue({ legal: 'required', onHold: false }, { legal: 'required' })).toBe(true);
    expect(isSameValue([], null)).toBe(true);
    expect(isSameValue(typed, body('Two.'))).toBe(false);
  });
});

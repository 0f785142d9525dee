import { Fragment } from 'react';

import type { TextPart } from '../../domain/edition/diffText';
import type { Say } from '../words/useWords';
import { Marked } from './Marked';
import { Sides } from './Sides';

import './edition.css';

/** Before on the left, after on the right; <del> and <ins> say it to readers who see no colour. */
export function Words({
  words,
  say,
  language,
}: {
  words: readonly TextPart[];
  say: Say;
  language: string;
}) {
  const side = (left: TextPart['kind'], as: 'del' | 'ins') => (
    <p>
      {words.map(({ kind, text }, index) => {
        if (kind === left) return null;
        const As = kind === 'same' ? Fragment : as;
        return (
          <As key={index}>
            <Marked text={text} language={language} />
          </As>
        );
      })}
    </p>
  );
  return <Sides say={say} before={side('added', 'del')} after={side('removed', 'ins')} />;
}

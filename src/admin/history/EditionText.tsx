'use client';

import type { EditionContent } from '../../domain/edition/EditionContent';
import { lexicalParagraphs } from '../../domain/richText/lexicalText';
import { useWords } from '../words/useWords';

import { inWords } from './DiffView';

import './diff.css';

/** The whole of an article, to be read before it is approved. */
export function EditionText({ content }: { content: EditionContent }) {
  const { headline, standfirst, dateline, bylines, leadImage, sections, quotes } = content;
  const { say } = useWords();
  const names = bylines.map(({ name }) => name).join(', ');
  return (
    <article className="edition-text" lang={content.language ?? undefined}>
      <h3>{headline}</h3>
      {standfirst && <p className="edition-text__standfirst">{standfirst}</p>}
      {(names || dateline) && (
        <p>{[names && say('diff:by', { names }), dateline].filter(Boolean).join(' · ')}</p>
      )}
      {leadImage && (
        <p className="edition-text__note">
          {say('dialog:leadImage')} {leadImage.alt ?? '–'}
          {leadImage.credit && `, ${leadImage.credit}`}
        </p>
      )}
      {sections.map(({ id, heading, body }) => (
        <section key={id}>
          {heading && <h4>{heading}</h4>}
          {lexicalParagraphs(body).map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </section>
      ))}
      {quotes.length > 0 && (
        <section>
          <h4>{say('dialog:onRecord')}</h4>
          <ul>
            {quotes.map(({ id, text, speaker, verification }) => (
              <li key={id}>
                “{text}” {speaker?.name ?? say('dialog:nobody')}, {inWords(verification, say)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

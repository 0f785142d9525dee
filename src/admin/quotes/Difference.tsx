import type { TextPart } from '../../domain/edition/diffText';

import './quotes.css';

/** Text against record in one line: <del> stands in the text only, <ins> in the record only. */
export function Difference({ parts }: { parts: readonly TextPart[] }) {
  return (
    <p className="quote-difference">
      {parts.map(({ kind, text }, index) => {
        if (kind === 'removed') return <del key={index}>{text}</del>;
        if (kind === 'added') return <ins key={index}>{text}</ins>;
        return <span key={index}>{text}</span>;
      })}
    </p>
  );
}

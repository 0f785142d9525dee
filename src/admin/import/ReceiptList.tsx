'use client';

import { fateOf, type Receipt } from '../../domain/formats/Receipt';
import { useWords } from '../words/useWords';

/** What of a source is not in its story as it was there, by what became of it. */
export function ReceiptList({ receipt, title }: { receipt: Receipt; title: string }) {
  const { say } = useWords();
  if (receipt.length === 0) return null;
  return (
    <section className="import__receipt">
      <h3>{title}</h3>
      {(['left_out', 'changed', 'kept'] as const).map((fate) => {
        const lines = receipt.filter(({ code }) => fateOf(code) === fate);
        return lines.length === 0 ? null : (
          <div key={fate} className={`import__fate import__fate--${fate}`}>
            <h4>{say(`import:${fate}`)}</h4>
            <ul>
              {lines.map(({ code, count, items }) => (
                <li key={code}>
                  {say(`receipt:${code}`, { count })}
                  {items.some(({ detail, place }) => detail ?? place) && (
                    <ul>
                      {items.map(({ detail, place }, index) => (
                        <li key={`${detail ?? ''} ${index}`}>
                          {detail} {place && <em>{say('import:behind', { words: place })}</em>}
                        </li>
                      ))}
                      {count > items.length && (
                        <li>{say('import:moreItems', { count: count - items.length })}</li>
                      )}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

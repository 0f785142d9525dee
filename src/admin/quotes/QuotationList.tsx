'use client';

import { useState } from 'react';

import type { ListedQuotation } from '../../domain/quotations/ListedQuotation';
import { useWords } from '../words/useWords';
import { QuotationDetails } from './QuotationDetails';
import type { Decide, Verify, Vouch } from './useQuotations';
import { useRights } from './useRights';
import { VouchButton } from './VouchButton';

/** Quotations with how each stands: accepted with a click, or said to need no quote, and back. */
export function QuotationList({
  quotations,
  decide,
  verify,
  vouch,
  offersVouching = true,
  onJump,
}: {
  quotations: readonly ListedQuotation[];
  decide: Decide;
  verify: Verify;
  vouch: Vouch;
  /** Whether the one step for many stands above the list. */
  offersVouching?: boolean;
  /** Brings the passage into view where its text stands on the same page. */
  onJump?: (quotation: ListedQuotation) => void;
}) {
  const { say } = useWords();
  const [isDeciding, setDeciding] = useState(false);
  const [told, setTold] = useState('');
  const run = async (work: () => Promise<unknown>, done: string) => {
    setDeciding(true);
    setTold('');
    const isDone = await work();
    setDeciding(false);
    if (isDone) setTold(done);
  };
  const { mayDecide } = useRights();
  const clear = quotations.filter(
    ({ state, suggestion, key }) => mayDecide && key && state === 'proposed' && suggestion?.speaker,
  );
  return (
    <div className="quotations">
      {clear.length > 1 && (
        <button
          className="quotations__all"
          disabled={isDeciding}
          onClick={() =>
            void run(
              async () => {
                for (const quotation of clear)
                  if (!(await decide(quotation, 'accept'))) return false;
                return true;
              },
              say('quotation:done_all', { count: clear.length }),
            )
          }
          type="button"
        >
          {say('quotation:acceptAll', { count: clear.length })}
        </button>
      )}
      {offersVouching && (
        <VouchButton isBusy={isDeciding} onDone={setTold} quotations={quotations} vouch={vouch} />
      )}
      <ul>
        {quotations.map((quotation, index) => (
          <li
            className="quotations__row"
            key={quotation.key ?? `${quotation.quote?.id ?? ''} ${index}`}
          >
            <QuotationDetails
              decide={decide}
              isBusy={isDeciding}
              onJump={onJump}
              quotation={quotation}
              run={(work, done) => void run(work, done)}
              verify={verify}
              vouch={vouch}
            />
          </li>
        ))}
      </ul>
      <p className="quotations__told" role="status">
        {told}
      </p>
    </div>
  );
}

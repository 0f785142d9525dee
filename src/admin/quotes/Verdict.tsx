import { useRef, useState } from 'react';

import type { ListedQuotation } from '../../domain/quotations/ListedQuotation';
import { useWords } from '../words/useWords';
import { ReasonForm } from './ReasonForm';
import type { QuoteVerdict } from './useQuotations';

/** Says whether the recorded words are right, with the reason where they are not, or takes that back. */
export function Verdict({
  state,
  isBusy,
  onDecide,
}: {
  state: ListedQuotation['state'];
  isBusy: boolean;
  onDecide: (verdict: QuoteVerdict) => void;
}) {
  const { say } = useWords();
  const [isDisputing, setDisputing] = useState(false);
  const dispute = useRef<HTMLButtonElement>(null);
  return (
    <>
      <div className="quotations__buttons">
        {state !== 'verified' && (
          <button
            className={isDisputing ? undefined : 'quotations__accept'}
            disabled={isBusy}
            onClick={() => onDecide({ status: 'verified' })}
            type="button"
          >
            {say('quotation:verify')}
          </button>
        )}
        {state !== 'disputed' && (
          <button
            aria-expanded={isDisputing}
            disabled={isBusy}
            onClick={() => setDisputing(!isDisputing)}
            ref={dispute}
            type="button"
          >
            {say('quotation:dispute')}
          </button>
        )}
        {state !== 'unverified' && state !== 'vouched' && (
          <button
            disabled={isBusy}
            onClick={() => onDecide({ status: 'unverified' })}
            type="button"
          >
            {say('quotation:unverify')}
          </button>
        )}
      </div>
      {isDisputing && (
        <ReasonForm
          confirm={say('verification:dispute')}
          isBusy={isBusy}
          label={say('quotation:disputeWhy')}
          onCancel={() => {
            setDisputing(false);
            dispute.current?.focus();
          }}
          onConfirm={(note) => onDecide({ status: 'disputed', note })}
        />
      )}
    </>
  );
}

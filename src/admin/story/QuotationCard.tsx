import { Link } from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';

import type { ListedQuotation } from '../../domain/quotations/ListedQuotation';
import { isStillIn } from '../page/isStillIn';
import { QuotationDetails } from '../quotes/QuotationDetails';
import type { Decide, Verify, Vouch } from '../quotes/useQuotations';
import { useWords } from '../words/useWords';

/** One quotation of the text: how it stands and why, and what can be done about it. */
export function QuotationCard({
  quotation,
  panel,
  top,
  takesFocus,
  decide,
  verify,
  vouch,
  onClose,
  onTell,
}: {
  quotation: ListedQuotation;
  /** The address of all quotations of the article. */
  panel: string;
  /** How far down the text it stands. */
  top: number;
  /** Opened by a key; a click leaves the cursor where it is. */
  takesFocus: boolean;
  decide: Decide;
  verify: Verify;
  vouch: Vouch;
  onClose: () => void;
  onTell: (words: string) => void;
}) {
  const { say } = useWords();
  const [isBusy, setBusy] = useState(false);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) card.current?.focus();
  }, [takesFocus]);

  const run = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true);
    const isDone = await work();
    setBusy(false);
    // The button that was pressed may be gone with the state that it was for.
    if (isStillIn(card.current)) card.current?.focus();
    if (isDone) onTell(done);
  };
  return (
    <section
      aria-label={`${say('quotation:title')}: ${say(`quotation:${quotation.state}`)}`}
      className="story-quotation-card"
      ref={card}
      role="dialog"
      style={{ top }}
      tabIndex={-1}
    >
      <button
        aria-label={say('quotation:close')}
        className="story-card__remove"
        onClick={onClose}
        type="button"
      >
        ×
      </button>
      <QuotationDetails
        decide={decide}
        isBusy={isBusy}
        isExplained
        quotation={quotation}
        run={(work, done) => void run(work, done)}
        verify={verify}
        vouch={vouch}
      />
      <p className="story-quotation-card__foot">
        <span role="status">{isBusy && say('quotation:saving')}</span>
        <Link href={panel}>{say('quotation:panel')}</Link>
      </p>
    </section>
  );
}

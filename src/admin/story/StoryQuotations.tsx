import { Link } from '@payloadcms/ui';
import { useState } from 'react';

import { LISTED_STATES, type ListedQuotation } from '../../domain/quotations/ListedQuotation';
import { QuotationList } from '../quotes/QuotationList';
import type { Decide, Verify, Vouch } from '../quotes/useQuotations';
import { VouchButton } from '../quotes/VouchButton';
import { useWords } from '../words/useWords';
import { LOOK_OF } from './quotationLooks';

/** Under the text: how many quotations stand how, and all of them in a list. */
export function StoryQuotations({
  panel,
  quotations,
  decide,
  verify,
  vouch,
  onJump,
}: {
  /** The address of all quotations of the article. */
  panel: string;
  quotations: readonly ListedQuotation[];
  decide: Decide;
  verify: Verify;
  vouch: Vouch;
  onJump: (quotation: ListedQuotation) => void;
}) {
  const { say } = useWords();
  const [told, setTold] = useState('');
  if (quotations.length === 0) return null;
  const counts = LISTED_STATES.flatMap((state) => {
    const count = quotations.filter((quotation) => quotation.state === state).length;
    return count > 0 ? [{ state, count }] : [];
  });
  return (
    <>
      <details className="story-findings">
        <summary>
          {say('quotation:list')}:{' '}
          {counts.map(({ state, count }, index) => (
            <span key={state}>
              {index > 0 && ', '}
              <span className="story-findings__count" data-look={LOOK_OF[state]}>
                {count} {say(`quotation:${state}`)}
              </span>
            </span>
          ))}
        </summary>
        <p>
          {say('quotation:hint')} <Link href={panel}>{say('quotation:all')}</Link>
        </p>
        <QuotationList
          decide={decide}
          onJump={onJump}
          quotations={quotations}
          verify={verify}
          vouch={vouch}
          offersVouching={false}
        />
      </details>
      <div className="story-vouch">
        <VouchButton onDone={setTold} quotations={quotations} vouch={vouch} />
        <p role="status">{told}</p>
      </div>
    </>
  );
}

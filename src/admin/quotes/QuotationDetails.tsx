import { useDocumentDrawer } from '@payloadcms/ui';
import { useState } from 'react';

import type { ListedQuotation, ListedState } from '../../domain/quotations/ListedQuotation';
import { useWords } from '../words/useWords';
import { ARTICLE_SAVED } from '../workflow/useArticleActions';
import { Difference } from './Difference';
import { SpeakerChoice, type ChosenSpeaker } from './SpeakerChoice';
import type { Decide, Verb, Verify, Vouch } from './useQuotations';
import { useRights } from './useRights';
import { Verdict } from './Verdict';
import { Vouching } from './Vouching';

import './quotes.css';

/** What is found about who answers for it, which its state says already. */
const OF_STATE: readonly string[] = ['unanswered', 'unverified'];

/** Of words that the text has as they are recorded. */
const VERDICTS: readonly ListedState[] = ['verified', 'disputed', 'vouched', 'unverified'];

export interface QuotationDetailsProps {
  quotation: ListedQuotation;
  isBusy: boolean;
  decide: Decide;
  verify: Verify;
  vouch: Vouch;
  /** Runs a decision; `done` is what to say when it is done. */
  run: (work: () => Promise<unknown>, done: string) => void;
  /** Brings the passage into view where its text stands on the same page. */
  onJump?: (quotation: ListedQuotation) => void;
  /** Says in a sentence what its state means. */
  isExplained?: boolean;
}

/** A quotation, how it stands, who spoke and how the text says so, and what can be done about it. */
export function QuotationDetails(props: QuotationDetailsProps) {
  const { quotation, isBusy, decide, verify, vouch, run, onJump, isExplained = false } = props;
  const { state, words, quote, speaker, findings, start, evidence } = quotation;
  const { say } = useWords();
  const { mayDecide, mayVerify } = useRights();
  // That nobody has verified it is what its state says; it is told where it stands in the way.
  const told = findings.filter(
    ({ rule, severity }) => !OF_STATE.includes(rule) || severity === 'error',
  );
  const difference = findings.find((finding) => finding.difference)?.difference;
  const onDecide = (verb: Verb, body?: object) =>
    run(() => decide(quotation, verb, body), say(`quotation:done_${verb}`));
  return (
    <>
      <p className="quotations__words">
        <span className={`quotations__state quotations__state--${state}`}>
          {say(`quotation:${state}`)}
        </span>{' '}
        {onJump && start !== null ? (
          <button
            className="quotations__jump"
            onClick={() => onJump(quotation)}
            title={say('quotation:show')}
            type="button"
          >
            “{words}”
          </button>
        ) : (
          <span>“{words}”</span>
        )}
      </p>
      {isExplained && <p className="quotations__why">{say(`quotation:why_${state}`)}</p>}
      {state === 'disputed' && quote?.note && (
        <p className="quotations__why">{say('quotation:note', { words: quote.note })}</p>
      )}
      {quote && (
        <p className="quotations__by">
          {speaker
            ? [speaker.name, speaker.role].filter(Boolean).join(', ')
            : say('quotation:nobody')}{' '}
          <OpenQuote id={quote.id} />
        </p>
      )}
      {difference && <Difference parts={difference} />}
      {quote && told.length > 0 && (
        <ul className="quotations__findings">
          {told.map(({ key, severity, message }) => (
            <li className={`quotations__finding--${severity}`} key={key}>
              {message}
            </li>
          ))}
        </ul>
      )}
      {evidence && state !== 'dismissed' && (
        <p className="quotations__evidence">{say('quotation:evidence', { words: evidence })}</p>
      )}
      {mayDecide && state === 'dismissed' && (
        <div className="quotations__buttons">
          <button disabled={isBusy} onClick={() => onDecide('restore')} type="button">
            {say('quotation:undo')}
          </button>
        </div>
      )}
      {mayDecide && !quote && state !== 'dismissed' && quotation.key && (
        <Proposal
          isBusy={isBusy}
          key={JSON.stringify(quotation.suggestion?.speaker)}
          onDecide={onDecide}
          quotation={quotation}
        />
      )}
      {VERDICTS.includes(state) && (
        <Vouching isBusy={isBusy} quotation={quotation} run={run} vouch={vouch} />
      )}
      {mayVerify && VERDICTS.includes(state) && (
        <Verdict
          isBusy={isBusy}
          key={state}
          onDecide={(verdict) =>
            run(() => verify(quotation, verdict), say(`quotation:done_${verdict.status}`))
          }
          state={state}
        />
      )}
    </>
  );
}

function Proposal({
  quotation,
  isBusy,
  onDecide,
}: {
  quotation: ListedQuotation;
  isBusy: boolean;
  onDecide: (verb: Verb, body?: object) => void;
}) {
  const { say } = useWords();
  const [speaker, setSpeaker] = useState<ChosenSpeaker>(
    quotation.suggestion?.speaker ?? { id: null, name: '' },
  );
  const name = speaker.name.trim();
  // A name in capitals is somebody's; anything else describes them.
  const isName = /^\p{Lu}\S* \p{Lu}/u.test(name);
  return (
    <div className="quotations__proposal">
      <SpeakerChoice value={speaker} onChange={setSpeaker} isDisabled={isBusy} />
      <div className="quotations__buttons">
        {speaker.id ? (
          <button
            className="quotations__accept"
            disabled={isBusy}
            onClick={() => onDecide('accept', { speaker: speaker.id })}
            type="button"
          >
            {say('quotation:accept')}
          </button>
        ) : (
          <>
            <button
              className={isName ? undefined : 'quotations__accept'}
              disabled={isBusy || !name}
              onClick={() => onDecide('accept', { attribution: name })}
              type="button"
            >
              {say('quotation:acceptDescribed')}
            </button>
            <button
              className={isName ? 'quotations__accept' : undefined}
              disabled={isBusy || !name}
              onClick={() => onDecide('accept', { newPerson: name })}
              type="button"
            >
              {say('quotation:acceptPerson')}
            </button>
          </>
        )}
        <button disabled={isBusy} onClick={() => onDecide('dismiss')} type="button">
          {say('quotation:dismiss')}
        </button>
      </div>
    </div>
  );
}

/** Opens the record over the page. */
function OpenQuote({ id }: { id: string }) {
  const { say } = useWords();
  const [Drawer, Toggler] = useDocumentDrawer({ collectionSlug: 'quotes', id });
  return (
    <>
      <Toggler className="quotations__open">{say('quotation:open')}</Toggler>
      <Drawer onSave={() => void window.dispatchEvent(new Event(ARTICLE_SAVED))} />
    </>
  );
}

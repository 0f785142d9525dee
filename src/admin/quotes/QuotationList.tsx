'use client';

import { useAuth, useDocumentDrawer } from '@payloadcms/ui';
import { useState } from 'react';

import type { ListedQuotation } from '../../domain/quotations/ListedQuotation';
import { hasRole, type Role } from '../../domain/workflow/Role';
import { ARTICLE_SAVED } from '../workflow/useArticleActions';
import { Difference } from './Difference';
import { stateWords } from './quotationWords';
import { SpeakerChoice, type ChosenSpeaker } from './SpeakerChoice';
import type { Decide } from './useQuotations';

import './quotes.css';

export interface QuotationListProps {
  quotations: readonly ListedQuotation[];
  decide: Decide;
  /** Brings the passage into view where its text stands on the same page. */
  onJump?: (quotation: ListedQuotation) => void;
  /** While a save is under way nothing can be decided. */
  isBusy?: boolean;
}

/** Quotations with how each stands: accepted with a click, or said to need no quote, and back. */
export function QuotationList({ quotations, decide, onJump, isBusy = false }: QuotationListProps) {
  const [isDeciding, setDeciding] = useState(false);
  const [told, setTold] = useState('');
  const run = async (work: () => Promise<unknown>, done: string) => {
    setDeciding(true);
    const isDone = await work();
    setDeciding(false);
    if (isDone) setTold(done);
  };
  const { user } = useAuth();
  // Fact-checkers read what writers decide.
  const mayDecide = hasRole((user?.roles ?? []) as Role[], 'writer');
  const clear = quotations.filter(
    ({ state, suggestion, key }) => mayDecide && key && state === 'proposed' && suggestion?.speaker,
  );
  return (
    <div className="quotations">
      {clear.length > 1 && (
        <button
          className="quotations__all"
          disabled={isBusy || isDeciding}
          onClick={() =>
            void run(async () => {
              for (const quotation of clear) if (!(await decide(quotation, 'accept'))) return false;
              return true;
            }, `${clear.length} quotes recorded.`)
          }
          type="button"
        >
          Accept the {clear.length} whose speaker is clear
        </button>
      )}
      <ul>
        {quotations.map((quotation, index) => (
          <Row
            key={quotation.key ?? `${quotation.quote?.id ?? ''} ${index}`}
            quotation={quotation}
            mayDecide={mayDecide}
            isBusy={isBusy || isDeciding}
            onDecide={(verb, body) =>
              void run(
                () => decide(quotation, verb, body),
                {
                  accept: 'The quote is recorded.',
                  dismiss: 'Said to need no quote.',
                  restore: 'Waits for a decision again.',
                }[verb],
              )
            }
            onJump={onJump}
          />
        ))}
      </ul>
      <p className="quotations__told" role="status">
        {told}
      </p>
    </div>
  );
}

interface RowProps {
  quotation: ListedQuotation;
  mayDecide: boolean;
  isBusy: boolean;
  onDecide: (verb: 'accept' | 'dismiss' | 'restore', body?: object) => void;
  onJump: QuotationListProps['onJump'];
}

function Row({ quotation, mayDecide, isBusy, onDecide, onJump }: RowProps) {
  const { state, words, quote, speaker, findings, start } = quotation;
  // That nobody has verified it is what its state says; it is told where it stands in the way.
  const told = findings.filter(
    ({ rule, severity }) => rule !== 'unverified' || severity === 'error',
  );
  const difference = findings.find((finding) => finding.difference)?.difference;
  return (
    <li className="quotations__row">
      <p className="quotations__words">
        <span className={`quotations__state quotations__state--${state}`}>{stateWords[state]}</span>{' '}
        {onJump && start !== null ? (
          <button
            className="quotations__jump"
            onClick={() => onJump(quotation)}
            title="Show it in the text"
            type="button"
          >
            “{words}”
          </button>
        ) : (
          <span>“{words}”</span>
        )}
      </p>
      {quote && (
        <p className="quotations__by">
          {speaker ? [speaker.name, speaker.role].filter(Boolean).join(', ') : 'Nobody is named.'}{' '}
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
      {mayDecide && state === 'dismissed' && (
        <button disabled={isBusy} onClick={() => onDecide('restore')} type="button">
          Undo
        </button>
      )}
      {mayDecide && !quote && state !== 'dismissed' && quotation.key && (
        <Proposal quotation={quotation} isBusy={isBusy} onDecide={onDecide} />
      )}
    </li>
  );
}

function Proposal({ quotation, isBusy, onDecide }: Omit<RowProps, 'mayDecide' | 'onJump'>) {
  const { suggestion } = quotation;
  const [speaker, setSpeaker] = useState<ChosenSpeaker>(
    suggestion?.speaker ?? { id: null, name: '' },
  );
  const name = speaker.name.trim();
  // A name in capitals is somebody's; anything else describes them.
  const isName = /^\p{Lu}\S* \p{Lu}/u.test(name);
  return (
    <div className="quotations__proposal">
      <SpeakerChoice value={speaker} onChange={setSpeaker} isDisabled={isBusy} />
      {suggestion?.evidence && (
        <p className="quotations__evidence">The text: “{suggestion.evidence}”</p>
      )}
      <div className="quotations__buttons">
        {speaker.id ? (
          <button
            className="quotations__accept"
            disabled={isBusy}
            onClick={() => onDecide('accept', { speaker: speaker.id })}
            type="button"
          >
            Accept
          </button>
        ) : (
          <>
            <button
              className={isName ? undefined : 'quotations__accept'}
              disabled={isBusy || !name}
              onClick={() => onDecide('accept', { attribution: name })}
              type="button"
            >
              Accept as described
            </button>
            <button
              className={isName ? 'quotations__accept' : undefined}
              disabled={isBusy || !name}
              onClick={() => onDecide('accept', { newPerson: name })}
              type="button"
            >
              Accept and add to People
            </button>
          </>
        )}
        <button disabled={isBusy} onClick={() => onDecide('dismiss')} type="button">
          No quote needed
        </button>
      </div>
    </div>
  );
}

/** Opens the record over the page. */
function OpenQuote({ id }: { id: string }) {
  const [Drawer, Toggler] = useDocumentDrawer({ collectionSlug: 'quotes', id });
  return (
    <>
      <Toggler className="quotations__open">Open the quote</Toggler>
      <Drawer onSave={() => void window.dispatchEvent(new Event(ARTICLE_SAVED))} />
    </>
  );
}

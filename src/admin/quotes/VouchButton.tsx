'use client';

import { useRef, useState } from 'react';

import type { ListedQuotation } from '../../domain/quotations/ListedQuotation';
import { useWords } from '../words/useWords';
import type { Vouch } from './useQuotations';
import { useRights } from './useRights';
import { VouchDialog } from './VouchDialog';

/** Recorded words that somebody may still answer for, each once. */
function openQuotations(quotations: readonly ListedQuotation[]): ListedQuotation[] {
  const seen = new Set<string>();
  return quotations.filter(({ quote, state }) => {
    if (!quote || quote.isGenerated || quote.vouching || seen.has(quote.id)) return false;
    seen.add(quote.id);
    return state !== 'verified' && state !== 'disputed' && state !== 'dismissed';
  });
}

/** Opens the one step that answers for all quotations from one source; nothing where none is open. */
export function VouchButton({
  quotations,
  isOne = false,
  isBusy = false,
  vouch,
  onDone,
}: {
  quotations: readonly ListedQuotation[];
  /** Beside one quotation, and about it alone. */
  isOne?: boolean;
  isBusy?: boolean;
  vouch: Vouch;
  /** Told what to say when it is done. */
  onDone?: (words: string) => void;
}) {
  const { say } = useWords();
  const { maySayGenerated } = useRights();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const open = openQuotations(quotations);
  if (!maySayGenerated || (open.length === 0 && !isOpen)) return null;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        aria-haspopup="dialog"
        className={isOne ? undefined : 'quotations__all'}
        disabled={isBusy}
        onClick={() => setOpen(true)}
        ref={button}
        type="button"
      >
        {say(isOne ? 'vouch:openOne' : 'vouch:open')}
      </button>
      {isOpen && (
        <VouchDialog
          onCancel={close}
          onDone={(words) => {
            close();
            onDone?.(words);
          }}
          quotations={open}
          vouch={vouch}
        />
      )}
    </>
  );
}

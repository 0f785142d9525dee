'use client';

import {
  useDocumentInfo,
  useField,
  useFormBackgroundProcessing,
  useFormModified,
  useFormProcessing,
} from '@payloadcms/ui';
import { useEffect, useRef } from 'react';

import { useWords } from '../words/useWords';
import { jumpToPassage } from './jumpToPassage';
import { QuotationList } from './QuotationList';
import { useQuotations, type Decide } from './useQuotations';

/** Longer than an autosave waits and takes. */
const SAVE_MS = 8_000;
const STEP_MS = 100;

/** The quotations in the text of a section, in its form. */
export function SectionQuotations() {
  const { id, data } = useDocumentInfo();
  const { say } = useWords();
  const sectionId = id === undefined ? null : String(id);
  const settle = useSettled();
  const { quotations, decide, verify, vouch } = useQuotations(
    sectionId && `sections/${sectionId}`,
    data?.updatedAt,
    settle,
  );
  const revision = useField<number>({ path: 'revision' });
  const quotes = useField<string[]>({ path: 'quotes' });
  const place = useRef<HTMLElement>(null);

  /** The form goes on from what the decision saved, as if it had been its own save. */
  const decideHere: Decide = async (...decision) => {
    const section = await decide(...decision);
    if (section) {
      revision.setValue(section.revision, true);
      quotes.setValue(section.quotes, true);
    }
    return section;
  };

  return (
    <section className="section-quotations" aria-label={say('verification:inSection')} ref={place}>
      <h3>{say('tab:quotations')}</h3>
      {!quotations?.length ? (
        <p className="section-quotations__none">{say('verification:sectionNone')}</p>
      ) : (
        <QuotationList
          quotations={quotations}
          decide={decideHere}
          verify={verify}
          vouch={vouch}
          onJump={(quotation) => jumpToPassage(quotation, place.current?.closest('form'))}
        />
      )}
    </section>
  );
}

/** Waits until what was typed is saved: a decision is about the text that the server has. */
function useSettled(): () => Promise<boolean> {
  const isModified = useFormModified();
  const isProcessing = useFormProcessing();
  const isAutosaving = useFormBackgroundProcessing();
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = isModified || isProcessing || isAutosaving;
  }, [isModified, isProcessing, isAutosaving]);
  return async () => {
    const deadline = Date.now() + SAVE_MS;
    while (isOpen.current && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
    return !isOpen.current;
  };
}

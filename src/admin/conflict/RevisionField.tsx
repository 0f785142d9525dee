'use client';

import { useConfig, useDocumentInfo, useField, useForm, useFormProcessing } from '@payloadcms/ui';
import type { NumberFieldClientComponent } from 'payload';
import { useEffect, useRef, useState } from 'react';

import { ConflictDialog, type Versions } from './ConflictDialog';
import { useSaveOnLeave } from './useSaveOnLeave';

/** Soon enough that two people do not write past each other for long. */
const POLL_MS = 8_000;
/** An own save that is under way also looks newer, until its answer has come. */
const OWN_SAVE_MS = 2_500;

/**
 * Carries the number of the save that this form was made from, saves the last words when the form is
 * left, and watches whether somebody saved a newer text. The server refuses a save on an older text; this says so before, and shows both.
 */
export const RevisionField: NumberFieldClientComponent = ({ path }) => {
  const { value, setValue } = useField<number>({ path });
  const { collectionSlug, id } = useDocumentInfo();
  const { config } = useConfig();
  const { getData } = useForm();
  const isProcessing = useFormProcessing();
  const [conflict, setConflict] = useState<Versions | null>(null);
  const [isOpen, setOpen] = useState(false);
  const known = useRef({ value, isProcessing });

  useEffect(() => {
    known.current = { value, isProcessing };
  }, [value, isProcessing]);

  const address =
    collectionSlug && id ? `${config.routes.api}/${collectionSlug}/${id}?draft=true&depth=0` : null;

  const place = useRef<HTMLSpanElement>(null);
  useSaveOnLeave(address, place);

  useEffect(() => {
    if (!address) return undefined;
    let isGone = false;
    const newer = async (): Promise<Record<string, unknown> | null> => {
      const response = await fetch(address, { credentials: 'include' }).catch(() => null);
      const theirs = response?.ok ? ((await response.json()) as Record<string, unknown>) : null;
      const { value: mine, isProcessing: isSaving } = known.current;
      const isNewer = typeof theirs?.revision === 'number' && theirs.revision > (mine ?? 0);
      return isNewer && !isSaving && mine ? theirs : null;
    };
    const check = async () => {
      if (document.hidden || !(await newer())) return;
      await new Promise((resolve) => setTimeout(resolve, OWN_SAVE_MS));
      const theirs = await newer();
      if (theirs && !isGone) setConflict({ mine: getData(), theirs });
    };
    const timer = setInterval(() => void check(), POLL_MS);
    const onFocus = () => void check();
    window.addEventListener('focus', onFocus);
    return () => {
      isGone = true;
      clearInterval(timer);
      window.removeEventListener('focus', onFocus);
    };
  }, [address, getData]);

  const revision = conflict?.theirs.revision;
  if (!conflict || typeof revision !== 'number' || revision <= (value ?? 0)) {
    return <span ref={place} hidden />;
  }
  return (
    <>
      <span ref={place} hidden />
      <div className="conflict-notice" role="alert">
        <span>Somebody saved a newer text. Yours is still on this page, and not saved.</span>
        <button type="button" onClick={() => setOpen(true)}>
          See both
        </button>
      </div>
      {isOpen && (
        <ConflictDialog
          versions={{ mine: getData(), theirs: conflict.theirs }}
          onCancel={() => setOpen(false)}
          onKeepMine={() => {
            // From the newest save on: the next save puts this page's text on top of it.
            setValue(revision);
            setOpen(false);
            setConflict(null);
          }}
          onTakeTheirs={() => window.location.reload()}
        />
      )}
    </>
  );
};

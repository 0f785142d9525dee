'use client';

import {
  useConfig,
  useDocumentInfo,
  useField,
  useForm,
  useFormBackgroundProcessing,
  useFormModified,
  useFormProcessing,
} from '@payloadcms/ui';
import type { NumberFieldClientComponent } from 'payload';
import { useEffect, useRef, useState } from 'react';

import type { Version } from '../../domain/edition/joinVersions';
import { useWords } from '../words/useWords';
import { ARTICLE_SAVED } from '../workflow/useArticleActions';
import { carryRevision } from './carryRevision';
import { ConflictDialog } from './ConflictDialog';
import { readNewest, reasonInWords, saveOnTop } from './saveWords';
import { useSaveOnLeave } from './useSaveOnLeave';
import { fieldsOf, pick, saysAll } from './versionFields';

/** Soon enough that two people do not write past each other for long. */
const POLL_MS = 8_000;
/** An own save that is under way also looks newer, until its answer has come. */
const OWN_SAVE_MS = 2_500;

/**
 * Carries the number of the save that this form was made from, saves the last words when the form is
 * left, and watches whether somebody saved a newer text. The server refuses a save on an older text;
 * this says so before, and lets the person choose what stands.
 */
export const RevisionField: NumberFieldClientComponent = ({ path }) => {
  const { value, setValue } = useField<number>({ path });
  const { collectionSlug, id, savedDocumentData, updateSavedDocumentData, incrementVersionCount } =
    useDocumentInfo();
  const { config } = useConfig();
  const { say } = useWords();
  const { getData, reset } = useForm();
  const isProcessing = useFormProcessing();
  const isAutosaving = useFormBackgroundProcessing();
  const isModified = useFormModified();
  const [theirs, setTheirs] = useState<Version | null>(null);
  const [isOpen, setOpen] = useState(false);
  const known = useRef({ value, isSaving: false });
  const place = useRef<HTMLSpanElement>(null);
  const look = useRef<() => void>(() => undefined);
  const api = config.routes.api;

  useEffect(() => {
    known.current = { value, isSaving: isProcessing || isAutosaving };
  }, [value, isProcessing, isAutosaving]);

  useSaveOnLeave(value, place);

  useEffect(() => {
    return collectionSlug && id ? carryRevision(collectionSlug, String(id)) : undefined;
  }, [collectionSlug, id]);

  // An autosave that leaves the form as unsaved as it was has been refused: look at once.
  const before = useRef({ isAutosaving: false, value });
  useEffect(() => {
    const { isAutosaving: wasAutosaving, value: was } = before.current;
    if (wasAutosaving && !isAutosaving && isModified && value === was) look.current();
    before.current = { isAutosaving, value };
  }, [isAutosaving, isModified, value]);

  useEffect(() => {
    if (!collectionSlug || !id) return undefined;
    let isGone = false;
    const newer = async (): Promise<Version | null> => {
      const answer = await readNewest({ collection: collectionSlug, id: String(id) }, api);
      const { value: mine, isSaving } = known.current;
      if (isGone || !('doc' in answer) || isSaving || !mine) return null;
      return Number(answer.doc.revision) > mine ? answer.doc : null;
    };
    const check = async () => {
      if (document.hidden || !(await newer())) return;
      await new Promise((resolve) => setTimeout(resolve, OWN_SAVE_MS));
      const found = await newer();
      if (!found) return;
      const inForm = getData();
      // The same words, saved from elsewhere: by this person in another tab, or on leaving a form.
      if (saysAll(found, pick(inForm, fieldsOf(inForm)))) setValue(Number(found.revision), true);
      else setTheirs(found);
    };
    const timer = setInterval(() => void check(), POLL_MS);
    const onEvent = () => void check();
    look.current = onEvent;
    window.addEventListener('focus', onEvent);
    window.addEventListener(ARTICLE_SAVED, onEvent);
    return () => {
      isGone = true;
      clearInterval(timer);
      window.removeEventListener('focus', onEvent);
      window.removeEventListener(ARTICLE_SAVED, onEvent);
    };
  }, [api, collectionSlug, id, getData, setValue]);

  const revision = Number(theirs?.revision);
  if (!theirs || !collectionSlug || !id || revision <= (value ?? 0)) {
    return <span ref={place} hidden />;
  }

  /** The form shows a saved document from now on, and goes on from there. */
  const takeOver = async (saved: Version) => {
    await reset(saved);
    updateSavedDocumentData({ ...saved });
    setOpen(false);
    setTheirs(null);
    window.dispatchEvent(new Event(ARTICLE_SAVED));
  };

  const decide = async (values: Record<string, unknown>): Promise<string | null> => {
    if (Object.keys(values).length === 0) {
      await takeOver(theirs);
      return null;
    }
    const document = { collection: collectionSlug, id: String(id) };
    const answer = await saveOnTop({ document, api, values, revision });
    if ('doc' in answer) {
      incrementVersionCount();
      await takeOver(answer.doc);
      return null;
    }
    const newest = answer.isStale ? await readNewest(document, api) : null;
    if (!newest || !('doc' in newest)) return reasonInWords(answer.problem, say);
    setTheirs(newest.doc);
    return say('conflict:savedAgain');
  };

  return (
    <>
      <span ref={place} hidden />
      <div className="conflict-notices">
        <div className="conflict-notice" role="alert">
          <span>{isModified ? say('conflict:newerMine') : say('conflict:newer')}</span>
          <button type="button" onClick={() => setOpen(true)}>
            {say('conflict:seeBoth')}
          </button>
        </div>
      </div>
      {isOpen && (
        <ConflictDialog
          base={savedDocumentData ?? null}
          mine={getData()}
          theirs={theirs}
          onCancel={() => setOpen(false)}
          onDecide={decide}
        />
      )}
    </>
  );
};

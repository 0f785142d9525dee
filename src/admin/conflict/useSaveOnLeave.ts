import {
  useAllFormFields,
  useAuth,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormBackgroundProcessing,
  useFormModified,
} from '@payloadcms/ui';
import type { FormState } from 'payload';
import { reduceFieldsToValues } from 'payload/shared';
import { useEffect, useRef, type RefObject } from 'react';

import { isSameValue, type Version } from '../../domain/edition/joinVersions';
import { keepWords, type KeptWords } from './keptWords';
import { saveKeptWords } from './saveWords';
import { changedSince, pick } from './versionFields';

/** An autosave takes what has stood unchanged for a while: a text that rested this long. */
const RESTED_MS = 800;

/** Of these, the ones that an autosave still under way may hold. */
const RESTED_KEPT = 3;

/** What we use of Lexical's editor, which stands on the element that it edits. */
interface TextEditor {
  getEditorState: () => { toJSON: () => object };
}
type EditorRoot = HTMLElement & { __lexicalEditor?: TextEditor };

/**
 * Saves what the last autosave had not taken yet when the form goes away: a drawer that is closed, a
 * link that is followed, a tab that is left or shut. The panel itself would drop these last words.
 * They are put aside first, so that a refusal or a closed browser loses nothing.
 */
export function useSaveOnLeave(
  revision: number | undefined,
  place: RefObject<HTMLElement | null>,
): void {
  const { collectionSlug, id, savedDocumentData } = useDocumentInfo();
  const { user } = useAuth();
  const { config } = useConfig();
  const { getData } = useForm();
  const isModified = useFormModified();
  const isAutosaving = useFormBackgroundProcessing();
  const [fields] = useAllFormFields();
  const rested = useRested(fields);
  const api = config.routes.api;
  const now = {
    collectionSlug,
    id,
    savedDocumentData,
    revision,
    user,
    getData,
    isModified,
    isAutosaving,
  };
  const current = useRef(now);

  useEffect(() => {
    current.current = now;
  });

  useEffect(() => {
    const element = place.current?.closest('form');
    const key = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
    let editor: TextEditor | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      const root = (target as Element).closest<EditorRoot>('[data-lexical-editor]');
      editor = root?.__lexicalEditor ?? editor;
    };
    element?.addEventListener('focusin', onFocus);

    const unsaved = (): KeptWords | null => {
      const form = current.current;
      const { collectionSlug: collection, savedDocumentData: base } = form;
      if (!collection || !form.id || !form.user || !base || form.revision === undefined)
        return null;
      // The text editor hands its words to the form when the browser is idle: the last are here only.
      const body = editor?.getEditorState().toJSON();
      const inForm = form.getData();
      const isAhead = body !== undefined && !isSameValue(body, inForm.body);
      if (!form.isModified && !isAhead) return null;
      const data: Version = { ...inForm, ...(isAhead ? { body } : {}) };
      const mine = changedSince(base, data);
      const names = Object.keys(mine);
      if (names.length === 0) return null;
      return {
        key,
        userId: String(form.user.id),
        collection,
        id: String(form.id),
        title: titleOf(data),
        at: new Date().toISOString(),
        revision: form.revision,
        base: pick(base, names),
        mine,
        underWay: rested.current.map((state) => pick(reduceFieldsToValues(state, true), names)),
        problem: null,
      };
    };
    const leave = (words: KeptWords | null, isUnderWay: boolean | null) => {
      if (!words) return;
      keepWords(words);
      void saveKeptWords(words, {
        api,
        isAutosaving: isUnderWay === true,
        isLeavingPage: isUnderWay === null,
      });
    };
    // A page that goes away has no time to wait for anything.
    const onPageHide = () => leave(unsaved(), null);
    window.addEventListener('pagehide', onPageHide);
    return () => {
      window.removeEventListener('pagehide', onPageHide);
      element?.removeEventListener('focusin', onFocus);
      const last = unsaved();
      const { isAutosaving: isUnderWay } = current.current;
      // The panel also draws fields anew while a form stays: that is no leaving.
      setTimeout(() => {
        if (!element?.isConnected) leave(last, isUnderWay);
      }, 0);
    };
  }, [api, place, rested]);
}

/** The last states of the form that stood long enough for an autosave to take them. */
function useRested(fields: FormState): RefObject<FormState[]> {
  const rested = useRef<FormState[]>([]);
  const last = useRef<{ fields: FormState; since: number } | null>(null);
  useEffect(() => {
    const now = Date.now();
    if (last.current && now - last.current.since > RESTED_MS) {
      rested.current = [...rested.current, last.current.fields].slice(-RESTED_KEPT);
    }
    last.current = { fields, since: now };
  }, [fields]);
  return rested;
}

function titleOf({ headline, heading, text }: Version): string {
  const words = [headline, heading, text].find((value) => typeof value === 'string' && value);
  return typeof words === 'string' ? words : '';
}

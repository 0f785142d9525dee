import { useForm, useFormBackgroundProcessing, useFormModified } from '@payloadcms/ui';
import { useEffect, useRef, type RefObject } from 'react';

import { ARTICLE_SAVED } from '../workflow/useArticleActions';

/** Longer than the answer to an autosave takes. */
const AUTOSAVE_MS = 1_000;

/** What browsers let a page send while it is being closed. */
const MAX_KEEPALIVE_BYTES = 60_000;

/** What we use of Lexical's editor, which stands on the element that it edits. */
interface TextEditor {
  getEditorState: () => { toJSON: () => object };
}
type EditorRoot = HTMLElement & { __lexicalEditor?: TextEditor };

/**
 * Saves what the last autosave had not taken yet when the form goes away: a drawer that is closed, a
 * link that is followed, a tab that is left or shut. The panel itself would drop these last words.
 */
export function useSaveOnLeave(
  address: string | null,
  inForm: RefObject<HTMLElement | null>,
): void {
  const { getData } = useForm();
  const isModified = useFormModified();
  const isAutosaving = useFormBackgroundProcessing();
  const current = useRef({ address, isModified, isAutosaving, getData });

  useEffect(() => {
    current.current = { address, isModified, isAutosaving, getData };
  }, [address, isModified, isAutosaving, getData]);

  useEffect(() => {
    const form = inForm.current?.closest('form');
    let editor: TextEditor | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      const root = (target as Element).closest<EditorRoot>('[data-lexical-editor]');
      editor = root?.__lexicalEditor ?? editor;
    };
    form?.addEventListener('focusin', onFocus);

    const unsaved = () => {
      const {
        address: to,
        isModified: isPending,
        isAutosaving: isSaving,
        getData: read,
      } = current.current;
      const data: Record<string, unknown> = { ...read(), _status: 'draft' };
      // The text editor hands its words to the form when the browser is idle: the last are here only.
      const body = editor?.getEditorState().toJSON();
      const isAhead = body !== undefined && JSON.stringify(body) !== JSON.stringify(data.body);
      if (isAhead) data.body = body;
      return to && (isPending || isAhead) ? { to, data, isAutosaving: isSaving } : null;
    };
    const onPageHide = () => save(unsaved());
    window.addEventListener('pagehide', onPageHide);
    return () => {
      window.removeEventListener('pagehide', onPageHide);
      form?.removeEventListener('focusin', onFocus);
      const last = unsaved();
      // The panel also draws fields anew while a form stays: that is no leaving.
      setTimeout(() => {
        if (!form?.isConnected) save(last);
      }, 0);
    };
  }, [inForm]);
}

interface Unsaved {
  to: string;
  data: Record<string, unknown>;
  /** An autosave of the same form, with fewer words, is under way and will be counted first. */
  isAutosaving: boolean;
}

function save(unsaved: Unsaved | null): void {
  if (!unsaved) return;
  const { to, data, isAutosaving } = unsaved;
  const send = (revision: unknown) => {
    const body = JSON.stringify({ ...data, revision });
    return fetch(`${to}&autosave=true`, {
      method: 'PATCH',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      keepalive: body.length < MAX_KEEPALIVE_BYTES,
      body,
    });
  };
  const isCounted = isAutosaving && typeof data.revision === 'number';
  const sent = isCounted
    ? afterAutosave().then(() => send(Number(data.revision) + 1))
    : send(data.revision);
  sent
    .then(() => window.dispatchEvent(new Event(ARTICLE_SAVED)))
    // The browser is offline or going away: the versions keep what the last autosave took.
    .catch(() => undefined);
}

function afterAutosave(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, AUTOSAVE_MS));
}

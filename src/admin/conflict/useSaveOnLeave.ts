import { useForm, useFormModified } from '@payloadcms/ui';
import { useEffect, useRef, type RefObject } from 'react';

import { ARTICLE_SAVED } from '../workflow/useArticleActions';

/** What browsers let a page send while it is being closed. */
const MAX_KEEPALIVE_BYTES = 60_000;

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
  const current = useRef({ address, isModified, getData });

  useEffect(() => {
    current.current = { address, isModified, getData };
  }, [address, isModified, getData]);

  useEffect(() => {
    const form = inForm.current?.closest('form');
    const unsaved = () => {
      const { address: to, isModified: isPending, getData: read } = current.current;
      return to && isPending ? { to, body: JSON.stringify({ ...read(), _status: 'draft' }) } : null;
    };
    const onPageHide = () => save(unsaved());
    window.addEventListener('pagehide', onPageHide);
    return () => {
      window.removeEventListener('pagehide', onPageHide);
      const last = unsaved();
      // The panel also draws fields anew while a form stays: that is no leaving.
      setTimeout(() => {
        if (!form?.isConnected) save(last);
      }, 0);
    };
  }, [inForm]);
}

function save(unsaved: { to: string; body: string } | null): void {
  if (!unsaved) return;
  fetch(`${unsaved.to}&autosave=true`, {
    method: 'PATCH',
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    keepalive: unsaved.body.length < MAX_KEEPALIVE_BYTES,
    body: unsaved.body,
  })
    .then(() => window.dispatchEvent(new Event(ARTICLE_SAVED)))
    // An own autosave that was under way is ahead of this one, with the same words.
    .catch(() => undefined);
}

'use client';

import { useEffect, useState } from 'react';

import { useWords } from '../words/useWords';
import { KeyMap } from './KeyMap';
import { SearchDialog } from './SearchDialog';
import { isSearchKey, isTyping, singleKeys } from './shortcuts';

import './search.css';

/** In the panel's header: Ctrl/Cmd-K finds anything from anywhere, and ? shows the keys. */
export function QuickSearch() {
  const { say } = useWords();
  const [open, setOpen] = useState<'search' | 'keys' | null>(null);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isSearchKey(event)) {
        event.preventDefault();
        event.stopPropagation();
        setOpen((now) => (now === 'search' ? null : 'search'));
      } else if (event.key === '?' && !isTyping(event) && singleKeys.areOn()) {
        event.preventDefault();
        setOpen('keys');
      }
    };
    // Before the text editor, which makes a link with the same keys.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);

  return (
    <>
      <button
        type="button"
        className="quick-search__open"
        aria-label={say('search:open')}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen('search')}
      >
        <svg aria-hidden="true" height="16" viewBox="0 0 24 24" width="16">
          <path
            d="M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12Zm4.5 10.5L20 20"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
          />
        </svg>
        <span className="quick-search__label">{say('search:open')}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {open === 'search' && (
        <SearchDialog onClose={() => setOpen(null)} onKeys={() => setOpen('keys')} />
      )}
      {open === 'keys' && <KeyMap onClose={() => setOpen(null)} />}
    </>
  );
}

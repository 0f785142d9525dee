'use client';

import { useConfig, usePreferences } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';

import type { Found } from '../../domain/search/Found';
import { searchWords } from '../../domain/search/searchWords';
import { STAGES } from '../../domain/workflow/Stage';
import { useWords } from '../words/useWords';
import { ACTION_ASKED } from '../workflow/askedAction';
import type { SearchOption } from './SearchOption';
import { useArticleOptions } from './useArticleOptions';
import { useFound } from './useFound';
import { useModalDialog } from '../modal/useModalDialog';
import { usePages } from './usePages';

const GROUPS = ['recent', 'actions', 'articles', 'people', 'quotes', 'topics', 'pages'] as const;
const RECENT = 'standfirst-recent';
const RECENT_KEPT = 6;
const PAGES_AT_FIRST = 4;

/** One field that finds everything, by keyboard alone: a combobox with its list of options. */
export function SearchDialog({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const { say } = useWords();
  const router = useRouter();
  const dialog = useModalDialog();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const recent = useRecent();
  const { options, hasFailed, isSettled } = useOptions(query, recent.items);
  const chosen = options[Math.min(active, options.length - 1)];

  const choose = (option: SearchOption | undefined) => {
    if (!option) return;
    dialog.current?.close();
    if ('action' in option.goes) {
      window.dispatchEvent(new CustomEvent(ACTION_ASKED, { detail: option.goes.action }));
      return;
    }
    if (option.group !== 'pages') recent.keep(option);
    router.push(option.goes.to);
  };
  const press = (event: KeyboardEvent) => {
    const last = options.length - 1;
    const now = Math.min(active, last);
    const next: Record<string, number> = {
      ArrowDown: now < last ? now + 1 : 0,
      ArrowUp: now > 0 ? now - 1 : last,
      PageDown: last,
      PageUp: 0,
    };
    const to = next[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setActive(to);
      document
        .getElementById(`${listId}-${options[to]?.id ?? ''}`)
        ?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === '?' && query === '') {
      event.preventDefault();
      onKeys();
    }
  };
  return (
    <dialog
      ref={dialog}
      aria-label={say('search:title')}
      className="quick-search"
      onClose={onClose}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) currentTarget.close();
      }}
    >
      <div className="quick-search__box">
        <input
          aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
          aria-autocomplete="list"
          aria-controls={listId}
          aria-describedby={`${listId}-hint`}
          aria-expanded={options.length > 0}
          aria-label={say('search:title')}
          autoComplete="off"
          autoFocus
          maxLength={200}
          placeholder={say('search:placeholder')}
          role="combobox"
          spellCheck={false}
          type="text"
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setActive(0);
          }}
          onKeyDown={press}
        />
        <div
          className="quick-search__list"
          id={listId}
          role="listbox"
          aria-label={say('search:title')}
        >
          {GROUPS.map((group) => {
            const offered = options.filter((option) => option.group === group);
            if (offered.length === 0) return null;
            return (
              <div key={group} role="group" aria-label={say(`search:${group}`)}>
                <p aria-hidden="true">{say(`search:${group}`)}</p>
                {offered.map((option) => (
                  <div
                    key={option.id}
                    aria-selected={option === chosen}
                    className="quick-search__option"
                    id={`${listId}-${option.id}`}
                    role="option"
                    onClick={() => choose(option)}
                    onMouseMove={() => setActive(options.indexOf(option))}
                  >
                    <span>{option.title}</span>
                    {option.detail && <small>{option.detail}</small>}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
        <p className="quick-search__told" role="status">
          {hasFailed && say('search:failed')}
          {isSettled && options.length === 0 && say('search:none')}
          {isSettled && query !== '' && options.length > 0 && (
            <span className="quick-search__hidden">
              {say('search:results', { count: options.length })}
            </span>
          )}
        </p>
        <p className="quick-search__hint" id={`${listId}-hint`}>
          {say('search:hint')}
          <button type="button" onClick={onKeys}>
            {say('keys:open')}
          </button>
        </p>
      </div>
    </dialog>
  );
}

/** In the order of the groups, which is also that of the arrow keys. */
function useOptions(query: string, recent: SearchOption[]) {
  const { config } = useConfig();
  const { say } = useWords();
  const words = searchWords(query);
  const { found, hasFailed } = useFound(words.join(' '));
  const pages = usePages();
  const actions = useArticleOptions();
  const asOption = ({ kind, id, title, detail }: Found): SearchOption => {
    const stage = STAGES.find((each) => each === detail);
    return {
      id: `${kind}-${id}`,
      group: kind,
      title: title || say('desk:noHeadline'),
      detail: kind === 'articles' && stage ? say(`stage:${stage}`) : detail,
      goes: { to: `${config.routes.admin}/collections/${kind}/${id}` },
    };
  };
  const meets = ({ title }: SearchOption) => {
    const its = searchWords(title);
    return words.every((word) => its.some((other) => other.startsWith(word)));
  };
  const offered =
    words.length === 0
      ? [...recent, ...actions, ...pages.slice(0, PAGES_AT_FIRST)]
      : [...(found ?? []).map(asOption), ...actions.filter(meets), ...pages.filter(meets)];
  return {
    options: GROUPS.flatMap((group) => offered.filter((option) => option.group === group)),
    hasFailed,
    isSettled: words.length === 0 || found !== null,
  };
}

/** What somebody opened last from here; kept with their account, for them alone. */
function useRecent() {
  const { getPreference, setPreference } = usePreferences();
  const [items, setItems] = useState<SearchOption[]>([]);
  useEffect(() => {
    void getPreference<SearchOption[]>(RECENT).then((stored) => {
      if (Array.isArray(stored)) setItems(stored);
    });
  }, [getPreference]);
  return {
    items,
    keep: (option: SearchOption) => {
      const id = option.id.startsWith('recent-') ? option.id : `recent-${option.id}`;
      const others = items.filter((item) => item.id !== id);
      const kept: SearchOption[] = [{ ...option, id, group: 'recent' }, ...others];
      void setPreference(RECENT, kept.slice(0, RECENT_KEPT));
    },
  };
}

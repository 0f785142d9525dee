'use client';

import { Button, useAuth, usePreferences } from '@payloadcms/ui';
import { useEffect, useId, useState } from 'react';

import type { Choice } from '../../domain/desk/Desk';
import { useWords } from '../words/useWords';
import { isFiltering, NO_FILTER, type BoardFilter, type SavedFilter } from './boardFilter';

/** In Payload's preferences, which belong to one person each and are read by nobody else. */
const PREFERENCE = 'standfirst-board-filters';
const KINDS = ['news', 'analysis', 'opinion', 'interview', 'explainer', 'live'] as const;

/** Topic, person, kind, mine; and the combinations that somebody keeps under a name. */
export function BoardFilters({
  filter,
  onChange,
  people,
  topics,
}: {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
  people: readonly Choice[];
  topics: readonly Choice[];
}) {
  const { say } = useWords();
  const { user } = useAuth();
  const me = String(user?.id ?? '');
  return (
    <section aria-label={say('board:filters')} className="board-filters">
      <Chooser
        label={say('board:topic')}
        value={filter.topic}
        choices={topics}
        onChange={(topic) => onChange({ ...filter, topic })}
      />
      <Chooser
        label={say('board:person')}
        value={filter.person}
        choices={people}
        onChange={(person) => onChange({ ...filter, person })}
      />
      <Chooser
        label={say('board:kind')}
        value={filter.kind}
        choices={KINDS.map((kind) => ({ id: kind, name: say(`kind:${kind}`) }))}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <label className="board-filters__mine">
        <input
          type="checkbox"
          checked={filter.person === me}
          onChange={({ target }) => onChange({ ...filter, person: target.checked ? me : '' })}
        />
        {say('board:mine')}
      </label>
      {isFiltering(filter) && (
        <Button
          buttonStyle="subtle"
          margin={false}
          size="small"
          onClick={() => onChange(NO_FILTER)}
        >
          {say('board:clear')}
        </Button>
      )}
      <SavedFilters filter={filter} onChoose={onChange} />
    </section>
  );
}

function Chooser({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (id: string) => void;
}) {
  const { say } = useWords();
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{say('board:any')}</option>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function SavedFilters({
  filter,
  onChoose,
}: {
  filter: BoardFilter;
  onChoose: (filter: BoardFilter) => void;
}) {
  const { say } = useWords();
  const { getPreference, setPreference } = usePreferences();
  const [saved, setSaved] = useState<SavedFilter[]>([]);
  const [name, setName] = useState<string | null>(null);
  const nameId = useId();

  useEffect(() => {
    void getPreference<SavedFilter[]>(PREFERENCE).then((stored) => {
      if (Array.isArray(stored)) setSaved(stored);
    });
  }, [getPreference]);

  const keep = async (filters: SavedFilter[]) => {
    setSaved(filters);
    await setPreference(PREFERENCE, filters);
  };
  return (
    <div className="board-filters__saved">
      {saved.length > 0 && (
        <ul aria-label={say('board:saved')}>
          {saved.map((each) => (
            <li key={each.name}>
              <button type="button" onClick={() => onChoose(each)}>
                {each.name}
              </button>
              <button
                type="button"
                aria-label={say('board:remove', { name: each.name })}
                onClick={() => void keep(saved.filter((other) => other !== each))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {name === null ? (
        isFiltering(filter) && (
          <Button buttonStyle="subtle" margin={false} size="small" onClick={() => setName('')}>
            {say('board:save')}
          </Button>
        )
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const others = saved.filter((each) => each.name !== name.trim());
            void keep([...others, { ...filter, name: name.trim() }]);
            setName(null);
          }}
        >
          <label htmlFor={nameId}>{say('board:saveName')}</label>
          <input
            id={nameId}
            autoFocus
            maxLength={60}
            pattern=".*\S.*"
            required
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <Button margin={false} size="small" type="submit">
            {say('board:saveDone')}
          </Button>
          <Button
            buttonStyle="subtle"
            margin={false}
            size="small"
            type="button"
            onClick={() => setName(null)}
          >
            {say('board:cancel')}
          </Button>
        </form>
      )}
    </div>
  );
}

'use client';

import { useConfig } from '@payloadcms/ui';
import { useEffect, useId, useState } from 'react';

import { useWords } from '../words/useWords';
import { askApi } from '../page/askApi';

interface PersonOption {
  id: string;
  name: string;
  label: string;
}

/** Whom an editor names as the speaker: somebody on record, or words. */
export interface ChosenSpeaker {
  id: string | null;
  name: string;
}

const PAUSE_MS = 200;
const SHOWN = 12;

/** A field for the speaker: it finds people of the newsroom's records while somebody types. */
export function SpeakerChoice({
  value,
  onChange,
  isDisabled,
}: {
  value: ChosenSpeaker;
  onChange: (speaker: ChosenSpeaker) => void;
  isDisabled: boolean;
}) {
  const id = useId();
  const { say } = useWords();
  // A list of many such fields asks for nothing until somebody is about to choose.
  const [isUsed, setUsed] = useState(false);
  const options = usePeople(value.id || !isUsed ? '' : value.name);
  return (
    <label className="quotations__speaker" htmlFor={id}>
      {say('quotation:speaker')}
      <input
        autoComplete="off"
        disabled={isDisabled}
        id={id}
        list={`${id}-people`}
        onChange={({ target }) => {
          const known = options.find(({ label }) => label === target.value);
          onChange(known ?? { id: null, name: target.value });
        }}
        onFocus={() => setUsed(true)}
        placeholder={say('quotation:speakerHint')}
        type="text"
        value={value.name}
      />
      <datalist id={`${id}-people`}>
        {options.map((option) => (
          <option key={option.id} value={option.label} />
        ))}
      </datalist>
    </label>
  );
}

/** People whose name or alias has these letters; namesakes are told apart by their Wikidata id. */
function usePeople(letters: string): PersonOption[] {
  const { config } = useConfig();
  const { api } = config.routes;
  const [options, setOptions] = useState<PersonOption[]>([]);
  const wanted = letters.trim();
  useEffect(() => {
    if (wanted.length < 2) return undefined;
    const timer = setTimeout(() => {
      const query = new URLSearchParams({
        'where[or][0][name][contains]': wanted,
        'where[or][1][aliases][contains]': wanted,
        depth: '0',
        draft: 'true',
        limit: String(SHOWN),
      });
      void askApi<{ docs: { id: string; name: string; wikidataId?: string | null }[] }>(
        `${api}/people?${query.toString()}`,
      ).then((answer) => {
        if (!answer.ok) return;
        const { docs } = answer.body;
        setOptions(
          docs.map(({ id, name, wikidataId }) => {
            const isShared = docs.some((other) => other.id !== id && other.name === name);
            return { id, name, label: isShared ? `${name} · ${wikidataId ?? id}` : name };
          }),
        );
      });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [api, wanted]);
  return options;
}

'use client';

import { useState } from 'react';

import type { ListedQuotation } from '../../domain/quotations/ListedQuotation';
import {
  DETAILS_OF,
  GENERATED,
  VOUCHING_WAYS,
  type VouchingDetail,
  type VouchingWay,
} from '../../domain/quotations/vouching';
import { Modal } from '../modal/Modal';
import { useWords } from '../words/useWords';
import type { Vouch } from './useQuotations';
import { useRights } from './useRights';

type Detail = VouchingDetail | 'date' | 'place';

/** Asks which quotations came from one source, and how whoever asks knows them. */
export function VouchDialog({
  quotations,
  vouch,
  onCancel,
  onDone,
}: {
  quotations: readonly ListedQuotation[];
  vouch: Vouch;
  onCancel: () => void;
  onDone: (words: string) => void;
}) {
  const { say } = useWords();
  const { mayVouch } = useRights();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(quotations.length === 1 ? quotations.map(keyOf) : []),
  );
  const ways = [...(mayVouch ? VOUCHING_WAYS : []), GENERATED] as const;
  const [way, setWay] = useState<VouchingWay | typeof GENERATED | null>(null);
  const [details, setDetails] = useState<Partial<Record<Detail, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const count = chosen.size;

  const confirm = async (): Promise<void> => {
    if (!way) return;
    setBusy(true);
    const those = quotations.filter((quotation) => chosen.has(keyOf(quotation)));
    const isDone = await vouch(
      those,
      way === GENERATED
        ? { step: GENERATED }
        : { step: 'vouch', vouched: { way, ...said(way, details) } },
    );
    setBusy(false);
    if (!isDone) return;
    onDone(way === GENERATED ? say('vouch:done_generated') : say('vouch:done', { count }));
  };

  return (
    <Modal className="vouch-dialog" onCancel={onCancel} title={say('vouch:title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <p>{say('vouch:help')}</p>
        <fieldset className="action-dialog__field vouch-dialog__quotes">
          <legend>{say('vouch:which')}</legend>
          {quotations.length > 1 && (
            <button
              onClick={() =>
                setChosen(new Set(count === quotations.length ? [] : quotations.map(keyOf)))
              }
              type="button"
            >
              {say(count === quotations.length ? 'vouch:chooseNone' : 'vouch:chooseAll')}
            </button>
          )}
          {quotations.map((quotation) => {
            const key = keyOf(quotation);
            return (
              <label className="action-dialog__choice" key={key}>
                <input
                  checked={chosen.has(key)}
                  onChange={({ target }) => setChosen(toggled(chosen, key, target.checked))}
                  type="checkbox"
                />
                <span>
                  “{quotation.quote?.text}”{' '}
                  <span className="vouch-dialog__speaker">{quotation.speaker?.name}</span>
                </span>
              </label>
            );
          })}
        </fieldset>
        <fieldset className="action-dialog__field">
          <legend>{say('vouch:how')}</legend>
          {ways.map((each) => (
            <label className="action-dialog__choice" key={each}>
              <input
                checked={way === each}
                name="vouching-way"
                onChange={() => setWay(each)}
                required
                type="radio"
              />
              {say(`vouch:way_${each}`)}
            </label>
          ))}
        </fieldset>
        {way === GENERATED && <p>{say('vouch:generatedHelp')}</p>}
        {way !== null && way !== GENERATED && (
          <div className="vouch-dialog__details">
            {detailsOf(way).map(([name, isNeeded]) => (
              <label className="action-dialog__field" key={name}>
                {isNeeded
                  ? say(`vouch:${name}`)
                  : say('vouch:optional', { label: say(`vouch:${name}`) })}
                <input
                  onChange={({ target }) => setDetails({ ...details, [name]: target.value })}
                  required={isNeeded}
                  type={name === 'url' ? 'url' : name === 'date' ? 'date' : 'text'}
                  value={details[name] ?? ''}
                />
              </label>
            ))}
          </div>
        )}
        <div className="action-dialog__buttons">
          <button disabled={isBusy || count === 0 || !way} type="submit">
            {way === GENERATED
              ? say('vouch:confirmGenerated')
              : say('vouch:confirm', { count: Math.max(count, 1) })}
          </button>
          <button onClick={onCancel} type="button">
            {say('dialog:cancel')}
          </button>
        </div>
      </form>
    </Modal>
  );
}

/** What is asked along with a way, and whether it has to be answered. */
function detailsOf(way: VouchingWay): (readonly [Detail, boolean])[] {
  const { needs, takes } = DETAILS_OF[way];
  return [
    ...needs.map((name) => [name, true] as const),
    ...takes.map((name) => [name, false] as const),
    ['date', false],
    ['place', false],
  ];
}

/** Of what was typed, what belongs to the way and is not empty. */
function said(way: VouchingWay, details: Partial<Record<Detail, string>>) {
  return Object.fromEntries(
    detailsOf(way).flatMap(([name]) => {
      const value = details[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
}

function toggled(chosen: ReadonlySet<string>, key: string, isChosen: boolean): Set<string> {
  const next = new Set(chosen);
  if (isChosen) next.add(key);
  else next.delete(key);
  return next;
}

function keyOf({ quote }: ListedQuotation): string {
  return quote?.id ?? '';
}

import { Link, toast, useAuth, useConfig } from '@payloadcms/ui';
import { useRef, useState } from 'react';

import { may } from '../../../domain/rights/rights';
import { askApi } from '../../page/askApi';
import { isStillIn } from '../../page/isStillIn';
import { useWords } from '../../words/useWords';
import { ARTICLE_SAVED } from '../../workflow/useArticleActions';
import { leftOutOf } from './leftOut';
import { useOffers, type Offer } from './useOffers';

/** An offer that was taken, and what the server answered, which takes it back. */
interface Added extends Offer {
  listed: { person?: string };
}

/** What happened last. */
interface Told {
  words: string;
  undo?: () => void;
  /** What was added together, as far as it still is: each can be taken back by itself. */
  added?: readonly Added[];
  /** New people who are no longer listed, and still have a record. */
  records?: readonly Added[];
}

/** People and topics that the text names, added or left out with one click. */
export function StoryMentions({
  articleId,
  saveNow,
}: {
  articleId: string;
  saveNow: () => Promise<boolean>;
}) {
  const { config } = useConfig();
  const { user } = useAuth();
  const { say } = useWords();
  const address = `${config.routes.api}/articles/${articleId}/story/mentions`;
  const { offers, load } = useOffers(address);
  const [leftOut, setLeftOut] = useState(() => leftOutOf(articleId).read());
  const [done, setDone] = useState<Told | null>(null);
  const [isBusy, setBusy] = useState(false);
  const line = useRef<HTMLElement>(null);

  const keep = (keys: string[]) => {
    setLeftOut(keys);
    leftOutOf(articleId).write(keys);
  };
  /** What was pressed is gone then: the line itself takes the focus, and says what happened. */
  const tell = (told: Told | null) => {
    setDone(told);
    if (isStillIn(line.current)) line.current?.focus();
  };
  const post = async (path: string, body: object) => {
    const answer = await askApi<Added['listed']>(path, { method: 'POST', body });
    if (!answer.ok) toast.error(answer.message ?? say('bar:unreachable'));
    return answer;
  };
  const ended = async () => {
    setBusy(false);
    await load();
    window.dispatchEvent(new Event(ARTICLE_SAVED));
  };
  /** One after another, until one is refused. */
  const add = async (chosen: readonly Offer[]) => {
    setBusy(true);
    await saveNow();
    const added: Added[] = [];
    for (const offer of chosen) {
      const answer = await post(address, offer.mention);
      if (!answer.ok) break;
      added.push({ ...offer, listed: answer.body });
    }
    const [first] = added;
    if (added.length > 1) tell({ words: say('mention:addedAll', { count: added.length }), added });
    else if (first) {
      tell({
        words: say(`mention:added_${first.kind}`, { name: first.name }),
        undo: () => void takeBack(added),
      });
    }
    await ended();
  };
  const takeBack = async (chosen: readonly Added[], others: readonly Added[] = []) => {
    setBusy(true);
    const taken: Added[] = [];
    for (const one of chosen) {
      if (!(await post(`${address}/undo`, one.listed)).ok) break;
      taken.push(one);
    }
    const added = [...others, ...chosen.slice(taken.length)];
    const records = taken.filter(({ kind }) => kind === 'newPerson');
    if (taken.length > 0) {
      tell({
        words: [
          say('mention:takenBack', { names: namesOf(taken) }),
          ...(records.length > 0 ? [say('mention:recordStays', { names: namesOf(records) })] : []),
          ...(added.length > 0 ? [say('mention:stillAdded')] : []),
        ].join(' '),
        records,
        added,
      });
    }
    await ended();
  };
  const leave = ({ key, name }: Offer) => {
    keep([...leftOut, key]);
    tell({
      words: say('mention:left', { name }),
      undo: () => {
        keep(leftOut);
        tell(null);
      },
    });
  };

  if (!may(user, 'write')) return null;
  const shown = offers.filter(({ key }) => !leftOut.includes(key));
  const clear = shown.filter(({ isNamesake }) => !isNamesake);
  const hidden = offers.length - shown.length;
  if (offers.length === 0 && !done) return null;
  const { added = [], records = [] } = done ?? {};
  return (
    <section
      aria-label={say('mention:title')}
      className="story-findings story-mentions"
      ref={line}
      tabIndex={-1}
    >
      {shown.length > 0 && (
        <p>
          {say('mention:offer')}
          {shown.map((offer) => (
            <span className="story-mentions__offer" key={offer.key}>
              <button
                aria-label={say(`mention:add_${offer.kind}`, { name: offer.name })}
                className="story-mentions__add"
                disabled={isBusy}
                onClick={() => void add([offer])}
                title={say(`mention:add_${offer.kind}`, { name: offer.name })}
                type="button"
              >
                + {offer.name}
                {offer.kind !== 'person' && <small>{say(`mention:is_${offer.kind}`)}</small>}
              </button>
              <TakeOut
                label={say('mention:leave', { name: offer.name })}
                onClick={() => leave(offer)}
              />
            </span>
          ))}
          {clear.length > 1 && (
            <button
              className="quotations__open story-mentions__all"
              disabled={isBusy}
              onClick={() => void add(clear)}
              title={namesOf(clear)}
              type="button"
            >
              {say('mention:addAll', { count: clear.length })}
            </button>
          )}
        </p>
      )}
      <p className="story-mentions__told">
        <span role="status">{done?.words}</span>
        {records.map(({ name, listed }) => (
          <Link
            href={`${config.routes.admin}/collections/people/${listed.person ?? ''}`}
            key={listed.person}
          >
            {say('mention:record', { name })}
          </Link>
        ))}
        {added.map((one) => (
          <span className="story-mentions__offer" key={one.key}>
            <span className="story-mentions__add">{one.name}</span>
            <TakeOut
              isDisabled={isBusy}
              label={say('mention:takeBack', { name: one.name })}
              onClick={() =>
                void takeBack(
                  [one],
                  added.filter((other) => other !== one),
                )
              }
            />
          </span>
        ))}
        {added.length > 1 && (
          <button
            className="quotations__open"
            disabled={isBusy}
            onClick={() => void takeBack(added)}
            type="button"
          >
            {say('mention:takeAllBack')}
          </button>
        )}
        {done?.undo && (
          <button className="quotations__open" disabled={isBusy} onClick={done.undo} type="button">
            {say('quotation:undo')}
          </button>
        )}
        {hidden > 0 && !done && (
          <button className="quotations__open" onClick={() => keep([])} type="button">
            {say('mention:again', { count: hidden })}
          </button>
        )}
      </p>
    </section>
  );
}

function TakeOut({
  label,
  isDisabled = false,
  onClick,
}: {
  label: string;
  isDisabled?: boolean;
  onClick: () => void;
}) {
  return (
    <button
      aria-label={label}
      className="story-mentions__leave"
      disabled={isDisabled}
      onClick={onClick}
      title={label}
      type="button"
    >
      ×
    </button>
  );
}

function namesOf(offers: readonly Offer[]): string {
  return offers.map(({ name }) => name).join(', ');
}

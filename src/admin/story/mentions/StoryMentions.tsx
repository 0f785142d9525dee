import { toast, useAuth, useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useRef, useState } from 'react';

import type { OfferedMentions } from '../../domain/story/offerMentions';
import { hasRole, rolesAmong } from '../../domain/workflow/Role';
import { askApi } from '../page/askApi';
import { useWords } from '../words/useWords';
import { ARTICLE_SAVED } from '../workflow/useArticleActions';
import { leftOutOf } from './leftOut';

/** An offer is no hurry: it waits until the saves of somebody who writes have gone by. */
const PAUSE_MS = 2_500;

interface Offer {
  /** The same as long as it is the same person or topic. */
  key: string;
  kind: 'person' | 'newPerson' | 'topic';
  name: string;
  mention: object;
}

/** People and topics that the text names, each added or left out with one click. */
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
  const [done, setDone] = useState<{ words: string; undo: () => Promise<void> } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const line = useRef<HTMLElement>(null);

  const keep = (keys: string[]) => {
    setLeftOut(keys);
    leftOutOf(articleId).write(keys);
  };
  /** What was pressed is gone then: the line itself takes the focus, and says what happened. */
  const tell = (words: string, undo: () => Promise<void>) => {
    setDone({ words, undo });
    line.current?.focus();
  };
  const add = async ({ kind, name, mention }: Offer) => {
    setBusy(true);
    await saveNow();
    const answer = await askApi<object>(address, { method: 'POST', body: mention });
    setBusy(false);
    if (!answer.ok) toast.error(answer.message ?? say('bar:unreachable'));
    else {
      tell(say(`mention:added_${kind}`, { name }), async () => {
        const undone = await askApi(`${address}/undo`, { method: 'POST', body: answer.body });
        if (!undone.ok) toast.error(undone.message ?? say('bar:unreachable'));
        window.dispatchEvent(new Event(ARTICLE_SAVED));
      });
    }
    await load();
    window.dispatchEvent(new Event(ARTICLE_SAVED));
  };
  const leave = ({ key, name }: Offer) => {
    keep([...leftOut, key]);
    tell(say('mention:left', { name }), () => {
      keep(leftOut);
      return Promise.resolve();
    });
  };

  if (!hasRole(rolesAmong(user?.roles), 'writer')) return null;
  const shown = offers.filter(({ key }) => !leftOut.includes(key));
  const hidden = offers.length - shown.length;
  if (offers.length === 0 && !done) return null;
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
                onClick={() => void add(offer)}
                title={say(`mention:add_${offer.kind}`, { name: offer.name })}
                type="button"
              >
                + {offer.name}
                {offer.kind !== 'person' && <small>{say(`mention:is_${offer.kind}`)}</small>}
              </button>
              <button
                aria-label={say('mention:leave', { name: offer.name })}
                className="story-mentions__leave"
                onClick={() => leave(offer)}
                title={say('mention:leave', { name: offer.name })}
                type="button"
              >
                ×
              </button>
            </span>
          ))}
        </p>
      )}
      <p className="story-mentions__told">
        <span role="status">{done?.words}</span>
        {done && (
          <button
            className="quotations__open"
            onClick={() => {
              setDone(null);
              line.current?.focus();
              void done.undo().then(load);
            }}
            type="button"
          >
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

/** Read when the page opens, and a while after each save. */
function useOffers(address: string): { offers: Offer[]; load: () => Promise<void> } {
  const [offers, setOffers] = useState<Offer[]>([]);
  const load = useCallback(async () => {
    const answer = await askApi<OfferedMentions>(address);
    if (answer.ok) setOffers(offersOf(answer.body));
  }, [address]);
  useEffect(() => {
    let timer = setTimeout(() => void load(), PAUSE_MS);
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void load(), PAUSE_MS);
    };
    window.addEventListener(ARTICLE_SAVED, later);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(ARTICLE_SAVED, later);
    };
  }, [load]);
  return { offers, load };
}

function offersOf({ people, topics }: OfferedMentions): Offer[] {
  return [
    ...people.map(({ id, name, wikidataId }): Offer => {
      const shown = wikidataId ? `${name} · ${wikidataId}` : name;
      return id === null
        ? { key: `new ${name}`, kind: 'newPerson', name, mention: { newPerson: name } }
        : { key: `person ${id}`, kind: 'person', name: shown, mention: { person: id } };
    }),
    ...topics.map(({ id, name }): Offer => {
      return { key: `topic ${id}`, kind: 'topic', name, mention: { topic: id } };
    }),
  ];
}

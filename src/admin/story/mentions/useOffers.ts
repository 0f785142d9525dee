import { useCallback, useEffect, useState } from 'react';

import type { OfferedMentions } from '../../../domain/story/offerMentions';
import { askApi } from '../../page/askApi';
import { ARTICLE_SAVED } from '../../workflow/useArticleActions';

/** An offer is no hurry: it waits until the saves of somebody who writes have gone by. */
const PAUSE_MS = 2_500;

export interface Offer {
  /** The same as long as it is the same person or topic. */
  key: string;
  kind: 'person' | 'newPerson' | 'topic';
  /** One of several people whom the text may mean: only a human knows which. */
  isNamesake: boolean;
  name: string;
  mention: object;
}

/** Read when the page opens, and a while after each save. */
export function useOffers(address: string): { offers: Offer[]; load: () => Promise<void> } {
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
      const isNamesake = people.filter((other) => other.name === name).length > 1;
      const offer = { isNamesake, name: shown };
      return id === null
        ? { ...offer, key: `new ${name}`, kind: 'newPerson', mention: { newPerson: name } }
        : { ...offer, key: `person ${id}`, kind: 'person', mention: { person: id } };
    }),
    ...topics.map(({ id, name }): Offer => {
      return { key: `topic ${id}`, kind: 'topic', isNamesake: false, name, mention: { topic: id } };
    }),
  ];
}

import { createEvents, type EventAttributes } from 'ics';

import { idOf } from '../../domain/edition/WorkingCopy';
import type { Article, Publication } from '../../payload-types';

type Say = (sentence: string) => string;

/** Calendars show nothing of an event without a length. */
const MINUTES = 15;

/**
 * Orders and the ends of embargoes as an iCalendar feed (RFC 5545), times in UTC. Each keeps its UID
 * through every change, so that calendars move it rather than show it twice.
 */
export function renderCalendar({
  publications,
  embargoes,
  publicUrl,
  say,
}: {
  publications: readonly Publication[];
  embargoes: readonly Pick<Article, 'id' | 'headline' | 'embargoUntil'>[];
  /** The address of the admin, without a slash at the end. */
  publicUrl: string;
  /** A sentence in the language of whoever reads the calendar. */
  say: Say;
}): string {
  const eventOf = (
    at: Date,
    articleId: string,
    event: Pick<EventAttributes, 'uid' | 'title' | 'description' | 'status'>,
  ): EventAttributes => ({
    ...event,
    start: at.getTime(),
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes: MINUTES },
    busyStatus: 'FREE',
    ...(/^https?:/.test(publicUrl)
      ? { url: `${publicUrl}/admin/collections/articles/${articleId}` }
      : {}),
  });
  const orders = publications.map((publication) => {
    const { id, title, article, state, kind, at } = publication;
    const shown = say(title ?? kind ?? '');
    const mark = STATE_IN_TITLE[state ?? 'pending'];
    return eventOf(new Date(at ?? 0), idOf(article) ?? '', {
      uid: `${id}@publications.standfirst`,
      title: mark ? `${say(mark)}: ${shown}` : shown,
      description: say(describe(publication)),
      status: state === 'blocked' ? 'TENTATIVE' : 'CONFIRMED',
    });
  });
  const ends = embargoes.map(({ id, headline, embargoUntil }) =>
    eventOf(new Date(embargoUntil ?? 0), id, {
      uid: `${id}@embargoes.standfirst`,
      title: say(`Embargo ends: “${headline}”`),
      description: say('Nothing of this article is public before this moment.'),
      status: 'CONFIRMED',
    }),
  );
  const { value, error } = createEvents([...orders, ...ends], {
    calName: say('Publications'),
    productId: '-//Standfirst//Publications//EN',
    method: 'PUBLISH',
  });
  if (error) throw error;
  return value ?? '';
}

const STATE_IN_TITLE: Record<string, string> = { blocked: 'BLOCKED', fired: 'Done' };

function describe({ wallTime, zone, editionNumber, latenessMs, blockedReason }: Publication) {
  return [
    `Edition ${editionNumber ?? ''}, ${wallTime?.replace('T', ' ') ?? ''} (${zone ?? ''}).`,
    typeof latenessMs === 'number'
      ? `Went out ${(latenessMs / 1000).toFixed(1)} s after its time.`
      : '',
    blockedReason ?? '',
  ]
    .filter(Boolean)
    .join(' ');
}

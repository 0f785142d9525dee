import { createEvents, type EventAttributes } from 'ics';

import type { Publication } from '../../payload-types';

/** Calendars show nothing of an event without a length. */
const MINUTES = 15;

/**
 * Orders as an iCalendar feed (RFC 5545), times in UTC. An order keeps its UID through every change,
 * so that calendars move it rather than show it twice.
 */
export function renderCalendar({
  publications,
  publicUrl,
}: {
  publications: readonly Publication[];
  /** The address of the admin, without a slash at the end. */
  publicUrl: string;
}): string {
  const events = publications.map((publication): EventAttributes => {
    const at = new Date(publication.at ?? 0);
    const { id, title, article, state, kind } = publication;
    const articleId = typeof article === 'string' ? article : article?.id;
    return {
      uid: `${id}@publications.standfirst`,
      title: `${STATE_IN_TITLE[state ?? 'pending'] ?? ''}${title ?? kind ?? ''}`,
      description: describe(publication),
      start: at.getTime(),
      startInputType: 'utc',
      startOutputType: 'utc',
      duration: { minutes: MINUTES },
      status: state === 'blocked' ? 'TENTATIVE' : 'CONFIRMED',
      busyStatus: 'FREE',
      ...(/^https?:/.test(publicUrl)
        ? { url: `${publicUrl}/admin/collections/articles/${articleId ?? ''}` }
        : {}),
    };
  });
  const { value, error } = createEvents(events, {
    calName: 'Publications',
    productId: '-//Standfirst//Publications//EN',
    method: 'PUBLISH',
  });
  if (error) throw error;
  return value ?? '';
}

const STATE_IN_TITLE: Record<string, string> = { blocked: 'BLOCKED: ', fired: 'Done: ' };

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

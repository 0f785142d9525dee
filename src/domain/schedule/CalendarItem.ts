import type { LiveChange } from '../workflow/ArticleState';
import type { OrderFigures } from './orderFigures';

/**
 * One thing in the newsroom's calendar: an order that waits, is going out or is blocked, what
 * readers got or lost, or the end of an embargo.
 */
export interface CalendarItem {
  /** Unique among the items of one answer. */
  id: string;
  standing: 'scheduled' | 'going_out' | 'blocked' | 'published' | 'withdrawn' | 'embargo';
  articleId: string;
  headline: string;
  /** Ids of the article's topics and of the people in its bylines. */
  topics: string[];
  people: string[];
  /** ISO 8601 UTC. */
  at: string;
  /** The same on the newsroom's wall, `YYYY-MM-DDTHH:mm`. */
  wallTime: string;
  /** Of what the clock carried out: ms from the planned to the actual time. */
  latenessMs: number | null;
  /** Of what waits or is blocked. */
  order: CalendarOrder | null;
}

/** An open order as somebody who moves it or publishes by hand must know it. */
export interface CalendarOrder {
  kind: 'publish' | 'withdraw';
  wallTime: string;
  zone: string;
  edition: string;
  editionNumber: number;
  change: LiveChange | null;
  reason: string | null;
  notice: string | null;
  /** Whether others go out together with this one. */
  isInGroup: boolean;
  blockedReason: string | null;
}

export interface NamedRecord {
  id: string;
  name: string;
}

/** What `GET /api/calendar` answers. */
export interface CalendarAnswer {
  /** The newsroom's, which all wall times and days are of. */
  zone: string;
  /** ISO 8601 UTC, by the server's clock. */
  now: string;
  items: CalendarItem[];
  /** True when there is more in these days than is told. */
  isCut: boolean;
  /** All that is blocked, whatever its day. */
  blocked: CalendarItem[];
  /** The topics and bylines of what is in these days: what can be filtered by. */
  topics: NamedRecord[];
  people: NamedRecord[];
  figures: OrderFigures;
}

/** An article with an approved edition that readers do not see and nothing schedules. */
export interface ReadyArticle {
  id: string;
  headline: string;
  /** ISO 8601 UTC. */
  embargoUntil: string | null;
  onHold: boolean;
  /** Whether readers see an earlier edition, so that the kind of change must be said. */
  isLive: boolean;
}

import type { FaceCollection } from '../faces/FaceCollection';
import type { PublicationState } from '../workflow/PublicationState';
import type { Stage } from '../workflow/Stage';

/** An article as lists of the newsroom show it; times in ISO 8601 UTC. */
export interface DeskArticle {
  id: string;
  headline: string;
  kind: string | null;
  stage: Stage;
  publicationState: PublicationState;
  onHold: boolean;
  /** An edition is approved that readers do not see. */
  editionWaits: boolean;
  updatedAt: string;
  publishedAt: string | null;
  deadline: string | null;
  openNotes: number;
  /** Names of those who are at work on it. */
  people: string[];
  topics: string[];
}

/** What somebody is waited for to do. */
export type Wait = 'changes' | 'review' | 'factCheck' | 'publish';

export interface WaitingArticle extends DeskArticle {
  wait: Wait;
}

/** Why something does not move on by itself. */
export type Block = 'dispute' | 'order' | 'hold' | 'legal' | 'factCheck';

export interface BlockedArticle extends DeskArticle {
  block: Block;
  /** In words, where somebody or the clock has left some. */
  reason: string | null;
}

/** An order that goes out soon. */
export interface ComingOrder {
  id: string;
  article: string;
  headline: string;
  kind: 'publish' | 'withdraw';
  at: string;
  wallTime: string;
  zone: string;
}

export interface UnverifiedQuote {
  id: string;
  text: string;
  speaker: string | null;
  updatedAt: string;
  article: { id: string; headline: string } | null;
}

/** A person, a topic or an image that readers see otherwise than the newsroom by now. */
export interface WaitingFace {
  collection: FaceCollection;
  id: string;
  title: string;
  changedBy: string | null;
  changedAt: string;
}

/** A picture that readers see no more, or soon will not: the rights in it end. */
export interface EndingRights {
  id: string;
  title: string;
  /** ISO 8601 UTC. */
  endsAt: string;
  hasEnded: boolean;
  /** A later end is known, and an editor has not released it. */
  waitsForRelease: boolean;
  /** The live articles that it stands in, the newest first. */
  articles: { id: string; headline: string }[];
  /** The names of those whose portrait it is. */
  people: string[];
}

/** The first of something, and how many there are: `isMore` when there are more than were counted. */
export interface Listed<Row> {
  rows: Row[];
  count: number;
  isMore: boolean;
}

/** What needs doing now, as one person sees it. */
export interface Desk {
  waiting: Listed<WaitingArticle>;
  mine: Listed<DeskArticle>;
  inReview: Listed<DeskArticle>;
  blocked: Listed<BlockedArticle>;
  comingUp: Listed<ComingOrder>;
  published: Listed<DeskArticle>;
  unverified: Listed<UnverifiedQuote>;
  faces: Listed<WaitingFace>;
  rights: Listed<EndingRights>;
}

export const COLUMNS = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'scheduled',
  'live',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface BoardCard extends DeskArticle {
  /** When an open order is for. */
  orderAt: string | null;
}

export interface Choice {
  id: string;
  name: string;
}

export interface Board {
  columns: Record<Column, Listed<BoardCard>>;
  people: Choice[];
  topics: Choice[];
}

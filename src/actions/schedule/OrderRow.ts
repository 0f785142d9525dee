import type { Payload } from 'payload';

import type { OrderState } from '../../domain/schedule/orderStates';
import type { LiveChange, OpenOrder } from '../../domain/workflow/ArticleState';

export type MongoId = InstanceType<Payload['db']['connection']['base']['Types']['ObjectId']>;

/** What of a lease goes when it ends; its token stays, so that the next one is higher. */
export const LEASE_END = ['lease.owner', 'lease.until', 'lease.session'] as const;

/**
 * An order as MongoDB holds it, in the collection `publications`. `wakeAt` is when a worker must look at it: its time, the time
 * of its next try, or the end of a lease; rows without it are of no concern to workers.
 */
export interface OrderRow {
  _id: MongoId;
  title: string;
  article: MongoId;
  kind: OpenOrder['kind'];
  edition: MongoId;
  editionNumber: number;
  wallTime: string;
  zone: string;
  at: Date;
  state: OrderState;
  /** Unique: an article has one open order of a kind. Absent once the order is closed. */
  openKey?: string;
  wakeAt?: Date;
  change?: LiveChange | null;
  reason?: string | null;
  notice?: string | null;
  /** Shared by orders that go out all or none. */
  group?: string | null;
  /** `token` rises with every claim; `session` is the server's session of the holder's transaction. */
  lease?: { owner?: string; until?: Date; token?: number; session?: unknown };
  attempts?: number;
  firedAt?: Date;
  /** ms from `at` to `firedAt`, both by the database's clock. */
  latenessMs?: number;
  blockedAt?: Date;
  blockedCode?: string;
  blockedReason?: string;
  closedReason?: string;
  createdBy?: MongoId | null;
  createdAt: Date;
}

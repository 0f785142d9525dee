import type { PayloadRequest } from 'payload';

import type { AuditName } from '../../domain/workflow/AuditName';
import { appendRecord } from './appendRecord';

export interface AuditInput {
  action: AuditName;
  /** Null for what concerns the whole newsroom, such as a setting. */
  articleId: string | null;
  /** The person, topic or image that it is about, where it is not about an article. */
  record?: { relationTo: 'people' | 'topics' | 'media'; value: string };
  from: string;
  to: string;
  editionId?: string | null;
  reason?: string | null;
  at: Date;
}

/** Appends who did what to the audit entries, inside the action's transaction. */
export async function recordAudit(entry: AuditInput, req: PayloadRequest): Promise<void> {
  await appendRecord(
    'audit-entries',
    {
      at: entry.at.toISOString(),
      action: entry.action,
      article: entry.articleId,
      record: entry.record ?? null,
      actor: req.user?.id ?? null,
      actorName: req.user?.name ?? 'The clock',
      from: entry.from,
      to: entry.to,
      edition: entry.editionId ?? null,
      reason: entry.reason ?? null,
    },
    req,
  );
}

import type { PayloadRequest } from 'payload';

interface AuditInput {
  action: string;
  articleId: string;
  from: string;
  to: string;
  editionId?: string | null;
  reason?: string | null;
  at: Date;
}

/** Appends who did what to the audit entries, inside the action's transaction. */
export async function recordAudit(entry: AuditInput, req: PayloadRequest): Promise<void> {
  await req.payload.create({
    collection: 'audit-entries',
    data: {
      at: entry.at.toISOString(),
      action: entry.action,
      article: entry.articleId,
      actor: req.user?.id ?? null,
      actorName: req.user?.name ?? 'The clock',
      from: entry.from,
      to: entry.to,
      edition: entry.editionId ?? null,
      reason: entry.reason ?? null,
    },
    depth: 0,
    overrideAccess: true,
    req,
  });
}

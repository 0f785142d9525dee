/** The steps towards publication, in their order. */
export const PUBLISH_STEPS = ['submit', 'approve', 'publish'] as const;
export type PublishStep = (typeof PUBLISH_STEPS)[number];

/** One thing to put right before an article can go on. */
export interface PublishIssue {
  /** UPPER_SNAKE, stable. */
  code: string;
  /** Path of the field in the article, like "leadImage" or "sections.2.body" (counted from 0). */
  field: string;
  severity: 'error' | 'warning';
  /** The first step that an error stops; a warning stops none. */
  blocks: PublishStep;
  /** What is wrong and what to do, for an editor. */
  message: string;
  /** What a person can give along with the step itself to put it right; until then it stops the step. */
  answeredBy?: 'change';
  /** The document to open, where it is not the article itself. */
  subject?: { collection: 'sections' | 'quotes' | 'people' | 'topics' | 'media'; id: string };
}

export const stopsSubmit = { severity: 'error', blocks: 'submit' } as const;
export const stopsApproval = { severity: 'error', blocks: 'approve' } as const;
export const stopsPublication = { severity: 'error', blocks: 'publish' } as const;
export const warns = { severity: 'warning', blocks: 'approve' } as const;

/** Those issues of a checklist that are so. */
export function found(checks: readonly (readonly [isSo: boolean, issue: PublishIssue])[]) {
  return checks.flatMap(([isSo, issue]) => (isSo ? [issue] : []));
}

/** The issues that stop a step: errors of this step and of those before it. */
export function blockingIssues(issues: readonly PublishIssue[], step: PublishStep): PublishIssue[] {
  const reached = PUBLISH_STEPS.indexOf(step);
  return issues.filter(
    (issue) => issue.severity === 'error' && PUBLISH_STEPS.indexOf(issue.blocks) <= reached,
  );
}

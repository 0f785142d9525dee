'use client';

import { useFormFields } from '@payloadcms/ui';

const STAGES: Record<string, string> = {
  draft: 'Draft',
  in_review: 'In review',
  changes_requested: 'Changes requested',
  approved: 'Approved',
  spiked: 'Spiked',
};

const PUBLICATION_STATES: Record<string, string> = {
  unpublished: 'not published',
  live: 'live',
  withdrawn: 'withdrawn',
};

/** Where the article stands, in words, beside the save state. */
export function ArticleStatus() {
  const stage = useFormFields(([fields]) => fields['workflow.stage']?.value);
  const state = useFormFields(([fields]) => fields['workflow.publicationState']?.value);
  return (
    <p className="article-status" role="status">
      {STAGES[String(stage ?? 'draft')] ?? 'Draft'},{' '}
      {PUBLICATION_STATES[String(state ?? 'unpublished')] ?? 'not published'}
    </p>
  );
}

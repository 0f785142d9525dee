/** What of an article a preview shows: the working copy, or the edition that waits or that is live. */
export const PREVIEWS = ['draft', 'approved', 'live'] as const;

export type PreviewOf = (typeof PREVIEWS)[number];

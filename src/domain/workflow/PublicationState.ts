/** What the public sees of an article. */
export const PUBLICATION_STATES = ['unpublished', 'live', 'withdrawn'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

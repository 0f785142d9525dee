/** Where the working copy of an article stands. */
export const STAGES = ['draft', 'in_review', 'changes_requested', 'approved', 'spiked'] as const;
export type Stage = (typeof STAGES)[number];

import type { ActionName } from '../../domain/workflow/ActionName';
import type { Stage } from '../../domain/workflow/Stage';
import type { WordKey } from '../words/useWords';

/** The step that the article waits for next, in each stage. */
export const nextSteps: Record<Stage, readonly ActionName[]> = {
  draft: ['submit'],
  changes_requested: ['submit'],
  in_review: ['approve', 'requestChanges'],
  approved: ['publish'],
  spiked: ['unspike'],
};

/** Whom it waits for, told to those who cannot take the step themselves. */
export const waitsFor: Partial<Record<ActionName, WordKey>> = {
  submit: 'bar:waitsSubmit',
  approve: 'bar:waitsApprove',
  publish: 'bar:waitsPublish',
  unspike: 'bar:waitsUnspike',
};

import type { ActionName } from '../../domain/workflow/ActionName';
import type { PublicationState } from '../../domain/workflow/PublicationState';
import type { Stage } from '../../domain/workflow/Stage';

interface ActionWords {
  /** On the button, also that of the dialog. */
  label: string;
  /** What will happen, before it does. */
  willHappen: string;
  /** What has happened, afterwards. */
  done: string;
}

export const actionWords: Partial<Record<ActionName, ActionWords>> = {
  submit: {
    label: 'Submit for review',
    willHappen: 'The editors are told that the article is ready to be read.',
    done: 'Submitted. The editors have been told.',
  },
  requestChanges: {
    label: 'Request changes',
    willHappen: 'The article goes back to its writer with your note.',
    done: 'Sent back with your note.',
  },
  approve: {
    label: 'Approve',
    willHappen: 'Exactly the text below is frozen as an edition. Only that edition can go out.',
    done: 'Approved and frozen as an edition.',
  },
  override: {
    label: 'Approve, overriding checks',
    willHappen: 'The text below is frozen although checks are open. The history keeps your reason.',
    done: 'Approved by override. The history keeps your reason.',
  },
  publish: {
    label: 'Publish',
    willHappen: 'Readers see the approved edition at once.',
    done: 'Published. Readers see it now.',
  },
  schedule: {
    label: 'Schedule',
    willHappen: 'The approved edition goes out by itself at that time, unchanged.',
    done: 'Scheduled.',
  },
  reschedule: {
    label: 'Move to another time',
    willHappen: 'The scheduled edition goes out at the new time instead.',
    done: 'Moved to the new time.',
  },
  unschedule: {
    label: 'Cancel the schedule',
    willHappen: 'Nothing goes out by itself any more. The approval stays.',
    done: 'The schedule is cancelled.',
  },
  rollBack: {
    label: 'Show readers this edition',
    willHappen: 'Readers see this earlier edition at once. The working copy stays as it is.',
    done: 'Readers see the earlier edition now.',
  },
  withdraw: {
    label: 'Withdraw',
    willHappen:
      'Readers find your notice in place of the article. To show it again takes a new approval.',
    done: 'Withdrawn. Readers find your notice.',
  },
  spike: {
    label: 'Spike',
    willHappen: 'The article is given up. Nothing is deleted, and it can be taken up again.',
    done: 'Spiked.',
  },
  unspike: {
    label: 'Take up again',
    willHappen: 'The article becomes a draft again.',
    done: 'Taken up again, as a draft.',
  },
  hold: {
    label: 'Hold',
    willHappen: 'Nothing of this article goes out, scheduled or not, until it is released.',
    done: 'On hold.',
  },
  release: {
    label: 'Release',
    willHappen: 'The hold ends. What is approved can go out again.',
    done: 'Released.',
  },
};

export const stageWords: Record<Stage, string> = {
  draft: 'Draft',
  in_review: 'In review',
  changes_requested: 'Changes requested',
  approved: 'Approved',
  spiked: 'Spiked',
};

export const publicationWords: Record<PublicationState, string> = {
  unpublished: 'Not published',
  live: 'Live',
  withdrawn: 'Withdrawn',
};

/** The step that the article waits for next, in each stage. */
export const nextSteps: Record<Stage, readonly ActionName[]> = {
  draft: ['submit'],
  changes_requested: ['submit'],
  in_review: ['approve', 'requestChanges'],
  approved: ['publish'],
  spiked: ['unspike'],
};

/** Whom it waits for, told to those who cannot take the step themselves. */
export const waitsFor: Partial<Record<ActionName, string>> = {
  submit: 'Its writer is still at work on it.',
  approve: 'It waits for an editor to read and approve it.',
  publish: 'It waits for a publisher to publish or schedule it.',
  unspike: 'Only an editor can take it up again.',
};

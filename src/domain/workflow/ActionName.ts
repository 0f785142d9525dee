/** The only ways to change a stage or a publication state. */
export const ACTION_NAMES = [
  'submit',
  'requestChanges',
  'approve',
  'override',
  'publish',
  'rollBack',
  'schedule',
  'reschedule',
  'unschedule',
  'fire',
  'withdraw',
  'spike',
  'unspike',
  'hold',
  'release',
] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

/** The action in words, to follow "may": "request changes". */
export function actionVerb(action: ActionName): string {
  return action.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}

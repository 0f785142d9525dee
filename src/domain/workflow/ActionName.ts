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

/** Whether a word from outside (an URL, a request) names an action. */
export function isActionName(word: string): word is ActionName {
  return (ACTION_NAMES as readonly string[]).includes(word);
}

/** The action in words, to follow "may": "request changes". */
export function actionVerb(action: ActionName): string {
  return action.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}

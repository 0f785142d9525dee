import type { ActionDefinition } from './ActionDefinition';
import { approve } from './actions/approve';
import { approveAndPublish } from './actions/approveAndPublish';
import { fire } from './actions/fire';
import { hold } from './actions/hold';
import { override } from './actions/override';
import { publish } from './actions/publish';
import { release } from './actions/release';
import { replaceEdition } from './actions/replaceEdition';
import { requestChanges } from './actions/requestChanges';
import { reschedule } from './actions/reschedule';
import { rollBack } from './actions/rollBack';
import { schedule } from './actions/schedule';
import { spike } from './actions/spike';
import { submit } from './actions/submit';
import { unschedule } from './actions/unschedule';
import { unspike } from './actions/unspike';
import { withdraw } from './actions/withdraw';
import type { Stage } from './Stage';

/** Every action on an article, in the order in which they are offered. */
const definitions = [
  submit,
  approve,
  approveAndPublish,
  requestChanges,
  override,
  publish,
  rollBack,
  schedule,
  reschedule,
  replaceEdition,
  unschedule,
  fire,
  withdraw,
  spike,
  unspike,
  hold,
  release,
] as const;

type Definition = (typeof definitions)[number];

/** The only ways to change a stage or a publication state. */
export type ActionName = Definition['name'];

/** The actions on the schedule, which leave the article as it is. */
export type OrderActionName = Extract<Definition, { changes: 'order' }>['name'];

/** A row of the table. */
export type ActionRow = ActionDefinition & { name: ActionName };

export const actionTable: readonly ActionRow[] = definitions;

export const ACTION_NAMES: readonly ActionName[] = definitions.map(({ name }) => name);

/** Those that a person takes; the clock has its own. */
export const personsActions = actionTable.filter(({ role }) => role !== 'clock');

export function actionRow(name: ActionName): ActionRow {
  const row = actionTable.find((candidate) => candidate.name === name);
  if (!row) throw new RangeError(`No action is written down as "${name}".`);
  return row;
}

/** The definition of one action, for types. */
export type DefinitionOf<A extends ActionName> = Extract<Definition, { name: A }>;

/** The actions that an article waits for in one stage or another. */
export type NextAction = Extract<Definition, { panel: { next: object } }>['name'];

/** The actions that an article waits for in a stage, the one that leads on first. */
export function nextActions(stage: Stage): NextAction[] {
  return definitions.flatMap((definition: ActionDefinition) =>
    definition.panel?.next?.in.includes(stage) ? [definition.name as NextAction] : [],
  );
}

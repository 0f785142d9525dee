import { z } from 'zod';

import type { Overlap } from '../schedule/resolveWallTime';
import type { InputName } from './ActionDefinition';
import type { ActionName, ActionRow, DefinitionOf } from './actionTable';
import { CHANGE_KINDS, type LiveChange, type OpenOrder } from './ArticleState';

/** What a person gives along with an action, as it comes over the APIs. */
export interface ActionInput {
  contentHash?: string | null;
  reason?: string | null;
  note?: string | null;
  notice?: string | null;
  edition?: string | null;
  change?: LiveChange | null;
  kind?: OpenOrder['kind'] | null;
  wallTime?: string | null;
  zone?: string | null;
  overlap?: Overlap | null;
}

/** A time is given as three values. */
type NeededFields<N extends InputName> = N extends 'at' ? 'wallTime' | 'zone' : N;
type TakenFields<N extends InputName> = N extends 'at' ? 'overlap' : N;

/** What one action is called with, by its definition. */
export type InputOf<A extends ActionName> = {
  [K in NeededFields<DefinitionOf<A>['needs'][number]>]: NonNullable<ActionInput[K]>;
} & {
  [
    K in
      | TakenFields<DefinitionOf<A>['takes'][number]>
      | Extract<TakenFields<DefinitionOf<A>['needs'][number]>, 'overlap'>
  ]?: ActionInput[K];
};

/** Longer than any reason or notice; a whole article pasted in by mistake is refused. */
const MAX_TEXT = 5_000;

const text = z.string().max(MAX_TEXT).nullish();

const fields = {
  contentHash: { contentHash: text },
  reason: { reason: text },
  note: { note: text },
  notice: { notice: text },
  edition: { edition: text },
  change: {
    change: z.object({ kind: z.enum(CHANGE_KINDS), note: z.string().max(MAX_TEXT) }).nullish(),
  },
  kind: { kind: z.enum(['publish', 'withdraw']).nullish() },
  at: { wallTime: text, zone: text, overlap: z.enum(['earlier', 'later']).nullish() },
} satisfies Record<InputName, z.ZodRawShape>;

/** The names of the values that a client may send with an action. */
export function inputFields({ needs, takes }: Pick<ActionRow, 'needs' | 'takes'>): string[] {
  return [...needs, ...takes].flatMap((name) => Object.keys(fields[name]));
}

/**
 * What a client may send with an action, and nothing else. That something needed is missing is not said
 * here: `decideTransition` says it in a sentence, after who may not act at all has heard that.
 */
export function inputSchema({
  needs,
  takes,
}: Pick<ActionRow, 'needs' | 'takes'>): z.ZodType<ActionInput> {
  const shape: z.ZodRawShape = Object.assign(
    {},
    ...[...needs, ...takes].map((name) => fields[name]),
  ) as z.ZodRawShape;
  return z.object(shape).strict();
}

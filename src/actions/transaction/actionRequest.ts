import type { PayloadRequest, RequestContext } from 'payload';

interface ActionMark {
  readonly name: string;
}

/**
 * The marks that let a write through the gate are known by identity: nothing that arrives in JSON,
 * in a query string or in GraphQL variables, nor a look-alike made elsewhere, is one of these.
 */
const issued = new WeakSet<object>();

/** A request context that carries the action's name past the drafts-only gate. */
export function actionContext(name: string): RequestContext {
  const action: ActionMark = Object.freeze({ name });
  issued.add(action);
  return { action };
}

/** The name of the action that this request belongs to, or null for an ordinary save. */
export function actionOf({ context }: Pick<PayloadRequest, 'context'>): string | null {
  const { action } = context as { action?: unknown };
  const isMark = typeof action === 'object' && action !== null && issued.has(action);
  return isMark ? (action as ActionMark).name : null;
}

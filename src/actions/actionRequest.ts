import type { PayloadRequest, RequestContext } from 'payload';

/**
 * The mark that lets a write through the gate. A symbol cannot arrive in JSON, in a query string or
 * in GraphQL variables, so no client can forge it, and symbols survive Payload's copying of contexts.
 */
const ACTION = Symbol('standfirst.action');

/** A request context that carries the action's name past the drafts-only gate. */
export function actionContext(action: string): RequestContext {
  return { [ACTION]: action } as RequestContext;
}

/** The name of the action that this request belongs to, or null for an ordinary save. */
export function actionOf(req: Pick<PayloadRequest, 'context'>): string | null {
  const name = (req.context as Record<symbol, unknown>)[ACTION];
  return typeof name === 'string' ? name : null;
}

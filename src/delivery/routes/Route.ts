import type { Request, Response } from 'express';
import type { z } from 'zod';

import type { Answer } from '../cache/Answer';
import type { Connection } from '../Connection';
import type { Follower } from '../follow/followEvents';
import type { Site } from '../Site';

/** What routes work with. */
export interface DeliveryContext {
  connection: Connection;
  site: Site;
  follower: Follower;
  now: () => Date;
  /** Aborts when this process is about to end: whoever waits is answered now. */
  closing: AbortSignal;
}

export interface Documentation {
  /** Unique; also the name of the client's method. */
  id: string;
  /** Of Express and OpenAPI alike: ":slug" is written "{slug}" there. */
  path: string;
  summary: string;
  /** Where it stands in the documentation. */
  group: 'Articles' | 'People and topics' | 'Changes' | 'Feeds' | 'Preview' | 'About';
  /** By status: the schema of the JSON, or the media type of what is not JSON. */
  responses: Readonly<Record<number, { description: string; schema?: z.ZodType; type?: string }>>;
}

interface Input<P extends z.ZodObject, Q extends z.ZodObject> {
  params: z.infer<P>;
  query: z.infer<Q>;
}

export interface RouteDefinition<
  P extends z.ZodObject,
  Q extends z.ZodObject,
> extends Documentation {
  params: P;
  query: Q;
  /** Makes the answer; it is kept and shared when it has tags. */
  answer?: (input: Input<P, Q>, context: DeliveryContext) => Promise<Answer>;
  /** For what cannot be kept: writes the answer itself. */
  handle?: (
    input: Input<P, Q> & { req: Request; res: Response },
    context: DeliveryContext,
  ) => Promise<void>;
}

/** A route whose input was checked; what `route` makes of a definition. */
export interface Route extends Documentation {
  params: z.ZodObject;
  query: z.ZodObject;
  answer: ((input: unknown, context: DeliveryContext) => Promise<Answer>) | null;
  handle: RouteDefinition<z.ZodObject, z.ZodObject>['handle'] | null;
}

/** Ties a route's functions to the schemas of its parameters. */
export function route<P extends z.ZodObject, Q extends z.ZodObject>(
  definition: RouteDefinition<P, Q>,
): Route {
  const { answer, handle } = definition;
  return {
    ...definition,
    answer: answer ? (input, context) => answer(input as Input<P, Q>, context) : null,
    handle: handle ? (input, context) => handle(input as never, context) : null,
  };
}

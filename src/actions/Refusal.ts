import { APIError } from 'payload';

/** What a refusal tells the client beside its sentence. */
export interface RefusalDetails {
  /** Stable, UPPER_SNAKE: what programs decide on. */
  code: string;
  /** HTTP status. */
  status: number;
  /** One sentence for an editor on deadline: what is wrong and what to do. */
  message: string;
  /** Further JSON for the client, such as `issues` or `uses`. */
  details?: Record<string, unknown>;
}

/**
 * The one error that actions and the gate throw when they say no. Payload's REST and GraphQL answer
 * with its status, message and `data: {code, …details}`; data is never null, since a minified
 * production build otherwise hides the message from clients (payload-traps 18).
 */
export class Refusal extends APIError<Record<string, unknown> & { code: string }> {
  override name = 'Refusal';

  constructor({ code, status, message, details = {} }: RefusalDetails) {
    super(message, status, { code, ...details }, true);
  }

  get code(): string {
    return this.data.code;
  }
}

/** MongoDB cannot be had or used; the message says why and what to do, fit for a terminal. */
export class MongoSetUpError extends Error {
  override name = 'MongoSetUpError';
}

import type { Payload } from 'payload';

/** What delivery reads through: the process's one connection to MongoDB. */
export type Connection = Payload['db']['connection'];

import type { PayloadRequest } from 'payload';

/** The driver's session of a request's transaction; undefined outside of one. */
export async function sessionOf(req: PayloadRequest) {
  return req.payload.db.sessions[String(await req.transactionID)] as never;
}

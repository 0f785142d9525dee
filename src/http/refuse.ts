import type { Request, Response } from 'express';

export interface HttpRefusal {
  status: number;
  /** For programs: UPPER_SNAKE. */
  code: string;
  /** For people. */
  message: string;
}

/** Refuses a request in the shape of errors that the API asked has: that of `/v1`, or Payload's. */
export function refuse(req: Request, res: Response, { status, code, message }: HttpRefusal): void {
  const isPayload = /^\/(api|admin)(\/|$)/.test(req.path);
  res
    .status(status)
    .set({ 'cache-control': 'no-store', 'access-control-allow-origin': '*' })
    .json(
      isPayload
        ? { errors: [{ name: 'Refusal', message, data: { code } }] }
        : { error: { code, message } },
    );
}

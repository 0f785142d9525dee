import type { Request, Response } from 'express';

import type { Answer } from '../cache/Answer';
import { encodeAnswer } from '../cache/encodeAnswer';
import { sendEntry } from '../cache/sendEntry';
import type { DeliveryContext } from './Route';

/** Encodes and writes an answer that is not kept. */
export async function send({
  req,
  res,
  answer,
  context,
}: {
  req: Request;
  res: Response;
  answer: Answer;
  context: DeliveryContext;
}): Promise<void> {
  const { sequence, isFollowing } = context.follower;
  sendEntry({ req, res, entry: await encodeAnswer(answer, { sequence }), isStale: !isFollowing });
}

import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';

import { acceptProposal } from '../../actions/quotations/acceptProposal';
import { dismissProposal } from '../../actions/quotations/dismissProposal';
import { restoreProposal } from '../../actions/quotations/restoreProposal';
import { readInput } from './readInput';
import { requireStaff } from './requireStaff';
import { sectionQuotations } from './quotationLists';

const chosenSchema = z
  .object({
    speaker: z
      .string()
      .regex(/^[0-9a-f]{24}$/i, 'The speaker is the id of a person.')
      .nullish(),
    newPerson: z.string().max(300).nullish(),
    attribution: z.string().max(300).nullish(),
  })
  .strict();

const nothingSchema = z.object({}).strict();

/** The quotations found in a section and what editors decide about them: see quotationLists. */
export const quoteProposals: Endpoint[] = [
  sectionQuotations,
  {
    path: '/:id/quotations/:key/accept',
    method: 'post',
    handler: async (req) => {
      const user = requireStaff(req);
      const chosen = await readInput(req, chosenSchema);
      return Response.json(
        await acceptProposal({ payload: req.payload, user, chosen, ...placeOf(req) }),
      );
    },
  },
  {
    path: '/:id/quotations/:key/dismiss',
    method: 'post',
    handler: (req) => decide(req, dismissProposal),
  },
  {
    path: '/:id/quotations/:key/restore',
    method: 'post',
    handler: (req) => decide(req, restoreProposal),
  },
];

async function decide(req: PayloadRequest, action: typeof dismissProposal): Promise<Response> {
  const user = requireStaff(req);
  await readInput(req, nothingSchema);
  return Response.json(
    await action({ payload: req.payload, user, now: new Date(), ...placeOf(req) }),
  );
}

function placeOf({ routeParams }: PayloadRequest): { sectionId: string; key: string } {
  return { sectionId: String(routeParams?.id), key: String(routeParams?.key) };
}

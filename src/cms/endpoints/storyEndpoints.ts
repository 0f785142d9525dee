import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';

import { describeMentions } from '../../actions/story/describeMentions';
import { listMention, unlistMention } from '../../actions/story/listMention';
import { readStory } from '../../actions/story/readStory';
import { saveStory } from '../../actions/story/saveStory';
import { enterStory, leaveStory } from '../../actions/story/storyPresence';
import { bodyFaults } from '../../domain/richText/bodySchema';
import { plainBody } from '../../domain/richText/readableBody';
import type { RichText } from '../../domain/richText/RichText';
import { readInput } from './readInput';
import { readKey } from './readKey';
import { requireStaff } from './requireStaff';

/** As the fields of the collections say. */
const heading = z.string().max(300).nullable();
const body = z
  .custom<RichText>()
  .transform(plainBody)
  .superRefine((value, context) => {
    for (const { path, wanted } of bodyFaults(value)) {
      context.addIssue({
        code: 'custom',
        path: path.split('.'),
        message: wanted ? `it is ${wanted}` : 'leave it out, no reader would see it',
      });
    }
  })
  .nullable();
const revision = z.number().int().nonnegative();

const storySchema = z
  .object({
    revision,
    headline: z.string().max(300),
    standfirst: z.string().max(1000).nullable(),
    sections: z
      .array(
        z
          .object({
            id: z
              .string()
              .regex(/^[0-9a-f]{24}$/i, 'the id of a section has 24 hexadecimal digits')
              .nullable(),
            revision: revision.nullable(),
            heading: heading.optional(),
            body: body.optional(),
          })
          .strict(),
      )
      .max(500),
  })
  .strict()
  .superRefine(({ sections }, context) => {
    const ids = sections.flatMap(({ id }) => id ?? []);
    if (new Set(ids).size < ids.length) {
      context.addIssue({ code: 'custom', path: ['sections'], message: 'a section stands twice' });
    }
    for (const [index, { id, revision: read }] of sections.entries()) {
      if (id === null || read !== null) continue;
      context.addIssue({
        code: 'custom',
        path: ['sections', index, 'revision'],
        message: 'send the revision that you read this section with',
      });
    }
  });

const documentId = z.string().regex(/^[0-9a-f]{24}$/i, 'an id has 24 hexadecimal digits');
const mentionSchema = z.union([
  z.object({ person: documentId }).strict(),
  z.object({ newPerson: z.string().trim().min(1).max(300) }).strict(),
  z.object({ topic: documentId }).strict(),
]);
const listedSchema = z.union([
  z.object({ person: documentId, sections: z.array(documentId).max(500) }).strict(),
  z.object({ topic: documentId }).strict(),
]);

/** The working copy of an article as one document, to be read and saved whole. */
export const storyEndpoints: Endpoint[] = [
  {
    path: '/:id/story',
    method: 'get',
    handler: async (req) => {
      requireStaff(req);
      return Response.json(await readStory(idOf(req), req));
    },
  },
  {
    path: '/:id/story',
    method: 'put',
    handler: async (req) => {
      const user = requireStaff(req);
      return Response.json(
        await saveStory({
          payload: req.payload,
          user,
          articleId: idOf(req),
          story: await readInput(req, storySchema),
          idempotencyKey: readKey(req),
          now: new Date(),
        }),
      );
    },
  },
  {
    path: '/:id/story/mentions',
    method: 'get',
    handler: async (req) => {
      requireStaff(req);
      return Response.json(await describeMentions({ articleId: idOf(req), req }));
    },
  },
  {
    path: '/:id/story/mentions',
    method: 'post',
    handler: async (req) => {
      const user = requireStaff(req);
      const mention = await readInput(req, mentionSchema);
      const { payload } = req;
      return Response.json(await listMention({ payload, user, articleId: idOf(req), mention }));
    },
  },
  {
    path: '/:id/story/mentions/undo',
    method: 'post',
    handler: async (req) => {
      const user = requireStaff(req);
      const listed = await readInput(req, listedSchema);
      await unlistMention({ payload: req.payload, user, articleId: idOf(req), listed });
      return new Response(null, { status: 204 });
    },
  },
  {
    path: '/:id/story/presence',
    method: 'post',
    handler: async (req) => {
      const user = requireStaff(req);
      return Response.json(await enterStory({ articleId: idOf(req), user, now: new Date(), req }));
    },
  },
  {
    path: '/:id/story/presence',
    method: 'delete',
    handler: async (req) => {
      const user = requireStaff(req);
      await leaveStory({ articleId: idOf(req), user, req });
      return new Response(null, { status: 204 });
    },
  },
];

function idOf(req: PayloadRequest): string {
  return String(req.routeParams?.id);
}

import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';

import { changeComment } from '../../actions/notes/changeComment';
import { readNotes } from '../../actions/notes/readNotes';
import { replyToNote } from '../../actions/notes/replyToNote';
import { resolveNote } from '../../actions/notes/resolveNote';
import { writeNote } from '../../actions/notes/writeNote';
import { LONGEST_COMMENT, LONGEST_PASSAGE } from '../../domain/notes/Note';
import { readInput } from './readInput';
import { readKey } from './readKey';
import { requireStaff } from './requireStaff';

const text = z
  .string()
  .trim()
  .min(1, 'write something')
  .max(LONGEST_COMMENT, `a comment has at most ${LONGEST_COMMENT} characters`);
const context = z.string().max(64);

const noteSchema = z
  .strictObject({
    place: z.enum(['headline', 'standfirst', 'heading', 'body']),
    section: z
      .string()
      .regex(/^[0-9a-f]{24}$/i, 'the id of a section has 24 hexadecimal digits')
      .nullable(),
    anchor: z.strictObject({
      exact: z
        .string()
        .max(LONGEST_PASSAGE, `choose at most ${LONGEST_PASSAGE} characters`)
        .refine((words) => words.trim() !== '', 'choose some words'),
      prefix: context,
      suffix: context,
      start: z.number().int().nonnegative().nullable(),
    }),
    text,
  })
  .refine(
    ({ place, section }) => (section === null) === (place === 'headline' || place === 'standfirst'),
    { path: ['section'], message: 'a heading and a body are those of a section, named by its id' },
  );
const textSchema = z.strictObject({ text });
const nothingSchema = z.strictObject({});

/** The notes on the text of an article: see `ArticleNotes` and `Note` for what they answer. */
export const noteEndpoints: Endpoint[] = [
  {
    path: '/:id/notes',
    method: 'get',
    handler: async (req) => {
      requireStaff(req);
      return Response.json(await readNotes(articleOf(req), req));
    },
  },
  {
    path: '/:id/notes',
    method: 'post',
    handler: async (req) => {
      const user = requireStaff(req);
      const { place, section, anchor, text: written } = await readInput(req, noteSchema);
      const note = await writeNote({
        payload: req.payload,
        user,
        articleId: articleOf(req),
        spot: { place, section },
        anchor: { ...anchor, end: null },
        text: written,
        idempotencyKey: readKey(req),
        now: new Date(),
      });
      return Response.json({ note }, { status: 201 });
    },
  },
  {
    path: '/:id/notes/:note/comments',
    method: 'post',
    handler: async (req) => {
      const call = callOf(req);
      const { text: written } = await readInput(req, textSchema);
      const note = await replyToNote({ ...call, text: written });
      return Response.json({ note }, { status: 201 });
    },
  },
  {
    path: '/:id/notes/:note/comments/:comment',
    method: 'patch',
    handler: async (req) => {
      const call = { ...callOf(req), commentId: commentOf(req) };
      const { text: written } = await readInput(req, textSchema);
      return Response.json({ note: await changeComment({ ...call, text: written }) });
    },
  },
  {
    path: '/:id/notes/:note/comments/:comment',
    method: 'delete',
    handler: async (req) => {
      const call = { ...callOf(req), commentId: commentOf(req) };
      return Response.json({ note: await changeComment({ ...call, text: null }) });
    },
  },
  { path: '/:id/notes/:note/resolve', method: 'post', handler: (req) => resolve(req, true) },
  { path: '/:id/notes/:note/reopen', method: 'post', handler: (req) => resolve(req, false) },
];

async function resolve(req: PayloadRequest, isResolved: boolean): Promise<Response> {
  const call = callOf(req);
  await readInput(req, nothingSchema);
  return Response.json({ note: await resolveNote({ ...call, isResolved }) });
}

function callOf(req: PayloadRequest) {
  return {
    payload: req.payload,
    user: requireStaff(req),
    articleId: articleOf(req),
    noteId: String(req.routeParams?.note),
    now: new Date(),
  };
}

function articleOf({ routeParams }: PayloadRequest): string {
  return String(routeParams?.id);
}

function commentOf({ routeParams }: PayloadRequest): string {
  return String(routeParams?.comment);
}

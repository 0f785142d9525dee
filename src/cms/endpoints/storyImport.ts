import type { Endpoint, PayloadRequest } from 'payload';

import { importStory, type ImportedStory } from '../../actions/story/importStory';
import { loadKnownPeople } from '../../actions/load/loadKnownPeople';
import { Refusal } from '../../actions/Refusal';
import { killInWords } from '../../actions/story/killInWords';
import { killStory } from '../../actions/story/killStory';
import { matchTopics } from '../../actions/story/matchTopics';
import { publishImported } from '../../actions/story/publishImported';
import { readApart } from '../../actions/story/readApart';
import { foreseePictures, pictureSources } from '../../actions/story/storePictures';
import { LARGEST_FILE } from '../../domain/formats/formats';
import { joinReceipts } from '../../domain/formats/Receipt';
import type { ReadStory } from '../../domain/formats/readStories';
import { may } from '../../domain/rights/rights';
import { spoken } from '../words/spoken';
import { requireStaff } from './requireStaff';

/**
 * `POST /api/articles/import?name=FILE&dryRun=true`, the file as the body: makes a draft of each
 * story in it, or with `dryRun` tells what would be made. With `tracked=original` the tracked changes
 * of a Word document are rejected rather than accepted; with `publish=true` (admins only) posts that
 * WordPress had published are published with their old date, through the same steps and checks as any
 * article (`isPublished`, else a `problem`). Answers
 * `{ stories: [{ headline, standfirst, sections: [{ heading, paragraphs }], people: [name],
 * quotes: [{ text, speaker }], receipt, outcome?, articleId?, problem? }], problems: [sentence],
 * receipt }`, a receipt as `[{ code, count, items: [{ detail, place }] }]`: what of the source is not in
 * the story as it was there. A story that cannot be saved has its `problem`, and the others are made all the same.
 */
export const storyImport: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    const user = requireStaff(req);
    if (!may(user, 'write')) {
      throw new Refusal({
        code: 'ROLE_NOT_ALLOWED',
        status: 403,
        message: 'Importing makes articles: that takes the role writer or above.',
      });
    }
    const fileName = (req.searchParams.get('name') ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
    if (fileName === '' || fileName.length > 200) {
      throw new Refusal({
        code: 'NAME_REQUIRED',
        status: 400,
        message: 'Name the file in the address: ?name=story.md.',
      });
    }
    const isDryRun = req.searchParams.get('dryRun') === 'true';
    const bytes = await readBody(req);
    const knownPeople = await loadKnownPeople(req.payload);
    const tracked = req.searchParams.get('tracked') === 'original' ? 'original' : 'accepted';
    const file = await readApart({ bytes, fileName, knownPeople, tracked });
    const { stories, kills, receipt } = file;
    const problems = [...file.problems];
    const sources = pictureSources(req.payload, null);
    const answers = [];
    const isPublishing = req.searchParams.get('publish') === 'true';
    if (isPublishing && !user.roles.includes('admin')) {
      throw new Refusal({
        code: 'ROLE_NOT_ALLOWED',
        status: 403,
        message: 'Only an admin imports stories as published.',
      });
    }
    /** What was published there, new here: shown with its old date, or kept as a draft with the reason. */
    const publish = async ({ outcome, articleId }: ImportedStory, { desk }: ReadStory) => {
      const { isPublic, publishedAt } = desk;
      if (!isPublishing || outcome !== 'created' || !isPublic || !publishedAt) return {};
      try {
        const call = { payload: req.payload, user, now: new Date() };
        await publishImported({ ...call, articleId, publishedAt });
        return { isPublished: true };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { isPublished: false, problem: error.message };
      }
    };
    for (const read of stories) {
      const { headline, standfirst, sections, people: named, quotes } = read.story;
      const told = {
        headline,
        standfirst,
        sections: sections.map(({ heading, paragraphs }) => ({ heading, paragraphs })),
        people: named.map(({ name }) => name),
        quotes: quotes.map(({ text, speaker }) => ({ text, speaker })),
        receipt: read.receipt,
      };
      if (isDryRun) {
        const { receipt: unknown } = await matchTopics(read.desk.subjects, req);
        const pictures = await foreseePictures(read.pictures, sources);
        answers.push({ ...told, receipt: joinReceipts(read.receipt, unknown, pictures) });
        continue;
      }
      try {
        const imported = await importStory({ payload: req.payload, user, read, sources });
        answers.push({ ...told, ...imported, ...(await publish(imported, read)) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        answers.push({ ...told, problem: error.message });
      }
    }
    for (const kill of kills) {
      // A hold is an editor's to give, whatever a file says.
      const mayHold = !isDryRun && may(user, 'edit');
      const killed = mayHold ? await killStory({ payload: req.payload, user, kill }) : [];
      problems.push(...killInWords(fileName, kill, killed));
    }
    return Response.json(spoken(req, { stories: answers, problems, receipt }));
  },
};

/** The body as bytes, judged while it comes in: a wrong file may be larger than the memory. */
async function readBody(req: PayloadRequest): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = (req.body as ReadableStream<Uint8Array> | null | undefined)?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    size += part.value.length;
    if (size > LARGEST_FILE) {
      await reader?.cancel();
      throw new Refusal({
        code: 'FILE_TOO_LARGE',
        status: 413,
        message: `A file has at most ${LARGEST_FILE / 1024 / 1024} MB. Split it.`,
      });
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

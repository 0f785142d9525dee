import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import type { Payload } from 'payload';

import { importStory } from '../src/actions/story/importStory';
import { publishImported } from '../src/actions/story/publishImported';
import { killInWords } from '../src/actions/story/killInWords';
import { killStory } from '../src/actions/story/killStory';
import {
  foreseePictures,
  pictureSources,
  type PictureSources,
} from '../src/actions/story/storePictures';
import { Refusal } from '../src/actions/Refusal';
import { FORMATS_IN_WORDS } from '../src/domain/formats/formats';
import { joinReceipts, type Receipt } from '../src/domain/formats/Receipt';
import type { TrackedChanges } from '../src/domain/formats/WordText';
import { receiptInWords } from '../src/domain/formats/receiptInWords';
import type { ReadStory } from '../src/domain/formats/readStories';
import type { User } from '../src/payload-types';
import { describeStory } from './describeStory';
import { readStory } from './readStory';
import { withPayload } from './withPayload';

const USAGE = `Usage: npm run import -- FILE-OR-FOLDER… [--dry-run] [--original] [--publish-as EMAIL]

Makes a draft of each story, with its sections, quotations and people. Read are
${FORMATS_IN_WORDS}.
Importing a story again changes nothing, so a run that was cut short is simply started again.
  --dry-run   Print what would be made and change nothing.
  --publish-as EMAIL
              Publish what WordPress had published, with its old date, as this admin: through the
              same steps and checks as any article. What is not ready stays a draft.
  --original  Read tracked changes of Word as rejected; without it they are accepted.`;

const OUTCOMES = {
  created: 'created as a draft',
  updated: 'a new draft of its article',
  unchanged: 'was imported before, nothing to do',
  older: 'a later version was imported before, nothing to do',
  separate: 'a draft of its own, because an editor has changed the article since',
  unsure: 'a draft of its own, because another story may have come under this name before',
} as const;

const { names, isDryRun, tracked, publishAs } = readArguments();
const files = (await Promise.all(names.map(filesOf))).flat();
const count = {
  created: 0,
  updated: 0,
  unchanged: 0,
  older: 0,
  separate: 0,
  unsure: 0,
  held: 0,
  refused: 0,
};

if (isDryRun) {
  for (const file of files) {
    const { stories, problems, kills, receipt } = await readStory(file, tracked);
    for (const problem of problems) refuse(problem);
    for (const kill of kills) refuse(killInWords(file, kill, []).join('\n'));
    for (const { story, receipt: told, pictures } of stories) {
      console.log(`${file}\n${describeStory(story)}`);
      tell(joinReceipts(told, receipt, await foreseePictures(pictures, besideOf(file))));
      console.log('');
    }
  }
  process.exit(count.refused > 0 ? 1 : 0);
}
await withPayload(async (payload) => {
  const admin = publishAs === null ? null : await findAdmin(payload, publishAs);
  for (const [index, file] of files.entries()) {
    const { stories, problems, kills, receipt } = await readStory(file, tracked);
    for (const problem of problems) refuse(problem);
    for (const kill of kills) {
      const killed = await killStory({ payload, user: null, kill });
      count[killed.length > 0 ? 'held' : 'refused'] += 1;
      for (const line of killInWords(file, kill, killed)) console.error(line);
    }
    tell(receipt);
    const folder = path.dirname(path.resolve(file));
    const sources = pictureSources(payload, folder);
    const place = files.length > 1 ? `${index + 1} of ${files.length}  ` : '';
    for (const read of stories) {
      try {
        const imported = await importStory({ payload, user: null, read, folder, sources });
        const { outcome, articleId } = imported;
        count[outcome] += 1;
        const what = stories.length > 1 ? `${file}, “${read.story.headline}”` : file;
        console.log(`${place}${what}: ${OUTCOMES[outcome]} (article ${articleId})`);
        if (outcome !== 'unchanged') tell(imported.receipt);
        if (admin && outcome === 'created') await publish({ payload, admin, articleId, read });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refuse(`${file}: ${error.message}`);
      }
    }
  }
  const told = Object.entries(count).flatMap(([outcome, many]) =>
    many > 0 ? `${many} ${outcome}` : [],
  );
  if (files.length > 1) console.log(`\n${told.join(', ')}.`);
  return count.refused > 0 ? 1 : 0;
});

async function findAdmin(payload: Payload, email: string): Promise<User> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email } },
    depth: 0,
    limit: 1,
    overrideAccess: true,
  });
  const [user] = docs;
  if (user?.roles.includes('admin')) return user;
  console.error(`“${email}” is no admin here.`);
  return process.exit(2);
}

async function publish({
  payload,
  admin,
  articleId,
  read: { desk },
}: {
  payload: Payload;
  admin: User;
  articleId: string;
  read: ReadStory;
}): Promise<void> {
  const { isPublic, publishedAt } = desk;
  if (!isPublic || !publishedAt) return;
  try {
    await publishImported({ payload, user: admin, articleId, publishedAt, now: new Date() });
    console.log(`  published, with the date ${publishedAt}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.log(`  kept as a draft: ${error.message}`);
  }
}

/** A dry run asks nobody but the folder. */
function besideOf(file: string): PictureSources {
  return pictureSources(null, path.dirname(path.resolve(file)));
}

function tell(receipt: Receipt): void {
  for (const line of receiptInWords(receipt)) console.log(`  ${line}`);
}

function refuse(problem: string): void {
  count.refused += 1;
  console.error(problem);
}

/** A folder stands for the files right in it; a name that is not there is told when it is read. */
async function filesOf(name: string): Promise<string[]> {
  const isFolder = await stat(name).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [name];
  const entries = await readdir(name, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(name, entry.name))
    .sort();
}

function readArguments(): {
  names: string[];
  isDryRun: boolean;
  tracked: TrackedChanges;
  publishAs: string | null;
} {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        original: { type: 'boolean', default: false },
        'publish-as': { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    if (positionals.length > 0) {
      const tracked = values.original ? 'original' : 'accepted';
      const publishAs = values['publish-as'] ?? null;
      return { names: positionals, isDryRun: values['dry-run'], tracked, publishAs };
    }
    console.error(`Name at least one file.\n\n${USAGE}`);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
  return process.exit(2);
}

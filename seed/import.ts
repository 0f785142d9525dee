import { parseArgs } from 'node:util';

import { importStory } from '../src/actions/importStory';
import { Refusal } from '../src/actions/Refusal';
import { describeStory } from './describeStory';
import { readStory } from './readStory';
import { withPayload } from './withPayload';

const USAGE = `Usage: npm run import -- FILE… [--dry-run]

Reads plain-text articles and makes a draft of each, with its sections, quotations and people.
  --dry-run   Print what would be made and change nothing.`;

const OUTCOMES = {
  created: 'created as a draft',
  updated: 'a new draft of its article',
  unchanged: 'was imported before, nothing to do',
  separate: 'a draft of its own, because an editor has changed the article since',
} as const;

const { files, isDryRun } = readArguments();
const stories = await Promise.all(
  files.map(async (file) => ({ file, read: await readStory(file) })),
);
for (const { read } of stories) if (!read.ok) console.error(read.message);
const readable = stories.flatMap(({ file, read }) => (read.ok ? [{ file, ...read }] : []));
const code = readable.length === stories.length ? 0 : 1;

if (isDryRun || readable.length === 0) {
  for (const { file, story } of readable) console.log(`${file}\n${describeStory(story)}\n`);
  process.exit(code);
}
await withPayload(async (payload) => {
  let result: 0 | 1 = code;
  for (const { file, story, externalId } of readable) {
    try {
      const { outcome, articleId } = await importStory({ payload, user: null, story, externalId });
      console.log(`${file}: ${OUTCOMES[outcome]} (article ${articleId})`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      console.error(`${file}: ${error.message}`);
      result = 1;
    }
  }
  return result;
});

function readArguments(): { files: string[]; isDryRun: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean' } },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    if (positionals.length > 0) return { files: positionals, isDryRun: values['dry-run'] };
    console.error(`Name at least one file.\n\n${USAGE}`);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
  return process.exit(2);
}

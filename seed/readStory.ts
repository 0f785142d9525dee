import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { decodeText } from '../src/domain/story/decodeText';
import { parseStory } from '../src/domain/story/parseStory';
import type { ParsedStory } from '../src/domain/story/ParsedStory';
import { knownPeople } from './knownPeople';

/** More text than any article has; a larger file is something else. */
const MAX_BYTES = 2 * 1024 * 1024;

export type StoryFile =
  { ok: true; story: ParsedStory; externalId: string } | { ok: false; message: string };

/** Reads a text file as a story; a refusal names the file, and the line where there is one. */
export async function readStory(file: string): Promise<StoryFile> {
  const fileName = path.basename(file);
  let bytes: Uint8Array;
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) {
      return {
        ok: false,
        message: `${file}: has ${(size / 1024 / 1024).toFixed(1)} MB, but a story has at most ${MAX_BYTES / 1024 / 1024} MB. Split it into one file a story.`,
      };
    }
    bytes = await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reasons: Record<string, string> = {
      ENOENT: 'there is no such file. Check the path',
      EACCES: 'the file may not be read. Check its permissions',
      EISDIR: 'this is a folder. Name the files in it',
    };
    return { ok: false, message: `${file}: ${reasons[code ?? ''] ?? String(error)}.` };
  }
  const decoded = decodeText(bytes, { fileName: file, maxBytes: MAX_BYTES });
  if (!decoded.ok) return { ok: false, message: decoded.message };
  const parsed = parseStory({ text: decoded.text, knownPeople });
  if (!parsed.ok) {
    const line = parsed.line === undefined ? '' : `, line ${parsed.line}`;
    return { ok: false, message: `${file}${line}: ${parsed.message}` };
  }
  return { ok: true, story: parsed.story, externalId: `file:${fileName}` };
}

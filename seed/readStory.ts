import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { readApart } from '../src/actions/story/readApart';
import { LARGEST_FILE } from '../src/domain/formats/formats';
import { NOTHING_READ, type ReadFile } from '../src/domain/formats/readStories';
import type { TrackedChanges } from '../src/domain/formats/WordText';
import { knownPeople } from './knownPeople';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. Check the path',
  EACCES: 'The file may not be read. Check its permissions',
  EISDIR: 'This is a folder. Name the files in it',
};

/** Reads the stories of a file on this machine; each problem names the file, and its line if known. */
export async function readStory(file: string, tracked?: TrackedChanges): Promise<ReadFile> {
  try {
    const { size } = await stat(file);
    // Judged before it is read: a wrong file may be larger than the memory.
    if (size <= LARGEST_FILE) {
      const fileName = path.basename(file);
      const bytes = await readFile(file);
      const read = await readApart({
        bytes,
        fileName,
        knownPeople,
        ...(tracked ? { tracked } : {}),
      });
      const problems = read.problems.map((message) => message.replace(fileName, file));
      return { ...read, problems };
    }
    const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
    return refuse(
      `It has ${megabytes(size)} MB, more than the ${megabytes(LARGEST_FILE)} MB allowed`,
    );
  } catch (error) {
    return refuse(REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? String(error));
  }

  function refuse(reason: string): ReadFile {
    return { ...NOTHING_READ, problems: [`${file}: ${reason}.`] };
  }
}

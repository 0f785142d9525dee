import { GRAPHQL_POST } from '@payloadcms/next/routes';
import { copyDataFromLocaleHandler } from '@payloadcms/ui/utilities/copyDataFromLocale';
import { schedulePublishHandler } from '@payloadcms/ui/utilities/schedulePublishHandler';
import { createLocalReq } from 'payload';
import { afterAll, beforeAll, expect, inject } from 'vitest';

import { personsActions } from '../../../src/domain/workflow/actionTable';
import { readLiveArticle } from '../../../src/delivery/read/readLiveArticle';
import { lexicalFromParagraphs } from '../../../src/domain/richText/lexicalFromParagraphs';
import {
  openNewsroom,
  publish,
  ROLES,
  writeArticle,
  type Newsroom,
  type Role,
} from '../../support/newsroom';

export const COLLECTIONS = ['articles', 'sections', 'quotes'] as const;
type Guarded = (typeof COLLECTIONS)[number];
const TARGETS = ['live', 'draft'] as const;
type Target = (typeof TARGETS)[number];
const NAMES: Record<Guarded, string> = {
  articles: 'Article',
  sections: 'Section',
  quotes: 'Quote',
};

/** Query strings and bodies that once led around a guard, alone and together. */
const QUERIES = [
  '',
  'draft=true',
  'draft=false',
  'autosave=true&draft=true',
  'publishAllLocales=true',
  'unpublishAllLocales=true',
  'publishSpecificLocale=en',
  'trash=true',
];

/** API keys are no people: they come with a header of their own. */
const KEYS = ['preview', 'worker'] as const;
type Caller = Role | (typeof KEYS)[number] | undefined;

export let newsroom: Newsroom;
let keys: Record<(typeof KEYS)[number], string>;
/** One published and one unpublished document of each collection. */
let targets: Record<Guarded, Record<Target, string>>;
let versions: Record<Guarded, string>;

/** A newsroom with something to attack, up while the tests of the file run that calls this. */
export function openDoors(): void {
  beforeAll(async () => {
    newsroom = await openNewsroom(inject('mongoUri'));
    const live = await writeArticle(newsroom, { headline: 'Seen by readers' });
    const words = 'The lighthouse of Port Hallow';
    const liveQuote = await unseenQuote(words);
    const [lead] = live.sections;
    await newsroom.rest('PATCH', `/sections/${lead?.id}`, {
      as: 'writer',
      body: {
        quotes: [liveQuote],
        body: lexicalFromParagraphs([`"${words}," said a keeper.`]),
      },
    });
    await publish(newsroom, live.article.id);
    targets = {
      articles: { live: live.article.id, draft: '' },
      sections: { live: String(lead?.id), draft: '' },
      quotes: { live: liveQuote, draft: '' },
    };
    await putBackDrafts();
    keys = { preview: await makeKey('preview'), worker: await makeKey('worker') };
    versions = {} as Record<Guarded, string>;
    for (const collection of COLLECTIONS) {
      const { docs } = await newsroom.payload.findVersions({
        collection,
        where: { parent: { equals: targets[collection].live } },
        limit: 1,
      });
      versions[collection] = String(docs[0]?.id);
    }
  });
  afterAll(() => newsroom.close());
}

async function unseenQuote(text: string): Promise<string> {
  const data = { text, attribution: 'a keeper' };
  return (await newsroom.payload.create({ collection: 'quotes', data, draft: true })).id;
}

/** Attempts may rightly trash or delete a draft; the next ones must have something to attack. */
async function putBackDrafts(): Promise<void> {
  const isThere = async (collection: Guarded) => {
    const id = targets[collection].draft;
    if (id === '') return false;
    const where = { id: { equals: id } };
    const { docs } = await newsroom.payload.find({ collection, where, draft: true, depth: 0 });
    return docs.length > 0;
  };
  if (!(await isThere('articles')) || !(await isThere('sections'))) {
    const made = await writeArticle(newsroom, { headline: 'Seen by nobody' });
    targets.articles.draft = made.article.id;
    targets.sections.draft = String(made.sections[0]?.id);
  }
  if (!(await isThere('quotes'))) targets.quotes.draft = await unseenQuote('Heard by nobody');
}

async function makeKey(role: (typeof KEYS)[number]): Promise<string> {
  const apiKey = `${role}-0123456789`;
  await newsroom.payload.create({
    collection: 'users',
    data: {
      email: `${role}@newsroom.example`,
      password: 'a password',
      name: role,
      roles: [role],
      enableAPIKey: true,
      apiKey,
    },
  });
  return apiKey;
}

const isKey = (as: Caller): as is (typeof KEYS)[number] => as === 'preview' || as === 'worker';
const keyHeader = (as: (typeof KEYS)[number]) => ({ authorization: `users API-Key ${keys[as]}` });

function rest(method: string, path: string, as: Caller, body?: unknown) {
  if (isKey(as)) return newsroom.rest(method, path, { headers: keyHeader(as), body });
  return newsroom.rest(method, path, { ...(as ? { as } : {}), body });
}

async function graphql(query: string, as: Caller): Promise<{ status: number; body: unknown }> {
  if (!isKey(as)) return newsroom.graphql(query, as ? { as } : {});
  const request = new Request('http://localhost/api/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...keyHeader(as) },
    body: JSON.stringify({ query }),
  });
  const response = await GRAPHQL_POST(Promise.resolve(newsroom.payload.config))(request);
  return { status: response.status, body: await response.json() };
}

/** All that anybody outside can get: what is stored as published, and what the APIs answer. */
async function publicView(): Promise<string> {
  const { connection } = newsroom.payload.db;
  const stored = await Promise.all(
    COLLECTIONS.map((name) =>
      connection.collection(name).find({ _status: 'published' }).sort({ _id: 1 }).toArray(),
    ),
  );
  const shown = await Promise.all(
    (['people', 'topics', 'media'] as const).map((name) =>
      connection.collection(name).find({ isPublic: true }).sort({ _id: 1 }).toArray(),
    ),
  );
  const slugs = await connection.collection('slugs').find({ wasPublished: true }).toArray();
  const rest = await Promise.all(
    COLLECTIONS.flatMap((name) =>
      [
        `?depth=2&sort=id`,
        `?depth=2&sort=id&trash=true`,
        '/count',
        '/versions',
        `/${targets[name].live}?depth=2`,
        `/${targets[name].live}?draft=true`,
        `/${targets[name].draft}?draft=true&trash=true`,
      ].map((query) => newsroom.rest('GET', `/${name}${query}`)),
    ),
  );
  const v1 = await Promise.all(
    Object.values(targets.articles).map((id) => readLiveArticle(connection, { id })),
  );
  const answer = await newsroom.graphql(
    '{ Articles { docs { headline standfirst sections { heading body } } } Sections { docs { heading } } Quotes { docs { text } } }',
  );
  return JSON.stringify({
    stored,
    shown,
    slugs,
    rest: rest.map(({ text }) => text),
    graphql: answer.text,
    v1,
  });
}

/** Everything hostile that one save can carry. */
function bodies(collection: Guarded): Record<string, unknown>[] {
  const text = {
    articles: { headline: 'Nobody approved this' },
    sections: { body: lexicalFromParagraphs(['Nobody approved this.']) },
    quotes: { text: 'Nobody said this' },
  }[collection];
  const now = new Date().toISOString();
  return [
    text,
    { ...text, _status: 'published' },
    { ...text, _status: 'draft', deletedAt: null },
    { deletedAt: now },
    { ...text, _status: 'published', deletedAt: now },
    {
      ...text,
      isPublic: true,
      corrections: [],
      workflow: { stage: 'approved', publicationState: 'live', liveEdition: null },
    },
  ];
}

interface Attempt {
  operation: string;
  name: string;
  /** Whether it was let through. */
  run: () => Promise<boolean>;
}

/** Every REST route of the three collections that is not for reading, actions themselves apart. */
export function restAttempts(callers: readonly Caller[], queriesOfAdmin = QUERIES): Attempt[] {
  const attempts: Attempt[] = [];
  for (const collection of COLLECTIONS) {
    const { endpoints } = newsroom.payload.collections[collection].config;
    for (const { method, path } of endpoints || []) {
      if (method === 'get' || path.includes('/actions/')) continue;
      for (const target of TARGETS) {
        const address = (query: string) => {
          const id = path.startsWith('/versions')
            ? versions[collection]
            : targets[collection][target];
          const where = path === '/' && method !== 'post' ? `where[id][equals]=${id}&` : '';
          const filled = path
            .replace(/^\/$/, '')
            .replace(':id', id)
            .replace(/:\w+\??/g, 'x');
          return `/${collection}${filled}?${where}${query}`;
        };
        for (const as of callers) {
          // The most powerful user tries everything; the others the ways that differ by right.
          const queries = as === 'admin' ? queriesOfAdmin : QUERIES.slice(0, 2);
          // What is deleted is told by the address alone.
          const all = bodies(collection).slice(0, method === 'delete' ? 1 : undefined);
          for (const query of queries) {
            for (const body of as === 'admin' ? all : all.slice(0, 2)) {
              attempts.push({
                operation: `${method} /${collection}${path}`,
                name: `${method} /${collection}${path} ${target}?${query} as ${as} ${JSON.stringify(body)}`,
                run: async () => {
                  const { status } = await rest(method.toUpperCase(), address(query), as, body);
                  return status < 300;
                },
              });
            }
          }
        }
      }
    }
  }
  return attempts;
}

const isAction = (field: string, name: string) =>
  personsActions.some((row) => field === `${row.name}${name}`);

/** Every GraphQL mutation that names one of the three, found by introspection. */
export async function graphqlAttempts(callers: readonly Caller[]): Promise<Attempt[]> {
  const { body } = await newsroom.graphql(
    '{ __schema { mutationType { fields { name args { name } } } } }',
    { as: 'admin' },
  );
  const fields = body.data.__schema.mutationType.fields as {
    name: string;
    args: { name: string }[];
  }[];
  const attempts: Attempt[] = [];
  for (const collection of COLLECTIONS) {
    const name = NAMES[collection];
    // By their end, so that a new verb of Payload's appears by itself; ours are the actions.
    const ours = fields.filter((field) => field.name.endsWith(name) && !isAction(field.name, name));
    expect(ours.length, name).toBeGreaterThanOrEqual(4);
    const data = {
      articles: 'headline: "Nobody approved this", kind: news',
      sections: 'heading: "Nobody approved this"',
      quotes: 'text: "Nobody said this"',
    }[collection];
    for (const { name: field, args } of ours) {
      const has = (arg: string) => args.some((candidate) => candidate.name === arg);
      const ways = ['', ', _status: published', ', deletedAt: null'].flatMap((status) =>
        ['', ', draft: true', ', draft: false'].map((draft) => ({ status, draft })),
      );
      for (const target of has('id') ? TARGETS : TARGETS.slice(0, 1)) {
        for (const as of callers) {
          // As over REST: the most powerful user tries everything, the others what differs by right.
          for (const { status, draft } of as === 'admin' ? ways : ways.slice(2, 5)) {
            const query = () => {
              const isVersion = field.startsWith('restore');
              const id = isVersion ? versions[collection] : targets[collection][target];
              const given = [
                has('id') ? `id: "${id}"` : '',
                has('data') ? `data: { ${data}${status} }` : '',
              ].filter(Boolean);
              const more = has('draft') ? draft : '';
              return `mutation { ${field}(${given.join(', ')}${more}) { __typename } }`;
            };
            attempts.push({
              operation: `mutation ${field}`,
              name: `${field} ${target}${status}${draft} as ${as}`,
              run: async () => {
                const { body: done } = await graphql(query(), as);
                return !(done as { errors?: unknown }).errors;
              },
            });
          }
        }
      }
    }
  }
  return attempts;
}

/** Methods of `payload` that change no document of a collection that drafts are kept of. */
export const HARMLESS = new Set([
  ...['auth', 'count', 'countGlobalVersions', 'countVersions', 'find', 'findByID', 'findDistinct'],
  ...['findGlobal', 'findGlobalVersionByID', 'findGlobalVersions', 'findVersionByID'],
  ...['findVersions', 'getAPIURL', 'getAdminURL', 'decrypt', 'encrypt', 'sendEmail'],
  // Users and globals only.
  ...['forgotPassword', 'login', 'resetPassword', 'unlock', 'verifyEmail'],
  ...['restoreGlobalVersion', 'updateGlobal'],
  // The process itself.
  ...['constructor', '_initializeCrons', 'bin', 'destroy', 'init'],
]);

export const WRITING = ['create', 'update', 'duplicate', 'restoreVersion', 'delete'] as const;

export function localMethods(): string[] {
  const { payload } = newsroom;
  return [payload, Object.getPrototypeOf(payload) as object].flatMap((owner) =>
    Object.getOwnPropertyNames(owner).filter(
      (name) => typeof (owner as Record<string, unknown>)[name] === 'function',
    ),
  );
}

/** What code inside the process can do without an action's mark, with and without access control. */
export function localAttempts(): Attempt[] {
  const { payload, users } = newsroom;
  const api = payload as unknown as Record<
    (typeof WRITING)[number],
    (args: object) => Promise<unknown>
  >;
  const attempts: Attempt[] = [];
  for (const collection of COLLECTIONS) {
    const calls: [(typeof WRITING)[number], (id: string, data: object) => object][] = [
      ['create', (_id, data) => ({ data })],
      ['update', (id, data) => ({ id, data })],
      ['update', (id, data) => ({ where: { id: { equals: id } }, data })],
      ['update', (id, data) => ({ id, data, trash: true, autosave: true })],
      ['duplicate', (id, data) => ({ id, data })],
      ['restoreVersion', () => ({ id: versions[collection] })],
      ['delete', (id) => ({ id })],
      ['delete', (id) => ({ where: { id: { equals: id } }, trash: true })],
    ];
    for (const [method, args] of calls) {
      // What names no document is the same for both of them, and what takes no data for any data.
      const namesTarget = method !== 'create' && method !== 'restoreVersion';
      const takesData = method !== 'delete' && method !== 'restoreVersion';
      for (const target of namesTarget ? TARGETS : TARGETS.slice(0, 1)) {
        for (const data of bodies(collection).slice(0, takesData ? undefined : 1)) {
          for (const overrideAccess of [true, false]) {
            for (const draft of [undefined, true]) {
              attempts.push({
                operation: `payload.${method} ${collection}`,
                name: `payload.${method} ${collection} ${target} ${JSON.stringify(args('id', data))} draft=${draft}`,
                run: async () => {
                  const common = { collection, overrideAccess, draft, user: users.admin };
                  const id = targets[collection][target];
                  await api[method]({ ...common, ...args(id, data) });
                  return true;
                },
              });
            }
          }
        }
      }
    }
  }
  return attempts;
}

/**
 * What the panel's server functions do, by their names. Those that write run here, except for
 * `render-document`: it opens pages, and creates a draft with `payload.create` as tried above.
 */
export const SERVER_FUNCTIONS = {
  writing: ['copy-data-from-locale', 'schedule-publish', 'render-document'],
  reading: [
    ...['form-state', 'get-default-layout', 'get-folder-results-component-and-data'],
    ...['get-upcoming-scheduled-publish', 'render-document-slots', 'render-field', 'render-list'],
    ...['render-widget', 'slugify', 'table-state'],
  ],
};

export function serverFunctionAttempts(callers: readonly (Role | undefined)[]): Attempt[] {
  const { payload, users } = newsroom;
  return COLLECTIONS.flatMap((collection) =>
    TARGETS.flatMap((target) =>
      callers.flatMap((as): Attempt[] => {
        const request = () =>
          createLocalReq(as ? { user: { ...users[as], collection: 'users' } } : {}, payload);
        const id = () => targets[collection][target];
        return [
          ...[true, false].map((overrideData) => ({
            operation: 'copy-data-from-locale',
            name: `copy-data-from-locale ${collection} ${target} as ${as}`,
            run: async () => {
              await copyDataFromLocaleHandler({
                collectionSlug: collection,
                docID: id(),
                fromLocale: 'en',
                toLocale: 'en',
                overrideData,
                req: await request(),
              } as Parameters<typeof copyDataFromLocaleHandler>[0]);
              return true;
            },
          })),
          ...(['publish', 'unpublish'] as const).map((type) => ({
            operation: 'schedule-publish',
            name: `schedule-publish ${type} ${collection} ${target} as ${as}`,
            run: async () => {
              const answer = await schedulePublishHandler({
                type,
                date: new Date(),
                doc: { relationTo: collection, value: id() },
                req: await request(),
              } as Parameters<typeof schedulePublishHandler>[0]);
              return !(answer as { error?: string }).error;
            },
          })),
        ];
      }),
    ),
  );
}

/** Whoever asks for drafts without a right to them gets none of what was tried. */
export async function draftsInPublic(): Promise<string[]> {
  const answers = await Promise.all(
    COLLECTIONS.map((name) => newsroom.rest('GET', `/${name}?draft=true&trash=true&depth=2`)),
  );
  return answers.map(({ text }) => text).filter((text) => /Nobody (approved|said)/.test(text));
}

interface Findings {
  /** Attempts after which readers saw something else than before, a batch each. */
  breaches: string[];
  /** Operations that were let through at least once: an ordinary save, say. */
  open: Set<string>;
}

/** The view costs as much as many attempts, so it is looked at after each batch of them. */
const BATCH = 120;
const PUT_BACK_EVERY = 20;

export async function tryAll(attempts: readonly Attempt[]): Promise<Findings> {
  const found: Findings = { breaches: [], open: new Set() };
  let before = await publicView();
  for (let start = 0; start < attempts.length; start += BATCH) {
    const batch = attempts.slice(start, start + BATCH);
    for (const [index, { operation, run }] of batch.entries()) {
      if (index % PUT_BACK_EVERY === 0) await putBackDrafts();
      if (await run().catch(() => false)) found.open.add(operation);
    }
    const after = await publicView();
    if (after !== before) found.breaches.push(batch.map(({ name }) => name).join('\n'));
    before = after;
  }
  return found;
}

/** What is walked, in one line for whoever reads the run. */
export function tell(door: string, attempts: readonly Attempt[], { open }: Findings): void {
  const operations = new Set(attempts.map(({ operation }) => operation)).size;
  console.log(`${door}: ${operations} operations, ${attempts.length} attempts, ${open.size} open`);
}

export const EVERYBODY = [undefined, ...ROLES, ...KEYS] as const;

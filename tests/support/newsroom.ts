import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { GRAPHQL_POST } from '@payloadcms/next/routes';
import { getPayload, handleEndpoints, type Payload, type SanitizedConfig } from 'payload';

import { performAction } from '../../src/actions/workflow/performAction';
import type { ActionResult } from '../../src/actions/workflow/ActionResult';
import { noticesSent } from '../../src/actions/record/sendNotices';
import type { LiveChange } from '../../src/domain/workflow/ArticleState';
import { readEnvironment } from '../../src/environment';
import { GRAPHQL_STATUSES, repeatConflicts } from '../../src/http/repeatConflicts';
import type { Article, Section, User } from '../../src/payload-types';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openQuotes } from './openQuotes';
import { testDatabaseUri } from './testDatabase';

export const ROLES = ['admin', 'publisher', 'editor', 'fact-checker', 'writer'] as const;
export type Role = (typeof ROLES)[number];

export interface Answer {
  status: number;
  // Tests look into answers of every shape; each expectation says what it expects.
  body: any; // oxlint-disable-line typescript/no-explicit-any
  text: string;
  headers: Headers;
}

export interface Newsroom {
  payload: Payload;
  users: Record<Role, User>;
  /** Of each user's session, as the panel's cookie holds it. */
  tokens: Record<Role, string>;
  /** A request to Payload's REST API, as a signed-in user or (without `as`) as anybody. */
  rest: (
    method: string,
    path: string,
    options?: { as?: Role; body?: unknown; headers?: Record<string, string> },
  ) => Promise<Answer>;
  /** A save with a file, as the panel sends it: of a new record, or with `id` of one that is there. */
  upload: (options: {
    collection: 'media' | 'evidence-files';
    id?: string;
    as?: Role;
    file?: { name: string; bytes: Uint8Array; type?: string };
    fields?: object;
    /** As `?uploadEdits[crop][x]=10`. */
    query?: string;
    headers?: Record<string, string>;
  }) => Promise<Answer>;
  graphql: (
    query: string,
    options?: { as?: Role; variables?: object; headers?: Record<string, string> },
  ) => Promise<Answer>;
  close: () => Promise<void>;
}

/**
 * A real Payload on a fresh database with one user of each role, without the Next server. Starting
 * one takes seconds: where the test files of a project share their process (vitest.config.ts), they
 * are given the same one after the other, each time as empty as the first.
 */
export async function openNewsroom(
  mongoUri: string,
  { withUsers = true }: { withUsers?: boolean } = {},
): Promise<Newsroom> {
  if (process.env.SHARES_NEWSROOM !== 'yes') {
    const started = await startNewsroom(mongoUri);
    const people = withUsers ? await makePeople(started.payload) : NOBODY;
    return newsroomOf(started, people, () => stopNewsroom(started));
  }
  const shared = (sharedNewsroom ??= await startShared(mongoUri));
  if (mongoUri !== shared.mongoUri || environmentNow() !== shared.environment) {
    throw new Error(
      'Payload reads its environment once: a test with settings of its own goes under OWN_PROCESS in vitest.config.ts.',
    );
  }
  await emptyNewsroom(shared.started);
  if (withUsers) await shared.people.putBack();
  return newsroomOf(shared.started, withUsers ? shared.people : NOBODY, () =>
    emptyNewsroom(shared.started),
  );
}

interface StartedNewsroom {
  config: Promise<SanitizedConfig>;
  payload: Payload;
  dataDir: string;
}

async function startNewsroom(mongoUri: string): Promise<StartedNewsroom> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'standfirst-newsroom-'));
  Object.assign(process.env, {
    MONGODB_URI: testDatabaseUri(mongoUri),
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    DATA_DIR: dataDir,
    DISABLE_PAYLOAD_HMR: 'true',
    LOG_LEVEL: 'silent',
  });
  const { default: config } = await import('../../payload.config');
  return { config, payload: await getPayload({ config }), dataDir };
}

async function stopNewsroom({ payload, dataDir }: StartedNewsroom): Promise<void> {
  await payload.db.connection.dropDatabase();
  await payload.destroy();
  await rm(dataDir, { recursive: true, force: true });
}

interface People {
  users: Record<Role, User>;
  tokens: Record<Role, string>;
}

const NOBODY = { users: {}, tokens: {} } as People;

async function makePeople(payload: Payload): Promise<People> {
  const people = { users: {}, tokens: {} } as People;
  for (const role of ROLES) {
    const email = `${role}@newsroom.example`;
    const password = randomBytes(12).toString('hex');
    people.users[role] = await payload.create({
      collection: 'users',
      data: { email, password, name: `The ${role}`, roles: [role] },
    });
    const { token } = await payload.login({ collection: 'users', data: { email, password } });
    people.tokens[role] = String(token);
  }
  return people;
}

/** The newsroom of this process, with what it takes to give it away as new. */
interface SharedNewsroom {
  mongoUri: string;
  environment: string;
  started: StartedNewsroom;
  people: People & { putBack: () => Promise<void> };
}

let sharedNewsroom: SharedNewsroom | undefined;

async function startShared(mongoUri: string): Promise<SharedNewsroom> {
  const started = await startNewsroom(mongoUri);
  const environment = environmentNow();
  const people = await makePeople(started.payload);
  const made = await Promise.all(
    (await collectionsOf(started)).map(async (collection) => ({
      collection,
      documents: await collection.find().toArray(),
    })),
  );
  const putBack = async () => {
    for (const { collection, documents } of made) {
      if (documents.length > 0) await collection.insertMany(documents);
    }
  };
  return { mongoUri, environment, started, people: { ...people, putBack } };
}

/** Everything goes but what the server made at its start: collections and their indexes. */
async function emptyNewsroom(started: StartedNewsroom): Promise<void> {
  await noticesSent();
  for (const collection of await collectionsOf(started)) await collection.deleteMany({});
  await rm(started.dataDir, { recursive: true, force: true });
}

async function collectionsOf({ payload }: StartedNewsroom) {
  const all = (await payload.db.connection.db?.collections()) ?? [];
  return all.filter(({ collectionName }) => !collectionName.startsWith('system.'));
}

/** What Payload is started with, but for where it finds its own data. */
function environmentNow(): string {
  const { mongodbUri: _uri, dataDir: _folder, ...others } = readEnvironment();
  return JSON.stringify(others);
}

function newsroomOf(
  { config, payload }: StartedNewsroom,
  { users, tokens }: People,
  close: () => Promise<void>,
): Newsroom {
  const headersFor = (as: Role | undefined, more: Record<string, string> = {}) => ({
    ...(as ? { authorization: `JWT ${tokens[as]}` } : {}),
    ...more,
  });
  // As src/app serves them.
  const handle = repeatConflicts((request) => handleEndpoints({ config, request }));
  const ask = repeatConflicts(GRAPHQL_POST(config), GRAPHQL_STATUSES);

  return {
    payload,
    users,
    tokens,
    upload: async ({ collection, id, as, file, fields = {}, query = '', headers }) => {
      const form = new FormData();
      if (file) {
        const bytes = new Uint8Array(file.bytes);
        form.set('file', new File([bytes], file.name, { type: file.type ?? '' }));
      }
      form.set('_payload', JSON.stringify(fields));
      const where = id === undefined ? collection : `${collection}/${id}`;
      const request = new Request(`http://localhost/api/${where}${query}`, {
        method: id === undefined ? 'POST' : 'PATCH',
        headers: headersFor(as, headers),
        body: form,
      });
      return answer(await handle(request));
    },
    rest: async (method, address, { as, body, headers } = {}) => {
      const request = new Request(`http://localhost/api${address}`, {
        method,
        headers: headersFor(as, { 'content-type': 'application/json', ...headers }),
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return answer(await handle(request));
    },
    graphql: async (query, { as, variables, headers } = {}) => {
      const request = new Request('http://localhost/api/graphql', {
        method: 'POST',
        headers: headersFor(as, { 'content-type': 'application/json', ...headers }),
        body: JSON.stringify({ query, variables }),
      });
      return answer(await ask(request));
    },
    close,
  };
}

async function answer(response: Response): Promise<Answer> {
  const text = await response.text();
  let body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    // Pages are not JSON; a test that wants them reads `text`.
  }
  return { status: response.status, body, text, headers: response.headers };
}

/** What tests say of quotations: somebody was there. */
const WAS_THERE = { step: 'vouch', vouched: { way: 'present' } };

/** The writer vouches for every quotation of an article that nobody answers for yet. */
export async function answerForQuotes(
  { rest }: Pick<Newsroom, 'rest'>,
  articleId: string,
  as: Role = 'writer',
): Promise<void> {
  const { body } = await rest('GET', `/articles/${articleId}/quotations`, { as });
  const quotes = openQuotes(body.quotations);
  if (quotes.length === 0) return;
  const { status, text } = await rest('POST', `/articles/${articleId}/vouch`, {
    as,
    body: { ...WAS_THERE, quotes },
  });
  if (status !== 200) throw new Error(`Vouching was answered with ${status}: ${text}`);
}

/** The whole way: the writer answers for the quotations and submits, the editor approves what stands there, the publisher publishes. */
export async function publish(
  { payload, users, rest }: Newsroom,
  articleId: string,
  change: LiveChange | null = null,
): Promise<ActionResult> {
  await answerForQuotes({ rest }, articleId);
  const call = (user: User) => ({ payload, user, articleId, now: new Date() });
  await performAction({ ...call(users.writer), action: 'submit', input: { change } });
  const { body } = await rest('GET', `/articles/${articleId}/actions`, { as: 'editor' });
  await performAction({
    ...call(users.editor),
    action: 'approve',
    input: { contentHash: body.contentHash },
  });
  return performAction({ ...call(users.publisher), action: 'publish', input: {} });
}

/** What an editor shows readers of a person, a topic or an image, as it stands. */
export async function release(
  { rest }: Newsroom,
  collection: 'people' | 'topics' | 'media',
  id: string,
): Promise<void> {
  const { body } = await rest('GET', `/${collection}/${id}/face`, { as: 'editor' });
  const { status, text } = await rest('POST', `/${collection}/${id}/actions/release`, {
    as: 'editor',
    body: { hash: body.hash },
  });
  if (status !== 200) throw new Error(`The release was answered with ${status}: ${text}`);
}

/** A save of the writer's that puts a picture at the end of a section's text. */
export function putPictureInto(
  { rest }: Newsroom,
  section: Section | undefined,
  imageId: string,
): Promise<Answer> {
  const body = structuredClone(section?.body) as { root: { children: unknown[] } };
  body.root.children.push({
    type: 'upload',
    version: 3,
    format: '',
    id: 'a'.repeat(24),
    relationTo: 'media',
    value: imageId,
    fields: {},
  });
  return rest('PATCH', `/sections/${section?.id}`, { as: 'writer', body: { body } });
}

export interface MadeArticle {
  article: Article;
  sections: Section[];
}

/** A plainly fictional article with a lead and one headed section, as a draft of the writer's. */
export async function writeArticle(
  { payload, users }: Newsroom,
  { headline = 'Port Hallow opens its new lighthouse', ...more }: Partial<Article> = {},
): Promise<MadeArticle> {
  const by = { user: users.writer, overrideAccess: false, draft: true, depth: 0 } as const;
  const sections: Section[] = [];
  for (const [heading, text] of [
    [null, 'The lighthouse of Port Hallow was lit on Tuesday.'],
    ['A long wait', 'The town waited eleven years for it.'],
  ] as const) {
    sections.push(
      await payload.create({
        collection: 'sections',
        data: { heading, body: lexicalFromParagraphs([text]) },
        ...by,
      }),
    );
  }
  const article = await payload.create({
    collection: 'articles',
    data: {
      headline,
      standfirst: 'After eleven years the harbour has its light again.',
      kind: 'news',
      sections: sections.map(({ id }) => id),
      ...more,
    },
    ...by,
  });
  return { article, sections };
}

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { startServer, type ServerProcess } from '../support/serverProcess';

const run = promisify(execFile);
const SLUG = 'nato-chief-says-russia-not-moving-fast-enough-to-end-war-in-ukraine';

let server: ServerProcess;
let folder: string;
let passwords: Record<string, string>;
const tokens = new Map<string, string>();

const EMAILS: Record<string, string> = {
  admin: 'admin@standfirst.local',
  publisher: 'publisher@standfirst.local',
  editor: 'editor@standfirst.local',
  writer: 'writer@standfirst.local',
};

async function ask(
  method: string,
  address: string,
  { as, body }: { as?: string; body?: unknown } = {},
) {
  if (as && !tokens.has(as)) {
    tokens.set(as, await server.signIn(String(EMAILS[as]), String(passwords[as])));
  }
  const response = await fetch(`${server.url}${address}`, {
    method,
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      ...(as ? { authorization: `JWT ${tokens.get(as)}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    // Tests look into answers of every shape; each expectation says what it expects.
    body: isJson ? JSON.parse(text) : null,
  };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'standfirst-journey-'));
  server = await startServer({ dataDir: folder });
  passwords = server.passwords;
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function act(id: string, action: string, { as, body }: { as: string; body?: object }) {
  const answer = await ask('POST', `/api/articles/${id}/actions/${action}`, { as, body });
  expect(answer.status, answer.text).toBe(200);
}

async function approve(id: string, change: object | null = null) {
  await act(id, 'submit', { as: 'writer', body: { change } });
  const { body } = await ask('GET', `/api/articles/${id}/actions`, { as: 'editor' });
  await act(id, 'approve', { as: 'editor', body: { contentHash: body.contentHash } });
}

describe('the first start', () => {
  it('prints a random password for one person of each role', () => {
    expect(Object.keys(passwords).sort()).toEqual([
      'admin',
      'editor',
      'fact-checker',
      'publisher',
      'writer',
    ]);
    expect(new Set(Object.values(passwords)).size).toBe(5);
  });

  it('serves the source article to anybody over REST, GraphQL and /v1 alike', async () => {
    const v1 = await ask('GET', `/v1/articles/${SLUG}`);
    expect(v1.status).toBe(200);
    const rest = await ask('GET', `/api/articles?where[slug][equals]=${SLUG}&depth=3`);
    const graphql = await ask('POST', '/api/graphql', {
      body: {
        query: `{ Articles(where: { slug: { equals: "${SLUG}" } }) { docs { headline standfirst sections { heading quotes { text speaker { name } } } } } }`,
      },
    });
    const [fromRest] = rest.body.docs;
    const [fromGraphql] = graphql.body.data.Articles.docs;
    for (const article of [fromRest, fromGraphql]) {
      expect(article.headline).toBe(v1.body.headline);
      expect(article.standfirst).toBe(v1.body.standfirst);
      expect(article.sections.map(({ heading }: { heading: string }) => heading)).toEqual(
        v1.body.sections.map(({ heading }: { heading: string }) => heading),
      );
      expect(article.sections[1].quotes[0].speaker.name).toBe('Mark Rutte');
    }
  });

  it('tells the truth about itself', async () => {
    expect(await ask('GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect((await ask('GET', '/readyz')).status).toBe(200);
  });
});

describe('from an edit to readers', () => {
  it('goes through review, and readers see nothing of it until it is published', async () => {
    const before = await ask('GET', `/v1/articles/${SLUG}`);
    const { id, sections } = before.body;
    const edit = await ask('PATCH', `/api/sections/${sections[3].id}`, {
      as: 'writer',
      body: { body: lexicalFromParagraphs(['A rewritten section about tariffs.']) },
    });
    expect(edit.status, edit.text).toBe(200);
    expect((await ask('GET', `/v1/articles/${SLUG}`)).body.sections).toEqual(sections);
    await approve(id, { kind: 'update', note: 'The tariffs section was rewritten.' });
    await act(id, 'publish', { as: 'publisher' });

    // The event reaches every node's cache within a second; a loaded machine may take longer.
    await expect
      .poll(async () => (await ask('GET', `/v1/articles/${SLUG}`)).text, { timeout: 30_000 })
      .toContain('A rewritten section about tariffs.');
    const rest = await ask('GET', `/api/articles/${id}?depth=1`);
    expect(rest.text).toContain('A rewritten section about tariffs.');
    expect(rest.body.corrections).toMatchObject([{ kind: 'update', editionNumber: 2 }]);
  });

  it('can be seen in the preview by holders of its link only', async () => {
    const { body } = await ask('GET', `/v1/articles/${SLUG}`);
    const refused = await ask('GET', `/read/preview/${body.id}?token=1.x`);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('This preview link is wrong or has expired.');
  });
});

describe('doors that only a whole server has', () => {
  it('tells who sends no query to GraphQL so', async () => {
    for (const [type, body] of [
      ['application/json', '{'],
      ['application/json', '[]'],
      ['application/json', ''],
      ['multipart/form-data', 'x'],
      ['text/plain', '{"query":"{Articles{docs{id}}}"}'],
    ] as const) {
      const headers = { 'content-type': type };
      const answer = await fetch(`${server.url}/api/graphql`, { method: 'POST', headers, body });
      expect([type, body, answer.status]).toEqual([type, body, 400]);
      expect(await answer.text()).toContain('Send a JSON object with a query');
    }
  });

  it('door 16: a JSON body reaches Payload through Express, and is not consumed on the way', async () => {
    const made = await ask('POST', '/api/people', { as: 'editor', body: { name: 'Greta Post' } });
    expect(made.status).toBe(201);
    expect(made.body.doc.name).toBe('Greta Post');
  });

  it('door 18: the production build tells clients what is wrong, and in which field', async () => {
    const { body } = await ask('GET', `/v1/articles/${SLUG}`);
    const gate = await ask('PATCH', `/api/articles/${body.id}`, {
      as: 'admin',
      body: { _status: 'published' },
    });
    expect(gate.status).toBe(403);
    expect(gate.body.errors[0]).toMatchObject({
      message: expect.stringMatching(/Saving makes a draft/) as string,
      data: { code: 'ACTION_REQUIRED' },
    });
    const invalid = await ask('POST', '/api/people', { as: 'editor', body: { wikidataId: 'x' } });
    expect(invalid.status).toBe(400);
    const pathsOf = (answer: typeof invalid): string[] =>
      answer.body.errors[0].data.errors.map(({ path: at }: { path: string }) => at);
    expect(pathsOf(invalid)).toEqual(['wikidataId']);
    const nameless = await ask('POST', '/api/people', { as: 'editor', body: {} });
    expect(nameless.status).toBe(400);
    expect(pathsOf(nameless)).toEqual(['name']);
  });

  it('door 19: the public API varies by encoding at most', async () => {
    const { headers } = await ask('GET', `/v1/articles/${SLUG}`);
    expect((headers.get('vary') ?? '').toLowerCase()).toMatch(/^(accept-encoding)?$/);
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('door 20: custom endpoints ask who is there', async () => {
    const { body } = await ask('GET', `/v1/articles/${SLUG}`);
    for (const [method, address] of [
      ['GET', `/api/articles/${body.id}/actions`],
      ['POST', `/api/articles/${body.id}/actions/withdraw`],
      ['GET', `/api/articles/${body.id}/diff`],
    ] as const) {
      expect((await ask(method, address, method === 'POST' ? { body: {} } : {})).status).toBe(401);
    }
  });

  it.each([
    ['GET', '/v1/articles/%E0%A4%A', 400],
    ['GET', '/v1/nothing', 404],
    ['DELETE', `/v1/articles/${SLUG}`, 405],
    ['GET', '/api/nothing', 404],
    ['GET', '/api/articles/nonsense', 404],
    ['GET', '/api/articles?where[nonsense][equals]=1', 400],
    ['GET', '/api/articles?depth=9999', 200],
    // GraphQL over HTTP answers application/json with 200 and its errors in the body.
    ['POST', '/api/graphql', 200],
  ])('%s %s is answered with %i, never a 500', async (method, address, status) => {
    const answer = await ask(method, address, method === 'POST' ? { body: { query: '{' } } : {});
    expect(answer.status, answer.text).toBe(status);
  });
});

describe('commands beside the running server', () => {
  const command = (...args: string[]) =>
    run(process.execPath, ['bin/run.mjs', 'seed/import.ts', ...args], {
      env: { ...process.env, DATA_DIR: folder, MONGODB_URI: '', NODE_ENV: 'production' },
    });

  it('a dry run prints what would be made, and makes nothing', async () => {
    const { stdout } = await command('--dry-run', 'seed/articles/nato-chief-russia-ukraine.txt');
    expect(stdout).toContain('Sections    5');
    expect(stdout).toContain('Mark Rutte');
  });

  it('an import makes a draft, and a bad file is refused by name with nothing made', async () => {
    const good = path.join(folder, 'harbour.txt');
    const bad = path.join(folder, 'bad.txt');
    await writeFile(good, 'Harbour light is lit\n\nThe town waited for it.\n\nIt shines again.\n');
    await writeFile(bad, new Uint8Array([0x48, 0x0a, 0xff, 0xfe, 0x00]));
    await expect(command(good, bad)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('created as a draft') as string,
      stderr: expect.stringContaining('bad.txt') as string,
    });
    const { body } = await ask(
      'GET',
      '/api/articles?draft=true&where[headline][equals]=Harbour light is lit',
      { as: 'editor' },
    );
    expect(body.docs).toMatchObject([{ workflow: { publicationState: 'unpublished' } }]);
    expect((await ask('GET', `/api/articles/${body.docs[0].id}`)).status).toBe(404);
  });
});

describe('a process that is killed', () => {
  it('loses nothing and leaves nothing that blocks the next start', async () => {
    const { body } = await ask('GET', `/v1/articles/${SLUG}`);
    const save = await ask('PATCH', `/api/articles/${body.id}`, {
      as: 'writer',
      body: { dateline: 'SAVED JUST BEFORE' },
    });
    expect(save.status).toBe(200);
    await server.kill('SIGKILL');
    server = await startServer({ dataDir: folder, port: server.port });
    expect(server.passwords).toEqual({});
    const draft = await ask('GET', `/api/articles/${body.id}?draft=true`, { as: 'writer' });
    expect(draft.body.dateline).toBe('SAVED JUST BEFORE');
    expect((await ask('GET', `/v1/articles/${SLUG}`)).body.sections).toEqual(body.sections);
  });

  it('sends out what became due while nobody lived', async () => {
    const slug = 'due-while-nobody-lived';
    const section = await ask('POST', '/api/sections?draft=true', {
      as: 'writer',
      body: { body: lexicalFromParagraphs(['The night ferry of Port Hallow sails at ten.']) },
    });
    const { body } = await ask('POST', '/api/articles?draft=true', {
      as: 'writer',
      body: {
        headline: 'The night ferry sails',
        standfirst: 'At ten, every night.',
        kind: 'news',
        slug,
        sections: [section.body.doc.id],
      },
    });
    await approve(body.doc.id);
    const schedule = async () => {
      const dueAt = Date.now() + 5_000;
      const answer = await ask('POST', `/api/articles/${body.doc.id}/actions/schedule`, {
        as: 'publisher',
        body: { wallTime: new Date(dueAt).toISOString().slice(0, 19), zone: 'UTC' },
      });
      // A busy machine may need the five seconds to hear of them.
      if (answer.text.includes('This time is past:')) return schedule();
      expect(answer.status, answer.text).toBe(200);
      return dueAt;
    };
    const dueAt = await schedule();
    await server.kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, dueAt + 1_000 - Date.now()));

    server = await startServer({ dataDir: folder, port: server.port });
    await expect
      .poll(async () => (await ask('GET', `/v1/articles/${slug}`)).status, { timeout: 30_000 })
      .toBe(200);
    const { docs } = (await ask('GET', '/api/publications', { as: 'publisher' })).body;
    expect(docs).toMatchObject([{ state: 'fired', article: body.doc.id }]);
  });

  it('refuses a second one on the same port with a clear line', async () => {
    await expect(
      startServer({ port: server.port, dataDir: path.join(folder, 'other') }),
    ).rejects.toThrow(/Port \d+ is in use.*PORT=/s);
  });
});

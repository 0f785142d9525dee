import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openNewsroom, publish, writeArticle, type Newsroom, type Role } from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

const asEditor = { as: 'editor' } as const;

async function create(collection: string, body: object, as: Role = 'editor') {
  const answer = await newsroom.rest('POST', `/${collection}`, { as, body });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.doc;
}

describe('slugs', () => {
  it('are made from the headline and follow it until publication', async () => {
    const doc = await create('articles', {
      headline: 'Über den Fluß: the “Ørsted” café’s 2nd year',
    });
    expect(doc.slug).toBe('uber-den-fluss-the-orsted-cafes-2nd-year');
    const renamed = await newsroom.rest('PATCH', `/articles/${doc.id}`, {
      ...asEditor,
      body: { headline: 'A calmer headline', slug: doc.slug },
    });
    expect(renamed.body.doc.slug).toBe('a-calmer-headline');
  });

  it('stay once an editor has typed one', async () => {
    const doc = await create('articles', { headline: 'Typed', slug: 'My Own Words' });
    expect(doc.slug).toBe('my-own-words');
    const renamed = await newsroom.rest('PATCH', `/articles/${doc.id}`, {
      ...asEditor,
      body: { headline: 'Another headline' },
    });
    expect(renamed.body.doc.slug).toBe('my-own-words');
  });

  it('are unique among drafts: the second article of a headline gets a number', async () => {
    const first = await create('articles', { headline: 'Twice told' });
    const second = await create('articles', { headline: 'Twice told' });
    expect([first.slug, second.slug]).toEqual(['twice-told', 'twice-told-2']);
    const taken = await newsroom.rest('PATCH', `/articles/${second.id}`, {
      ...asEditor,
      body: { slug: 'twice-told' },
    });
    expect(taken.status).toBe(409);
    expect(taken.body.errors[0].data.code).toBe('SLUG_TAKEN');
  });

  it('that a draft only ever had are free again when it changes', async () => {
    const doc = await create('articles', { headline: 'Given up' });
    await newsroom.rest('PATCH', `/articles/${doc.id}`, {
      ...asEditor,
      body: { headline: 'Something else' },
    });
    expect((await create('articles', { headline: 'Given up' })).slug).toBe('given-up');
  });

  it('of two creations at the same moment differ, or one is refused with 409', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        newsroom.rest('POST', '/articles', { ...asEditor, body: { headline: 'At once' } }),
      ),
    );
    const made = answers.filter(({ status }) => status === 201).map(({ body }) => body.doc.slug);
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made).size).toBe(made.length);
    for (const { status } of answers) expect([201, 409]).toContain(status);
  });
});

describe('sections', () => {
  it('created for an article join its working copy at the end', async () => {
    const { article, sections } = await writeArticle(newsroom);
    const section = await create('sections', { heading: 'Added', article: article.id });
    const newest = await newsroom.rest('GET', `/articles/${article.id}?draft=true`, asEditor);
    expect(newest.body.sections).toEqual([...sections.map(({ id }) => id), section.id]);
  });

  it('belong to one article: another cannot list them, nor can they move', async () => {
    const one = await writeArticle(newsroom, { headline: 'Owner' });
    const two = await writeArticle(newsroom, { headline: 'Borrower' });
    const steal = await newsroom.rest('PATCH', `/articles/${two.article.id}`, {
      ...asEditor,
      body: { sections: [one.sections[0]?.id] },
    });
    expect(steal.status).toBe(409);
    const move = await newsroom.rest('PATCH', `/sections/${one.sections[0]?.id}`, {
      ...asEditor,
      body: { article: two.article.id },
    });
    expect(move.status).toBe(409);
    const unknown = await newsroom.rest('PATCH', `/articles/${two.article.id}`, {
      ...asEditor,
      body: { sections: ['000000000000000000000000'] },
    });
    expect(unknown.status).toBe(400);
  });

  it('take their label from the heading, else from their first words', async () => {
    const { sections } = await writeArticle(newsroom);
    const [lead, headed] = await Promise.all(
      sections.map(({ id }) => newsroom.rest('GET', `/sections/${id}?draft=true`, asEditor)),
    );
    expect(lead?.body.label).toBe('The lighthouse of Port Hallow was lit on Tuesday.');
    expect(headed?.body.label).toBe('A long wait');
  });

  it('list the quotes that their pull quotes show', async () => {
    const quote = await create('quotes', { text: 'We can see the rocks again' });
    const body = lexicalFromParagraphs(['Before the quote.']);
    body.root.children.push({
      type: 'block',
      version: 2,
      format: '',
      fields: { id: 'b1', blockType: 'pullQuote', blockName: '', quote: quote.id },
    });
    const section = await create('sections', { body });
    expect(section.quotes).toEqual([quote.id]);
  });
});

describe('deleting', () => {
  it('is refused while something uses the record, and names the users of it', async () => {
    const person = await create('people', { name: 'Ada Fenwick' });
    const quote = await create('quotes', { text: 'The light is back', speaker: person.id });
    const { article, sections } = await writeArticle(newsroom, { headline: 'User of things' });
    await newsroom.rest('PATCH', `/sections/${sections[0]?.id}`, {
      ...asEditor,
      body: { quotes: [quote.id] },
    });
    const topic = await create('topics', { name: 'Harbours' });
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      ...asEditor,
      body: { topics: [topic.id] },
    });
    for (const [collection, id, name] of [
      ['people', person.id, 'The light is back'],
      ['quotes', quote.id, 'The lighthouse of Port Hallow'],
      ['sections', sections[0]?.id, 'User of things'],
      ['topics', topic.id, 'User of things'],
    ] as const) {
      for (const [method, body] of [
        ['DELETE', undefined],
        ['PATCH', { deletedAt: new Date().toISOString() }],
      ] as const) {
        const refused = await newsroom.rest(method, `/${collection}/${id}`, { ...asEditor, body });
        expect(refused.status, `${method} ${collection}`).toBe(409);
        expect(refused.body.errors[0].data.code).toBe('STILL_USED');
        expect(refused.body.errors[0].message).toContain(name);
      }
      const still = await newsroom.rest('GET', `/${collection}/${id}?draft=true`, asEditor);
      expect(still.status).toBe(200);
    }
  });

  it('goes through the trash and back for what nothing uses', async () => {
    const person = await create('people', { name: 'Bert Unused' });
    const trash = await newsroom.rest('PATCH', `/people/${person.id}`, {
      ...asEditor,
      body: { deletedAt: new Date().toISOString() },
    });
    expect(trash.status).toBe(200);
    expect((await newsroom.rest('GET', `/people/${person.id}`, asEditor)).status).toBe(404);
    const back = await newsroom.rest('PATCH', `/people/${person.id}?trash=true`, {
      ...asEditor,
      body: { deletedAt: null },
    });
    expect(back.status).toBe(200);
  });

  it('of a never published article takes its sections and slug along', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Not to be' });
    const gone = await newsroom.rest('DELETE', `/articles/${article.id}`, asEditor);
    expect(gone.status, gone.text).toBe(200);
    const section = await newsroom.rest('GET', `/sections/${sections[0]?.id}?draft=true`, asEditor);
    expect(section.status).toBe(404);
    expect((await create('articles', { headline: 'Not to be' })).slug).toBe('not-to-be');
  });

  it('is for editors', async () => {
    const person = await create('people', { name: 'Carla Kept' });
    const refused = await newsroom.rest('DELETE', `/people/${person.id}`, { as: 'writer' });
    expect(refused.status).toBe(403);
  });
});

describe('anonymous readers', () => {
  it('see published documents and nothing else, in every collection and at any depth', async () => {
    const person = await create(
      'people',
      {
        name: 'Dora Quoted',
        roles: [{ title: 'Harbour master', organisation: 'Port Hallow' }],
      },
      'publisher',
    );
    const quote = await create(
      'quotes',
      {
        text: 'It shines for everyone',
        speaker: person.id,
        evidence: { url: 'https://radio.example/harbour', passage: 'secret context' },
        verification: { status: 'verified', note: 'heard the tape' },
      },
      'publisher',
    );
    const topic = await create('topics', { name: 'Lighthouses' }, 'publisher');
    const { article, sections } = await writeArticle(newsroom, {
      headline: 'Shining',
      topics: [topic.id],
      origin: { publisher: 'Harbour Press', externalId: 'internal-7' },
      flags: { legal: 'not_needed', factCheck: 'not_needed' },
    });
    await newsroom.rest('PATCH', `/sections/${sections[0]?.id}`, {
      // Not the editor, who approves it.
      as: 'publisher',
      body: {
        quotes: [quote.id],
        people: [person.id],
        body: lexicalFromParagraphs(['“It shines for everyone,” Dora Quoted said.']),
      },
    });
    for (const address of [
      `/articles/${article.id}`,
      `/articles/${article.id}?draft=true`,
      `/sections/${sections[0]?.id}?draft=true`,
      `/quotes/${quote.id}`,
      `/people/${person.id}`,
      `/topics/${topic.id}`,
    ]) {
      expect((await newsroom.rest('GET', address)).status, address).toBe(404);
    }
    await publish(newsroom, article.id);
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      ...asEditor,
      body: { headline: 'Secret next headline' },
    });

    const read = await newsroom.rest('GET', `/articles?where[slug][equals]=shining&depth=3`);
    const [doc] = read.body.docs;
    expect(doc.headline).toBe('Shining');
    expect(doc.sections[0].quotes[0]).toMatchObject({
      text: 'It shines for everyone',
      speaker: { name: 'Dora Quoted', roles: [{ title: 'Harbour master' }] },
    });
    for (const secret of [
      'Secret next headline',
      'internal-7',
      'secret context',
      'heard the tape',
      'newsroom.example',
      'contentHash',
      '"flags"',
      '"stage"',
      'createdBy',
      'liveEdition',
      'revision',
    ]) {
      expect(read.text, secret).not.toContain(secret);
    }
    const graphql = await newsroom.graphql(
      '{ Articles(where: { slug: { equals: "shining" } }) { docs { headline sections { heading quotes { text speaker { name } } } } } }',
    );
    expect(graphql.body.data.Articles.docs[0].sections[0].quotes[0].speaker.name).toBe(
      'Dora Quoted',
    );
    for (const query of ['draft=true', 'trash=true', 'draft=true&depth=3']) {
      const { text } = await newsroom.rest('GET', `/articles?${query}`);
      expect(text).not.toContain('Secret next headline');
    }
    for (const address of [
      '/users',
      '/articles/versions',
      '/sections/versions',
      '/quotes/versions',
      '/editions',
      '/events',
      '/audit-entries',
      '/slugs',
      '/evidence-files',
      '/payload-preferences',
      '/payload-locked-documents',
    ]) {
      const { status, body } = await newsroom.rest('GET', address);
      expect(status === 403 || body.totalDocs === 0, `${address} answered ${status}`).toBe(true);
    }
    const probe = await newsroom.rest(
      'GET',
      '/articles?where[origin.externalId][equals]=internal-7',
    );
    expect(probe.body.docs ?? []).toEqual([]);
  });

  it('cannot write anything', async () => {
    for (const collection of ['articles', 'sections', 'quotes', 'people', 'topics', 'users']) {
      const { status } = await newsroom.rest('POST', `/${collection}`, { body: { name: 'x' } });
      expect(status, collection).toBe(403);
    }
  });
});

describe('people and topics', () => {
  it('refuse a topic above itself', async () => {
    const sport = await create('topics', { name: 'Sport' });
    const rowing = await create('topics', { name: 'Rowing', parent: sport.id });
    const loop = await newsroom.rest('PATCH', `/topics/${sport.id}`, {
      ...asEditor,
      body: { parent: rowing.id },
    });
    expect(loop.status).toBe(409);
  });

  it.each([
    ['people', { name: 'X', wikidataId: '42' }],
    ['people', { name: 'X', links: [{ label: 'Site', url: 'javascript:alert(1)' }] }],
    ['people', { name: 'X', roles: [{ title: 'Mayor', from: '2020-01-01', to: '2019-01-01' }] }],
    ['topics', { name: 'X', iptcCode: 'abc' }],
    ['quotes', { text: 'X', evidence: { timecode: 'soon' } }],
  ])('%s refuse %j with the field’s name', async (collection, body) => {
    const answer = await newsroom.rest('POST', `/${collection}`, { ...asEditor, body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].data.errors[0].path).toBeTruthy();
  });

  it('write down who verified a quotation, whatever the client says', async () => {
    const quote = await create('quotes', {
      text: 'Checked words',
      verification: { status: 'unverified', by: newsroom.users.admin.id },
    });
    expect(quote.verification.by ?? null).toBeNull();
    const verified = await newsroom.rest('PATCH', `/quotes/${quote.id}`, {
      as: 'fact-checker',
      body: { verification: { status: 'verified', by: newsroom.users.admin.id } },
    });
    expect(verified.body.doc.verification).toMatchObject({
      status: 'verified',
      by: newsroom.users['fact-checker'].id,
    });
  });
});

describe('users', () => {
  it('cannot raise their own role', async () => {
    const { writer } = newsroom.users;
    await newsroom.rest('PATCH', `/users/${writer.id}`, {
      as: 'writer',
      body: { roles: ['admin'] },
    });
    const { body } = await newsroom.rest('GET', `/users/${writer.id}`, { as: 'admin' });
    expect(body.roles).toEqual(['writer']);
  });

  it('see no other user', async () => {
    const { body } = await newsroom.rest('GET', '/users', { as: 'editor' });
    expect(body.docs.map(({ id }: { id: string }) => id)).toEqual([newsroom.users.editor.id]);
  });

  it('keep the last admin', async () => {
    const { admin } = newsroom.users;
    const remove = await newsroom.rest('DELETE', `/users/${admin.id}`, { as: 'admin' });
    expect(remove.status).toBe(409);
    const demote = await newsroom.rest('PATCH', `/users/${admin.id}`, {
      as: 'admin',
      body: { roles: ['writer'] },
    });
    expect(demote.status).toBe(409);
  });

  it('are locked out after five wrong passwords', async () => {
    const login = (password: string) =>
      newsroom.rest('POST', '/users/login', {
        body: { email: 'locked@newsroom.example', password },
      });
    await newsroom.payload.create({
      collection: 'users',
      data: {
        email: 'locked@newsroom.example',
        password: 'the right one',
        name: 'L',
        roles: ['writer'],
      },
    });
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await login('wrong')).status).toBe(401);
    expect((await login('the right one')).status).toBe(401);
  });

  it('register themselves only while there is no user at all', async () => {
    const { status } = await newsroom.rest('POST', '/users/first-register', {
      body: { email: 'intruder@example.org', password: 'intruder', name: 'I', roles: ['admin'] },
    });
    expect(status).toBe(403);
  });
});

describe('the config', () => {
  it('door 22: names its indexes and bounds depth', async () => {
    const { payload } = newsroom;
    const expected: Record<string, string[]> = {
      articles: [
        'slug',
        '_status',
        'workflow.publicationState',
        'workflow.publishedAt',
        'topics',
        'embargoUntil',
      ],
      sections: ['article', 'quotes', 'people', '_status'],
      quotes: ['speaker', 'verification.status', '_status'],
      people: ['name', 'aliases', 'wikidataId', 'slug'],
      slugs: ['slug', 'article'],
      events: ['sequence'],
      editions: ['article', 'hash'],
    };
    for (const [collection, fields] of Object.entries(expected)) {
      const indexes = await payload.db.connection.collection(collection).indexes();
      const first = indexes.map(({ key }) => Object.keys(key)[0]);
      for (const field of fields) expect(first, `${collection}.${field}`).toContain(field);
    }
    expect(payload.config.defaultDepth).toBe(0);
    expect(payload.config.maxDepth).toBeLessThanOrEqual(3);
  });

  it('door 21: no picture comes from an outside host', () => {
    expect(newsroom.payload.config.admin.avatar).toBe('default');
  });
});

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { openNewsroom, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

const GERMAN = { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' };

describe('the server', () => {
  it('says why not in the language of who asks, with the same codes', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'A story', standfirst: '' });
    const submit = (headers: Record<string, string>) =>
      newsroom.rest('POST', `/articles/${article.id}/actions/submit`, { as: 'writer', headers });
    const english = await submit({});
    const german = await submit(GERMAN);
    expect(german.status).toBe(english.status);
    const [told] = german.body.errors as { message: string; data: { code: string } }[];
    const [plain] = english.body.errors as { message: string; data: { code: string } }[];
    expect(plain?.message).toContain('The standfirst is empty: write one.');
    expect(told?.message).toContain('Der Vorspann ist leer: Schreiben Sie einen.');
    expect(told?.data.code).toBe(plain?.data.code);
    expect(JSON.stringify(told?.data)).toContain('Der Vorspann ist leer');
    expect(JSON.stringify(told?.data)).not.toContain('The standfirst is empty');
  });

  it('says the same over GraphQL', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'A story', standfirst: '' });
    const submit = `mutation { submitArticle(id: "${article.id}") { stage } }`;
    const english = await newsroom.graphql(submit, { as: 'writer' });
    const german = await newsroom.graphql(submit, { as: 'writer', headers: GERMAN });
    expect(english.body.errors[0].message).toContain('The standfirst is empty: write one.');
    expect(german.body.errors[0].message).toContain('Der Vorspann ist leer: Schreiben Sie einen.');
    const { data, ...rest } = english.body.errors[0].extensions;
    expect(german.body.errors[0].extensions).toMatchObject({ ...rest, data: { code: data.code } });
    expect(JSON.stringify(german.body)).not.toContain('The standfirst is empty');

    const unreadable =
      '{ Articles(where: { slug: { contains: "a" } }, limit: 100000) { totalDocs } }';
    const refused = await newsroom.graphql(unreadable, { headers: GERMAN });
    expect(refused.body.errors[0].message).toMatch(/^Die Abfrage ist nicht zu verstehen\. /);
    const deep = `{ Articles { docs ${'{ related'.repeat(20)}${'}'.repeat(20)} } }`;
    const tooDeep = await newsroom.graphql(deep, { headers: GERMAN });
    expect(JSON.stringify(tooDeep.body.errors)).toContain(
      'Die Abfrage ist tiefer als 14 Ebenen verschachtelt.',
    );
  });

  it('says what is wrong with a field or a file', async () => {
    const saved = await newsroom.rest('POST', '/people', {
      as: 'editor',
      body: { name: 'Mara Teck', wikidataId: 'crane' },
      headers: GERMAN,
    });
    expect(saved.status).toBe(400);
    expect(saved.body.errors[0].data.errors).toMatchObject([
      {
        path: 'wikidataId',
        message: '„wikidataId“: Eine Wikidata-Kennung ist Q und eine Zahl: Q42.',
      },
    ]);
    const bring = (name: string, body: string) =>
      newsroom.rest('POST', `/articles/import?name=${name}`, {
        as: 'writer',
        body,
        headers: GERMAN,
      });
    const pdf = await bring('notes.pdf', 'words');
    expect(pdf.body.problems).toEqual([
      expect.stringMatching(
        /^notes\.pdf: Diese Art Datei wird nicht gelesen\. Nehmen Sie reinen Text/,
      ),
    ]);
    const ninjs = await bring('wire.json', '[1, {"type": "picture"}]');
    expect(ninjs.body.problems).toEqual([
      'wire.json, Eintrag 1: Das ist kein Eintrag in ninjs: Verlangt ist ein Objekt.',
      'wire.json, Eintrag 2: Es ist vom Typ „picture“, nicht Text.',
    ]);
  });

  it('lists what is in the way in German, and leaves what people wrote as it is', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Held', standfirst: '' });
    await newsroom.rest('POST', `/articles/${article.id}/actions/hold`, {
      as: 'editor',
      body: { reason: 'The lawyers read it.' },
    });
    const overview = await newsroom.rest('GET', `/articles/${article.id}/actions`, {
      as: 'writer',
      headers: GERMAN,
    });
    const messages = (overview.body.issues as { message: string }[]).map(({ message }) => message);
    expect(messages).toContain('Der Vorspann ist leer: Schreiben Sie einen.');
    expect(messages).toContain(
      'Der Artikel ist gesperrt (The lawyers read it.): Die Redaktion muss ihn erst freigeben.',
    );
    const notices = await newsroom.rest('GET', `/notices?where[article][equals]=${article.id}`, {
      as: 'writer',
      headers: GERMAN,
    });
    const [notice] = notices.body.docs as { text: string }[];
    expect(notice?.text).toContain('hat gesperrt: „Held“');
    expect(notice?.text).toContain('The lawyers read it.');
  });
});

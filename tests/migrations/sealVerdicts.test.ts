import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { sealVerdicts } from '../../src/migrations/sealVerdicts';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

/** Turns what is stored into what the version before seals wrote. */
async function withoutSeals(): Promise<void> {
  const { connection } = newsroom.payload.db;
  const names = ['bound', 'hash', 'disputedWords'];
  const unset = (prefix: string) =>
    Object.fromEntries(names.map((name) => [`${prefix}verification.${name}`, '']));
  await connection.collection('quotes').updateMany({}, { $unset: unset('') });
  await connection.collection('_quotes_versions').updateMany({}, { $unset: unset('version.') });
  await connection.collection('editions').updateMany(
    {},
    {
      $unset: {
        'content.quotes.$[].verification.hash': '',
        'documents.quotes.$[].verification.hash': '',
        'documents.quotes.$[].verification.bound': '',
        'documents.quotes.$[].verification.disputedWords': '',
      },
    },
  );
}

it('seals the verdicts of a newsroom that has some already, and ends no approval by it', async () => {
  const { payload, users, rest } = newsroom;
  const { article, sections } = await writeArticle(newsroom);
  const make = async (text: string, status: string) => {
    const { id } = await payload.create({
      collection: 'quotes',
      data: { text, attribution: 'the mayor' },
      user: users.writer,
      draft: true,
    });
    await rest('PATCH', `/quotes/${id}`, {
      as: 'fact-checker',
      body: { verification: { status } },
    });
    return id;
  };
  const lit = await make('It is lit', 'verified');
  const other = await make('It is not lit', 'disputed');
  await payload.update({
    collection: 'sections',
    id: String(sections[1]?.id),
    data: { body: lexicalFromParagraphs(['“It is lit,” the mayor said.']), quotes: [lit] },
    user: users.writer,
    draft: true,
  });
  await publish(newsroom, article.id);
  await withoutSeals();

  const log: string[] = [];
  const context = { payload, log: (line: string) => void log.push(line) };
  await sealVerdicts.run(context);
  expect(log.length).toBeGreaterThan(0);
  const lines = log.length;
  await sealVerdicts.run(context);
  expect(log).toHaveLength(lines);

  const newest = (id: string) => payload.findByID({ collection: 'quotes', id, draft: true });
  expect((await newest(lit)).verification?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect((await newest(other)).verification?.disputedWords).toEqual(['It is not lit']);
  const { docs } = await payload.find({ collection: 'editions', depth: 0 });
  expect(docs[0]?.carried).toMatchObject({
    seals: { [lit]: (await newest(lit)).verification?.hash },
  });

  const saved = await rest('PATCH', `/articles/${article.id}`, {
    as: 'writer',
    body: { headline: article.headline },
  });
  expect(saved.body.doc.workflow.stage).toBe('approved');
  const same = await rest('PATCH', `/quotes/${lit}`, {
    as: 'writer',
    body: { text: 'It is lit.' },
  });
  expect(same.body.doc.verification.status).toBe('verified');
  const changed = await rest('PATCH', `/quotes/${lit}`, { as: 'writer', body: { language: 'de' } });
  expect(changed.body.doc.verification.status).toBe('unverified');
});

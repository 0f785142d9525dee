import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { restoreEdition } from '../../src/actions/workflow/restoreEdition';
import { deriveContributors } from '../../src/migrations/deriveContributors';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openNewsroom, publish, writeArticle, type Newsroom, type Role } from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
}, 120_000);
afterAll(() => newsroom.close());

const act = (as: Role, id: string, action: string, body: object = {}) =>
  newsroom.rest('POST', `/articles/${id}/actions/${action}`, { as, body });

const overview = async (id: string, as: Role = 'editor') =>
  (await newsroom.rest('GET', `/articles/${id}/actions`, { as })).body;

async function contributors(id: string): Promise<string[]> {
  return (await overview(id)).contributors.toSorted();
}

/** What approving what stands there now is answered. */
async function approve(as: Role, id: string) {
  const { contentHash } = await overview(id);
  const answer = await act(as, id, 'approve', { contentHash });
  return answer.status === 200 ? 200 : answer.body.errors[0].data.code;
}

/** An article in review that the writer wrote and submitted. */
async function inReview(headline: string) {
  const made = await writeArticle(newsroom, { headline });
  expect((await act('writer', made.article.id, 'submit')).status).toBe(200);
  return made;
}

const words = (text: string) => ({ body: lexicalFromParagraphs([text]) });

describe('the two attacks', () => {
  it('a publisher who rewrote a submitted article does not approve it', async () => {
    const { article, sections } = await inReview('Rewritten by the publisher');
    const rewritten = await newsroom.rest('PATCH', `/sections/${sections[1]?.id}`, {
      as: 'publisher',
      body: words('The harbour was never closed.'),
    });
    expect(rewritten.status).toBe(200);
    expect(await approve('publisher', article.id)).toBe('FOUR_EYES');
    expect(await contributors(article.id)).toEqual(['The publisher', 'The writer']);
    expect(await approve('editor', article.id)).toBe(200);
  });

  it('an editor does not approve the own article after somebody else pressed submit', async () => {
    const { body } = await newsroom.rest('POST', '/articles', {
      as: 'editor',
      body: { headline: 'My own article', standfirst: 'Written by the editor.' },
    });
    const id = body.doc.id;
    await newsroom.rest('POST', '/sections', {
      as: 'editor',
      body: { article: id, ...words('Every word is the editor’s.') },
    });
    expect((await act('publisher', id, 'submit')).status).toBe(200);
    expect(await approve('editor', id)).toBe('FOUR_EYES');
    // Pressing the button is no contribution.
    expect(await approve('publisher', id)).toBe(200);
  });
});

describe('a contribution is recorded', () => {
  const ways: [string, (id: string, section: string) => Promise<unknown>][] = [
    [
      'from a field over REST',
      (id) =>
        newsroom.rest('PATCH', `/articles/${id}`, { as: 'editor', body: { webHeadline: 'Lit' } }),
    ],
    [
      'from a bulk save',
      (id) =>
        newsroom.rest('PATCH', `/articles?where[id][equals]=${id}`, {
          as: 'editor',
          body: { dateline: 'PORT HALLOW' },
        }),
    ],
    [
      'from GraphQL',
      (id) =>
        newsroom.graphql(
          `mutation { updateArticle(id: "${id}", draft: true, data: { standfirst: "Rewritten." }) { id } }`,
          { as: 'editor' },
        ),
    ],
    [
      'from the Local API by a user',
      (id) =>
        newsroom.payload.update({
          collection: 'articles',
          id,
          data: { seoTitle: 'Lighthouse' },
          draft: true,
          user: newsroom.users.editor,
          overrideAccess: false,
        }),
    ],
    [
      'from an autosave of a section',
      (_id, section) =>
        newsroom.rest('PATCH', `/sections/${section}?draft=true&autosave=true`, {
          as: 'editor',
          body: words('Typed and never saved by hand.'),
        }),
    ],
    [
      'from a section over GraphQL',
      (_id, section) =>
        newsroom.graphql(
          `mutation { updateSection(id: "${section}", draft: true, data: { heading: "Another heading" }) { id } }`,
          { as: 'editor' },
        ),
    ],
    [
      'from a new section',
      (id) =>
        newsroom.rest('POST', '/sections', {
          as: 'editor',
          body: { article: id, ...words('A paragraph more.') },
        }),
    ],
    [
      'from the story page',
      async (id) => {
        const { body: story } = await newsroom.rest('GET', `/articles/${id}/story`, {
          as: 'editor',
        });
        return newsroom.rest('PUT', `/articles/${id}/story`, {
          as: 'editor',
          body: {
            headline: story.headline,
            standfirst: `${story.standfirst ?? ''} And more.`,
            revision: story.revision,
            sections: story.sections.map(({ id: section, revision, heading, body }: never) => ({
              id: section,
              revision,
              heading,
              body,
            })),
          },
        });
      },
    ],
  ];

  it.each(ways)('%s', async (_way, contribute) => {
    const { article, sections } = await inReview('Contributed to');
    const answer = (await contribute(article.id, sections[1]?.id ?? '')) as {
      status?: number;
      body?: { errors?: unknown };
    };
    if (answer.status !== undefined) expect(answer.status).toBeLessThan(300);
    expect(answer.body?.errors).toSatisfy((errors) => !errors || (errors as []).length === 0);
    expect(await contributors(article.id)).toEqual(['The editor', 'The writer']);
    expect(await approve('editor', article.id)).toBe('FOUR_EYES');
  });

  it('from the words of a quotation that the article has', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Quoted words' });
    const { body } = await newsroom.rest('POST', '/quotes', {
      as: 'writer',
      body: { text: 'We waited eleven years', attribution: 'the harbour master' },
    });
    await newsroom.rest('PATCH', `/sections/${sections[1]?.id}`, {
      as: 'writer',
      body: { quotes: [body.doc.id] },
    });
    await act('writer', article.id, 'submit');
    await newsroom.rest('PATCH', `/quotes/${body.doc.id}`, {
      as: 'editor',
      body: { verification: { status: 'verified' } },
    });
    // Verifying is a check, not a word.
    expect(await contributors(article.id)).toEqual(['The writer']);
    await newsroom.rest('PATCH', `/quotes/${body.doc.id}`, {
      as: 'editor',
      body: { attribution: 'the mayor' },
    });
    expect(await contributors(article.id)).toEqual(['The editor', 'The writer']);
  });

  it('from a person, a topic and an image that the article shows', async () => {
    const person = await newsroom.rest('POST', '/people', {
      as: 'writer',
      body: { name: 'Ada Fenwick' },
    });
    const { article } = await writeArticle(newsroom, {
      headline: 'By somebody else',
      bylines: [{ person: person.body.doc.id }],
    });
    await act('writer', article.id, 'submit');
    expect(await contributors(article.id)).toEqual(['The writer']);
    await newsroom.rest('PATCH', `/people/${person.body.doc.id}`, {
      as: 'editor',
      body: { name: 'Ida Fenwick' },
    });
    expect(await contributors(article.id)).toEqual(['The editor', 'The writer']);
    expect(await approve('editor', article.id)).toBe('FOUR_EYES');
    expect(await approve('publisher', article.id)).toBe(200);
  });

  it('of an old version that somebody else brings back, from both', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Brought back' });
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'editor',
      body: { standfirst: 'The words of the editor.' },
    });
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { standfirst: 'The words of the writer.' },
    });
    await act('writer', article.id, 'submit');
    expect(await approve('publisher', article.id)).toBe(200);
    expect(await contributors(article.id)).toEqual([]);
    const { docs } = await newsroom.payload.findVersions({
      collection: 'articles',
      where: {
        and: [
          { parent: { equals: article.id } },
          { 'version.standfirst': { equals: 'The words of the editor.' } },
        ],
      },
    });
    const restored = await newsroom.rest('POST', `/articles/versions/${docs[0]?.id}?draft=true`, {
      as: 'publisher',
    });
    expect(restored.status).toBe(200);
    expect(await contributors(article.id)).toEqual(['The editor', 'The publisher']);
  });

  it('of a duplicate, from who wrote the original and who copied it', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'To be copied' });
    const { body, status } = await newsroom.rest('POST', `/articles/${article.id}/duplicate`, {
      as: 'editor',
      body: {},
    });
    expect(status).toBeLessThan(300);
    expect(await contributors(body.doc.id)).toEqual(['The editor', 'The writer']);
  });

  it('of a section written apart and then listed', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Adopts a section' });
    const apart = await newsroom.rest('POST', '/sections', {
      as: 'editor',
      body: words('Written before it belonged anywhere.'),
    });
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { sections: [apart.body.doc.id] },
    });
    expect(await contributors(article.id)).toEqual(['The editor', 'The writer']);
  });

  it('of an edition that is restored, from who restores it', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Restored edition' });
    const { edition } = await publish(newsroom, article.id);
    await newsroom.rest('PATCH', `/sections/${sections[0]?.id}`, {
      as: 'writer',
      body: words('Another lead.'),
    });
    const { payload, users } = newsroom;
    await restoreEdition({
      payload,
      user: users.publisher,
      articleId: article.id,
      editionId: edition?.id ?? '',
    });
    expect(await contributors(article.id)).toEqual(['The publisher', 'The writer']);
  });

  it('and outlives the user', async () => {
    const { article } = await inReview('Written by somebody who left');
    const { payload } = newsroom;
    const leaver = await payload.create({
      collection: 'users',
      data: {
        email: 'leaver@newsroom.example',
        password: 'long enough 1',
        name: 'Lea Ver',
        roles: ['editor'],
      },
    });
    await payload.update({
      collection: 'articles',
      id: article.id,
      data: { standfirst: 'My last words here.' },
      draft: true,
      user: leaver,
      overrideAccess: false,
    });
    await payload.delete({ collection: 'users', id: leaver.id });
    expect(await contributors(article.id)).toEqual(['Lea Ver', 'The writer']);
  });
});

describe('no contribution is', () => {
  it('a check, an assignment, a note, a save that changes nothing', async () => {
    const { article, sections } = await inReview('Only handled');
    const { body: whole } = await newsroom.rest(
      'GET',
      `/articles/${article.id}?draft=true&depth=0`,
      {
        as: 'editor',
      },
    );
    const { body: section } = await newsroom.rest(
      'GET',
      `/sections/${sections[0]?.id}?draft=true&depth=0`,
      { as: 'editor' },
    );
    for (const [path, body] of [
      [`/articles/${article.id}`, { flags: { legal: 'complete' } }],
      [
        `/articles/${article.id}`,
        { assignedTo: [newsroom.users.writer.id], deadline: '2031-01-01' },
      ],
      [`/articles/${article.id}`, { embargoUntil: null, headline: whole.headline, bylines: [] }],
      [`/sections/${section.id}`, { heading: '', body: section.body, quotes: [] }],
    ] as const)
      expect((await newsroom.rest('PATCH', path, { as: 'editor', body })).status).toBe(200);
    expect(await contributors(article.id)).toEqual(['The writer']);
    expect(await approve('editor', article.id)).toBe(200);
  });
});

describe('the list of contributors', () => {
  it('is the server’s alone', async () => {
    const { article } = await inReview('Forged list');
    const forged = { workflow: { contributors: [] }, standfirst: 'By the publisher.' };
    await newsroom.rest('PATCH', `/articles/${article.id}`, { as: 'publisher', body: forged });
    expect(await contributors(article.id)).toEqual(['The publisher', 'The writer']);
    const created = await newsroom.rest('POST', '/articles', {
      as: 'writer',
      body: {
        headline: 'Born with a list',
        workflow: { contributors: [{ user: 'x', name: 'X' }] },
      },
    });
    expect(await contributors(created.body.doc.id)).toEqual(['The writer']);
    expect((await newsroom.rest('GET', `/articles/${article.id}?draft=true`)).text).not.toContain(
      'contributors',
    );
  });

  it('begins anew with an edition, and bars nobody where four eyes are off', async () => {
    const { article } = await inReview('Second round');
    expect(await approve('editor', article.id)).toBe(200);
    expect(await contributors(article.id)).toEqual([]);
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'editor',
      body: { standfirst: 'A correction by the editor.' },
    });
    await act('editor', article.id, 'submit');
    expect(await approve('editor', article.id)).toBe('FOUR_EYES');
    const fourEyes = (is: boolean) =>
      newsroom.rest('POST', '/globals/settings', { as: 'admin', body: { fourEyes: is } });
    await fourEyes(false);
    expect(await approve('editor', article.id)).toBe(200);
    await fourEyes(true);
  });

  it('does not stop an admin who gives a reason, and the history says so', async () => {
    const { article } = await inReview('Overridden');
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'admin',
      body: { standfirst: 'By the admin.' },
    });
    const { contentHash } = await overview(article.id);
    expect(await approve('admin', article.id)).toBe('FOUR_EYES');
    expect((await act('admin', article.id, 'override', { contentHash })).status).toBe(422);
    const reason = 'Nobody else is in on this holiday.';
    expect((await act('admin', article.id, 'override', { contentHash, reason })).status).toBe(200);
    const { docs } = await newsroom.payload.find({
      collection: 'audit-entries',
      where: { and: [{ article: { equals: article.id } }, { action: { equals: 'override' } }] },
    });
    expect(docs).toMatchObject([{ actorName: 'The admin', reason }]);
  });

  const forget = () =>
    newsroom.payload.db.connection
      .collection('_articles_versions')
      .updateMany({}, { $unset: { 'version.workflow.contributors': '' } });

  it('of articles from before is who submitted them', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'From before' });
    await forget();
    await act('editor', article.id, 'submit');
    expect(await approve('editor', article.id)).toBe('FOUR_EYES');
    expect(await approve('publisher', article.id)).toBe(200);
  });

  it('is derived from the versions for articles from before', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'With versions' });
    const { article: unsigned } = await writeArticle(newsroom, { headline: 'Saved by nobody' });
    await publish(newsroom, article.id);
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'admin',
      body: { flags: { legal: 'required' } },
    });
    await newsroom.rest('PATCH', `/sections/${sections[0]?.id}`, {
      as: 'editor',
      body: words('A lead by the editor.'),
    });
    await act('editor', unsigned.id, 'submit');
    await forget();
    const versions = newsroom.payload.db.connection.collection('_articles_versions');
    const { ObjectId } = newsroom.payload.db.connection.base.Types;
    const ofUnsigned = { parent: new ObjectId(unsigned.id) };
    await versions.updateMany(ofUnsigned, { $unset: { 'version.savedBy': '' } });
    await newsroom.payload.db.connection
      .collection('_sections_versions')
      .updateMany({ 'version.article': ofUnsigned.parent }, { $unset: { 'version.savedBy': '' } });

    const lines: string[] = [];
    await deriveContributors.run({ payload: newsroom.payload, log: (line) => lines.push(line) });
    expect(lines.at(-1)).toMatch(/^Contributors: (\d+) of \1 articles$/);
    expect(await contributors(article.id)).toEqual(['The editor']);
    expect(await contributors(unsigned.id)).toEqual(['The editor']);
    expect(
      await versions.countDocuments({
        latest: true,
        'version.workflow.contributors': { $exists: false },
      }),
    ).toBe(0);
  });
});

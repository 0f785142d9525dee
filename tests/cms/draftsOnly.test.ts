import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { lexicalText } from '../../src/domain/richText/lexicalText';
import {
  openNewsroom,
  publish,
  writeArticle,
  type MadeArticle,
  type Newsroom,
} from '../support/newsroom';

let newsroom: Newsroom;
let live: MadeArticle;

/** What anybody sees over REST, GraphQL and the stored documents themselves. */
async function publicView() {
  const { id } = live.article;
  const rest = await newsroom.rest('GET', `/articles/${id}?depth=2`);
  const graphql = await newsroom.graphql(
    `{ Article(id: "${id}") { headline standfirst sections { id heading } } }`,
  );
  const stored = await newsroom.payload.db.connection
    .collection('articles')
    .findOne({ slug: live.article.slug });
  return {
    status: rest.status,
    headline: rest.body.headline,
    sections: rest.body.sections?.map((section: { body: never }) => lexicalText(section.body)),
    graphql: graphql.body.data,
    storedStatus: stored?._status,
    storedHeadline: stored?.headline,
  };
}

async function newestHeadline(): Promise<string> {
  const { body } = await newsroom.rest('GET', `/articles/${live.article.id}?draft=true`, {
    as: 'editor',
  });
  return body.headline;
}

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

beforeEach(async () => {
  live = await writeArticle(newsroom);
  await publish(newsroom, live.article.id);
});

describe('the gate', () => {
  it('door 1: a PATCH without draft and without status on a live article makes a draft', async () => {
    const before = await publicView();
    const patch = await newsroom.rest('PATCH', `/articles/${live.article.id}`, {
      as: 'writer',
      body: { headline: 'Changed in passing' },
    });
    expect(patch.status).toBe(200);
    expect(await publicView()).toEqual(before);
    expect(before.status).toBe(200);
    expect(await newestHeadline()).toBe('Changed in passing');
  });

  it('door 1: a save of the admin’s whole form, empty trash field included, makes a draft', async () => {
    const before = await publicView();
    const { body: form } = await newsroom.rest('GET', `/articles/${live.article.id}?draft=true`, {
      as: 'writer',
    });
    for (const query of [
      '',
      '?draft=true&autosave=true',
      '?trash=true',
      '?draft=true&trash=true',
    ]) {
      const save = await newsroom.rest('PATCH', `/articles/${live.article.id}${query}`, {
        as: 'writer',
        body: {
          ...form,
          _status: 'draft',
          revision: undefined,
          headline: `Whole form ${query}`,
          deletedAt: null,
        },
      });
      expect(save.status, save.text).toBe(200);
      expect(await publicView()).toEqual(before);
    }
    const bulk = await newsroom.rest(
      'PATCH',
      `/articles?trash=true&where[id][equals]=${live.article.id}`,
      { as: 'admin', body: { headline: 'Bulk out of the trash', deletedAt: null } },
    );
    expect(bulk.body.docs).toEqual([]);
    expect(await publicView()).toEqual(before);
    const [section] = live.sections;
    await newsroom.rest('PATCH', `/sections/${section?.id}?trash=true`, {
      as: 'writer',
      body: { heading: 'Not approved', deletedAt: null },
    });
    expect(await publicView()).toEqual(before);
  });

  it('has a second lock: the database refuses to change what is published, or to publish', async () => {
    const before = await publicView();
    const { db } = newsroom.payload;
    for (const [collection, id, data] of [
      ['articles', live.article.id, { headline: 'Past every hook' }],
      ['sections', String(live.sections[0]?.id), { heading: 'Past every hook' }],
    ] as const) {
      await expect(db.updateOne({ collection, id, data: { ...data } })).rejects.toMatchObject({
        code: 'ACTION_REQUIRED',
      });
    }
    const draft = await writeArticle(newsroom, { headline: 'Never out' });
    await expect(
      db.updateOne({
        collection: 'articles',
        id: draft.article.id,
        data: { _status: 'published' },
      }),
    ).rejects.toMatchObject({ code: 'ACTION_REQUIRED' });
    expect(await publicView()).toEqual(before);
  });

  it('door 2: draft=true together with published is refused', async () => {
    const before = await publicView();
    const patch = await newsroom.rest('PATCH', `/articles/${live.article.id}?draft=true`, {
      as: 'admin',
      body: { headline: 'Slipped out', _status: 'published' },
    });
    expect(patch.status).toBe(403);
    expect(patch.body.errors[0].data.code).toBe('ACTION_REQUIRED');
    expect(patch.body.errors[0].message).toMatch(/actions/);
    expect(await publicView()).toEqual(before);
    expect(await newestHeadline()).toBe(live.article.headline);
  });

  it('door 3: a bulk PATCH starts from the newest draft and buries nothing', async () => {
    const before = await publicView();
    await newsroom.rest('PATCH', `/articles/${live.article.id}`, {
      as: 'editor',
      body: { headline: 'The newer draft' },
    });
    const bulk = await newsroom.rest('PATCH', `/articles?where[id][equals]=${live.article.id}`, {
      as: 'editor',
      body: { dateline: 'PORT HALLOW' },
    });
    expect(bulk.status).toBe(200);
    expect(bulk.body.docs).toHaveLength(1);
    expect(await newestHeadline()).toBe('The newer draft');
    expect(await publicView()).toEqual(before);
    const newest = await newsroom.rest('GET', `/articles/${live.article.id}?draft=true`, {
      as: 'editor',
    });
    expect(newest.body.dateline).toBe('PORT HALLOW');
    expect(newest.body.workflow.publicationState).toBe('live');
  });

  it('door 3: a bulk PATCH that publishes is refused whole', async () => {
    const draft = await writeArticle(newsroom, { headline: 'Never approved' });
    const bulk = await newsroom.rest('PATCH', `/articles?where[id][equals]=${draft.article.id}`, {
      as: 'admin',
      body: { _status: 'published' },
    });
    expect(bulk.status).toBe(403);
    expect((await newsroom.rest('GET', `/articles/${draft.article.id}`)).status).toBe(404);
  });

  it.each(['unpublishAllLocales=true', 'unpublishAllLocales=true&draft=true'])(
    'door 4: %s is refused and leaves the article live',
    async (query) => {
      const before = await publicView();
      for (const body of [{ _status: 'published' }, { _status: 'draft' }, {}]) {
        const patch = await newsroom.rest('PATCH', `/articles/${live.article.id}?${query}`, {
          as: 'admin',
          body,
        });
        expect(patch.status).toBe(403);
      }
      expect(await publicView()).toEqual(before);
    },
  );

  it('door 4: publishAllLocales and publishSpecificLocale publish nothing', async () => {
    const draft = await writeArticle(newsroom, { headline: 'Still a draft' });
    for (const query of ['publishAllLocales=true', 'publishSpecificLocale=en', 'draft=false']) {
      await newsroom.rest('PATCH', `/articles/${draft.article.id}?${query}`, {
        as: 'admin',
        body: { headline: `Not out by ${query}` },
      });
      expect((await newsroom.rest('GET', `/articles/${draft.article.id}`)).status).toBe(404);
    }
  });

  it('door 5: going through the trash cannot publish, and a live article cannot be trashed', async () => {
    const draft = await writeArticle(newsroom, { headline: 'Through the bin' });
    const now = new Date().toISOString();
    const sneak = await newsroom.rest('PATCH', `/articles/${draft.article.id}`, {
      as: 'admin',
      body: { _status: 'published', deletedAt: now },
    });
    expect(sneak.status).toBe(403);

    const trash = await newsroom.rest('PATCH', `/articles/${draft.article.id}`, {
      as: 'editor',
      body: { deletedAt: now },
    });
    expect(trash.status).toBe(200);
    const back = await newsroom.rest('PATCH', `/articles/${draft.article.id}?trash=true`, {
      as: 'editor',
      body: { deletedAt: null },
    });
    expect(back.status).toBe(200);
    expect((await newsroom.rest('GET', `/articles/${draft.article.id}`)).status).toBe(404);
    const restored = await newsroom.rest('GET', `/articles/${draft.article.id}?draft=true`, {
      as: 'editor',
    });
    expect(restored.body).toMatchObject({ headline: 'Through the bin', _status: 'draft' });

    const before = await publicView();
    const trashLive = await newsroom.rest('PATCH', `/articles/${live.article.id}`, {
      as: 'admin',
      body: { deletedAt: now },
    });
    expect(trashLive.status).toBe(409);
    expect(trashLive.body.errors[0].data.code).toBe('IS_PUBLISHED');
    const deleted = await newsroom.rest('DELETE', `/articles/${live.article.id}`, { as: 'admin' });
    expect(deleted.status).toBe(409);
    expect(await publicView()).toEqual(before);
  });

  it('door 5: a bulk un-trash brings back the newest draft', async () => {
    const draft = await writeArticle(newsroom, { headline: 'First words' });
    const where = `where[id][equals]=${draft.article.id}`;
    await newsroom.rest('PATCH', `/articles/${draft.article.id}`, {
      as: 'editor',
      body: { headline: 'Second words' },
    });
    const trash = await newsroom.rest('PATCH', `/articles?${where}`, {
      as: 'editor',
      body: { deletedAt: new Date().toISOString() },
    });
    expect(trash.body.errors).toEqual([]);
    const back = await newsroom.rest('PATCH', `/articles?${where}&trash=true`, {
      as: 'editor',
      body: { deletedAt: null },
    });
    expect(back.body.errors).toEqual([]);
    const restored = await newsroom.rest('GET', `/articles/${draft.article.id}?draft=true`, {
      as: 'editor',
    });
    expect(restored.body.headline).toBe('Second words');
  });

  it('door 6: an old version is restored as a draft only, without its old workflow fields', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Version one' });
    const { docs } = await newsroom.payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: article.id } },
    });
    const versionId = docs[0]?.id;
    await publish(newsroom, article.id);
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'editor',
      body: { headline: 'Version two' },
    });
    const { docs: now } = await newsroom.payload.findVersions({
      collection: 'articles',
      where: {
        and: [
          { parent: { equals: article.id } },
          { 'version.headline': { equals: 'Version one' } },
        ],
      },
    });
    expect(now.map(({ id }) => id)).toContain(versionId);

    const live = await newsroom.rest('POST', `/articles/versions/${versionId}`, { as: 'admin' });
    expect(live.status).toBe(403);
    expect(live.body.errors[0].data.code).toBe('ACTION_REQUIRED');
    await expect(
      newsroom.payload.restoreVersion({ collection: 'articles', id: String(versionId) }),
    ).rejects.toThrow(/draft/);

    const draft = await newsroom.rest('POST', `/articles/versions/${versionId}?draft=true`, {
      as: 'editor',
    });
    expect(draft.status).toBe(200);
    const newest = await newsroom.rest('GET', `/articles/${article.id}?draft=true`, {
      as: 'editor',
    });
    expect(newest.body).toMatchObject({
      headline: 'Version one',
      _status: 'draft',
      workflow: { publicationState: 'live' },
    });
    expect((await newsroom.rest('GET', `/articles/${article.id}`)).body.headline).toBe(
      'Version one',
    );
  });

  it('door 7: a duplicate of a live article is a draft with sections of its own', async () => {
    const copy = await newsroom.rest('POST', `/articles/${live.article.id}/duplicate?draft=false`, {
      as: 'editor',
      body: {},
    });
    expect(copy.status).toBe(200);
    const { doc } = copy.body;
    expect((await newsroom.rest('GET', `/articles/${doc.id}`)).status).toBe(404);
    expect(doc.workflow).toMatchObject({ stage: 'draft', publicationState: 'unpublished' });
    expect(doc.workflow.liveEdition ?? null).toBeNull();
    expect(doc.slug).not.toBe(live.article.slug);
    expect(doc.sections).toHaveLength(2);
    const own = live.sections.map(({ id }) => id);
    expect(doc.sections.filter((id: string) => own.includes(id))).toEqual([]);
  });

  it('door 7: nothing is born live', async () => {
    for (const query of ['', '?draft=true', '?draft=false', '?publishAllLocales=true']) {
      const born = await newsroom.rest('POST', `/articles${query}`, {
        as: 'admin',
        body: { headline: 'Born live', _status: 'published' },
      });
      expect(born.status).toBe(403);
      const quiet = await newsroom.rest('POST', `/articles${query}`, {
        as: 'admin',
        body: { headline: `Born quietly ${query}` },
      });
      expect(quiet.status).toBe(201);
      expect((await newsroom.rest('GET', `/articles/${quiet.body.doc.id}`)).status).toBe(404);
    }
  });

  it('door 8: GraphQL mutations go through the same gate', async () => {
    const before = await publicView();
    const publish = await newsroom.graphql(
      `mutation { updateArticle(id: "${live.article.id}", data: { headline: "By GraphQL", _status: published }) { id } }`,
      { as: 'admin' },
    );
    expect(publish.body.errors[0].extensions.statusCode).toBe(403);
    const save = await newsroom.graphql(
      `mutation { updateArticle(id: "${live.article.id}", data: { headline: "By GraphQL" }) { id _status } }`,
      { as: 'admin' },
    );
    expect(save.body.errors).toBeUndefined();
    expect(save.body.data.updateArticle._status).toBe('draft');
    expect(await publicView()).toEqual(before);
    expect(await newestHeadline()).toBe('By GraphQL');
    const create = await newsroom.graphql(
      'mutation { createArticle(data: { headline: "Born by GraphQL", kind: news, _status: published }) { id } }',
      { as: 'admin' },
    );
    expect(create.body.errors[0].message).toMatch(/Saving makes a draft/);
  });

  it('door 8: a save made on an older text is refused with both texts', async () => {
    const { body: opened } = await newsroom.rest('GET', `/articles/${live.article.id}?draft=true`, {
      as: 'editor',
    });
    await newsroom.rest('PATCH', `/articles/${live.article.id}`, {
      as: 'writer',
      body: { headline: 'Saved first', revision: opened.revision },
    });
    const stale = await newsroom.rest(
      'PATCH',
      `/articles/${live.article.id}?autosave=true&draft=true`,
      {
        as: 'editor',
        body: { headline: 'Saved second', revision: opened.revision },
      },
    );
    expect(stale.status).toBe(409);
    expect(stale.body.errors[0].data).toMatchObject({
      code: 'STALE_SAVE',
      yours: { headline: 'Saved second' },
      newest: { headline: 'Saved first' },
    });
    expect(await newestHeadline()).toBe('Saved first');
  });

  it('door 9: the right to write never depends on a query', async () => {
    for (const slug of ['articles', 'sections', 'quotes'] as const) {
      const { access } = newsroom.payload.collections[slug].config;
      for (const user of [null, ...Object.values(newsroom.users)]) {
        const answer = await access.update({ req: { user } as never });
        expect(typeof answer, `${slug}.update`).toBe('boolean');
      }
    }
  });

  it('door 10: scheduled publishing of Payload is not offered', async () => {
    const { collections } = newsroom.payload;
    for (const slug of ['articles', 'sections', 'quotes'] as const) {
      const drafts = collections[slug].config.versions?.drafts;
      expect(drafts).toBeTruthy();
      expect(drafts && drafts.schedulePublish).toBeFalsy();
    }
    const queue = await newsroom.graphql('mutation { schedulePublish(type: publish) }', {
      as: 'admin',
    });
    expect(queue.body.errors).toBeDefined();
  });

  it('door 11: nobody reaches the job endpoints', async () => {
    for (const as of [undefined, 'writer', 'admin'] as const) {
      const run = await newsroom.rest('GET', '/payload-jobs/run', as ? { as } : {});
      expect([401, 403, 404]).toContain(run.status);
      const list = await newsroom.rest('GET', '/payload-jobs', as ? { as } : {});
      expect([401, 403, 404]).toContain(list.status);
    }
  });

  it('door 13: in a bulk save one document’s failure neither commits nor harms the others', async () => {
    const good = await writeArticle(newsroom, { headline: 'Bulk good' });
    const bad = await writeArticle(newsroom, { headline: 'Bulk bad' });
    const bulk = await newsroom.rest(
      'PATCH',
      `/articles?where[id][in]=${good.article.id},${bad.article.id}`,
      { as: 'editor', body: { sections: good.sections.map(({ id }) => id), dateline: 'BULK' } },
    );
    expect(bulk.body.docs.map(({ id }: { id: string }) => id)).toEqual([good.article.id]);
    expect(bulk.body.errors.map(({ id }: { id: string }) => id)).toEqual([bad.article.id]);
    const untouched = await newsroom.rest('GET', `/articles/${bad.article.id}?draft=true`, {
      as: 'editor',
    });
    expect(untouched.body.dateline ?? null).toBeNull();
    expect(untouched.body.sections).toEqual(bad.sections.map(({ id }) => id));
  });

  it('strips workflow fields that a client writes, also for the Local API', async () => {
    const forged = {
      stage: 'approved',
      publicationState: 'live',
      firstPublishedAt: '2001-01-01T00:00:00.000Z',
    } as const;
    const { article } = await writeArticle(newsroom, { headline: 'Forged' });
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'admin',
      body: { workflow: forged },
    });
    await newsroom.payload.update({
      collection: 'articles',
      id: article.id,
      data: { workflow: forged },
    });
    const { body } = await newsroom.rest('GET', `/articles/${article.id}?draft=true`, {
      as: 'editor',
    });
    expect(body.workflow).toMatchObject({ stage: 'draft', publicationState: 'unpublished' });
    expect(body.workflow.firstPublishedAt ?? null).toBeNull();
  });

  it('holds for the Local API without an action’s mark', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Local' });
    await expect(
      newsroom.payload.update({
        collection: 'articles',
        id: article.id,
        data: { _status: 'published' },
      }),
    ).rejects.toThrow(/Saving makes a draft/);
    await newsroom.payload.update({
      collection: 'articles',
      id: article.id,
      data: { headline: 'Local save' },
      context: { action: 'publish', 'standfirst.action': 'publish' },
    });
    expect((await newsroom.rest('GET', `/articles/${article.id}`)).status).toBe(404);
  });

  it.each(['sections', 'quotes'] as const)('closes the same doors on %s', async (collection) => {
    const id =
      collection === 'sections'
        ? live.sections[0]?.id
        : (
            await newsroom.payload.create({
              collection: 'quotes',
              data: { text: 'We waited long enough' },
              draft: true,
            })
          ).id;
    const data =
      collection === 'sections'
        ? { body: lexicalFromParagraphs(['Text that nobody approved.']) }
        : { text: 'Words that nobody said' };
    const before = await newsroom.rest('GET', `/${collection}/${id}`);
    for (const query of ['', '?draft=true', '?draft=false', '?publishAllLocales=true']) {
      const sneak = await newsroom.rest('PATCH', `/${collection}/${id}${query}`, {
        as: 'admin',
        body: { ...data, _status: 'published' },
      });
      expect(sneak.status).toBe(403);
      const save = await newsroom.rest('PATCH', `/${collection}/${id}${query}`, {
        as: 'admin',
        body: data,
      });
      expect(save.status).toBe(200);
    }
    const bulk = await newsroom.rest('PATCH', `/${collection}?where[id][equals]=${id}`, {
      as: 'admin',
      body: data,
    });
    expect(bulk.status).toBe(403);
    expect(await newsroom.rest('GET', `/${collection}/${id}`)).toMatchObject({
      status: before.status,
      text: before.text,
    });
  });
});

describe('records', () => {
  it.each(['editions', 'audit-entries', 'events'] as const)(
    '%s can be written, changed or deleted by nobody',
    async (collection) => {
      const { docs } = await newsroom.payload.find({ collection, limit: 1, depth: 0 });
      const id = String(docs[0]?.id);
      expect(docs).toHaveLength(1);
      for (const as of ['writer', 'admin'] as const) {
        for (const [method, address] of [
          ['POST', `/${collection}`],
          ['PATCH', `/${collection}/${id}`],
          ['DELETE', `/${collection}/${id}`],
          ['PATCH', `/${collection}?where[id][equals]=${id}`],
          ['DELETE', `/${collection}?where[id][equals]=${id}`],
          ['POST', `/${collection}/${id}/duplicate`],
        ] as const) {
          const { status } = await newsroom.rest(method, address, { as, body: {} });
          expect([400, 403, 404], `${method} ${address} as ${as}`).toContain(status);
        }
      }
      await expect(newsroom.payload.update({ collection, id, data: {} })).rejects.toThrow(
        /cannot be changed/,
      );
      await expect(newsroom.payload.delete({ collection, id })).rejects.toThrow(
        /cannot be changed/,
      );
      expect((await newsroom.rest('GET', `/${collection}/${id}`)).status).toBe(403);
      expect((await newsroom.rest('GET', `/${collection}/${id}`, { as: 'writer' })).status).toBe(
        200,
      );
    },
  );
});

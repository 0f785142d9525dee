import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { performAction } from '../../src/actions/workflow/performAction';
import { reached, serveDelivery, type ServedDelivery } from '../delivery/support/serveDelivery';
import { openNewsroom, publish, release, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
let node: ServedDelivery;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  node = await serveDelivery({ connection: newsroom.payload.db.connection });
});
afterAll(async () => {
  await node.close();
  await newsroom.close();
});

async function topic(name: string, parent: string | null = null): Promise<string> {
  const { body } = await newsroom.rest('POST', '/topics', { as: 'editor', body: { name, parent } });
  return body.doc.id as string;
}

/** An article on these topics, live; and what withdraws it. */
async function liveOn(headline: string, topics: string[]): Promise<() => Promise<void>> {
  const { article } = await writeArticle(newsroom, { headline, topics });
  const { sequence } = await publish(newsroom, article.id);
  await reached(node, sequence);
  return async () => {
    const done = await performAction({
      payload: newsroom.payload,
      user: newsroom.users.publisher,
      articleId: article.id,
      now: new Date(),
      action: 'withdraw',
      input: { reason: 'Wrong.', notice: 'It was withdrawn.' },
    });
    await reached(node, done.sequence);
  };
}

const statusOf = async (id: string) => (await newsroom.rest('GET', `/topics/${id}`)).status;

describe('a topic under another one', () => {
  it('names the wider topic to readers while they have that, in the delivery API too', async () => {
    const wide = await topic('Water');
    const narrow = await topic('Rivers', wide);
    const withdraw = await liveOn('Rivers rise', [narrow]);
    await release(newsroom, 'topics', narrow);
    const parents = async () => [
      (await newsroom.rest('GET', `/topics/${narrow}?depth=0`)).body.parent ?? null,
      (await node.get(`/v1/topics/${narrow}`)).body.parentId,
      (await node.get('/v1/topics')).body.items[0].parentId,
    ];
    // Nobody has released anything of the wider one.
    expect(await parents()).toEqual([null, null, null]);
    await release(newsroom, 'topics', wide);
    await expect.poll(parents).toEqual([wide, wide, wide]);
    expect(await statusOf(wide)).toBe(200);
    await withdraw();
  });

  it('keeps the wider one visible, and takes it along when it goes', async () => {
    const wide = await topic('Land');
    const narrow = await topic('Fields', wide);
    const withdrawBoth = await liveOn('Land and fields', [wide, narrow]);
    await release(newsroom, 'topics', narrow);
    const withdrawNarrow = await liveOn('Fields alone', [narrow]);
    await withdrawBoth();
    expect([await statusOf(narrow), await statusOf(wide)]).toEqual([200, 200]);
    await withdrawNarrow();
    expect([await statusOf(narrow), await statusOf(wide)]).toEqual([404, 404]);
  });

  it('is found below a wider one that readers have, over GraphQL and by a filter', async () => {
    const { graphql, rest } = newsroom;
    const wide = await topic('Sky');
    const narrow = await topic('Clouds', wide);
    const withdraw = await liveOn('Sky and clouds', [wide, narrow]);
    await release(newsroom, 'topics', narrow);
    const { body } = await graphql(`{ Topic(id: "${wide}") { children { docs { id name } } } }`);
    expect(body.errors).toBeUndefined();
    expect(body.data.Topic.children.docs).toEqual([{ id: narrow, name: 'Clouds' }]);
    const found = await rest('GET', `/topics?where[parent][equals]=${wide}`);
    expect(found.body.docs).toMatchObject([{ id: narrow }]);
    const hidden = await topic('Nobody’s');
    const asked = await rest('GET', `/topics?where[parent][equals]=${hidden}`);
    const guessed = await rest('GET', `/topics?where[parent][equals]=${'a'.repeat(24)}`);
    expect([asked.status, asked.text]).toEqual([400, guessed.text]);
    await withdraw();
  });
});

describe('the changes', () => {
  it('tell no address of a record that readers no longer have', async () => {
    const { rest } = newsroom;
    const id = await topic('Fire');
    const withdraw = await liveOn('Fire', [id]);
    await rest('PATCH', `/topics/${id}`, { as: 'editor', body: { description: 'Flames.' } });
    await release(newsroom, 'topics', id);
    const slugs = async () => {
      const { body } = await node.get('/v1/changes?limit=100');
      const { items } = body as { items: { record: { id: string; slug: string | null } | null }[] };
      return items.flatMap(({ record }) => (record?.id === id ? [record.slug] : []));
    };
    await expect.poll(slugs).toEqual(['fire']);
    await withdraw();
    await rest('PATCH', `/topics/${id}`, { as: 'editor', body: { slug: 'an-investigation' } });
    await release(newsroom, 'topics', id);
    expect(await slugs()).toEqual([null]);
  });
});

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { performAction } from '../../../src/actions/workflow/performAction';
import { openNewsroom, writeArticle, type Answer, type Newsroom } from '../../support/newsroom';

/** Enough to meet within the moment between a bulk save's reading and its writing. */
const ROUNDS = 5;
const SEVERAL = 6;

let newsroom: Newsroom;
let ids: string[];

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  ids = [];
  for (let index = 0; index < SEVERAL; index += 1) {
    ids.push((await writeArticle(newsroom, { headline: `In bulk ${index}` })).article.id);
  }
});
afterAll(() => newsroom.close());

const saveAll = (standfirst: string) =>
  newsroom.rest('PATCH', `/articles?where[id][in]=${ids.join(',')}&sort=id`, {
    as: 'writer',
    body: { standfirst },
  });

const newest = async (id: string) =>
  (await newsroom.rest('GET', `/articles/${id}?draft=true`, { as: 'admin' })).body;

describe('a save of several articles at once', () => {
  it('never undoes what somebody saved in the meantime', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [, ...single] = await Promise.all([
        saveAll(`All of round ${round}`),
        ...ids.map((id) =>
          newsroom.rest('PATCH', `/articles/${id}`, {
            as: 'writer',
            body: { headline: `Round ${round}` },
          }),
        ),
      ]);
      const told: Answer[] = single;
      for (const [index, { status }] of told.entries()) {
        if (status !== 200) continue;
        expect((await newest(String(ids[index]))).headline).toBe(`Round ${round}`);
      }
    }
  });

  it('never takes an article back to where it stood before an action', async () => {
    const { payload, users, rest } = newsroom;
    for (let round = 0; round < ROUNDS; round += 1) {
      const call = (articleId: string) => ({ payload, articleId, now: new Date() });
      await saveAll(`Read in round ${round}`);
      const hashes = new Map<string, string>();
      for (const id of ids) {
        await performAction({ ...call(id), user: users.writer, action: 'submit', input: {} });
        const { body } = await rest('GET', `/articles/${id}/actions`, { as: 'editor' });
        hashes.set(id, body.contentHash);
      }
      // The same words again: content that does not change ends no approval.
      const [, ...approvals] = await Promise.all([
        saveAll(`Read in round ${round}`),
        ...ids.map((id) =>
          performAction({
            ...call(id),
            user: users.editor,
            action: 'approve',
            input: { contentHash: String(hashes.get(id)) },
          }),
        ),
      ]);
      for (const { articleId, edition } of approvals) {
        expect((await newest(articleId)).workflow).toMatchObject({
          stage: 'approved',
          approvedEdition: edition?.id,
        });
      }
    }
  });
});

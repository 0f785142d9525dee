import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openNewsroom, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

describe('people and topics that a story names', () => {
  it('are listed as an ordinary save of the writer, and taken back', async () => {
    const { rest, payload } = newsroom;
    const ada = await payload.create({ collection: 'people', data: { name: 'Ada Quill' } });
    const topic = await payload.create({ collection: 'topics', data: { name: 'Lamplight' } });
    const { article, sections } = await writeArticle(newsroom);
    const [first, second] = sections.map(({ id }) => id);
    for (const [id, text] of [
      [first, 'Ada Quill lit the lamp. Lamplight fell on the quay.'],
      [second, '“It was dark,” Bernard Stone said.'],
    ]) {
      const body = lexicalFromParagraphs([String(text)]);
      const saved = await rest('PATCH', `/sections/${id}`, { as: 'writer', body: { body } });
      expect(saved.status, saved.text).toBe(200);
    }
    const address = `/articles/${article.id}/story/mentions`;
    const { body: offered } = await rest('GET', address, { as: 'writer' });
    expect(offered.people).toEqual([
      { id: ada.id, name: 'Ada Quill', wikidataId: null, sections: [first] },
      { id: null, name: 'Bernard Stone', wikidataId: null, sections: [second] },
    ]);
    expect(offered.topics).toEqual([{ id: topic.id, name: 'Lamplight' }]);

    const post = (body: object, as: 'writer' | 'fact-checker' = 'writer', path = address) =>
      rest('POST', path, { as, body });
    const peopleOf = async (id?: string) =>
      (await payload.findByID({ collection: 'sections', id: String(id), draft: true, depth: 0 }))
        .people ?? [];
    expect((await post({ person: ada.id })).body).toEqual({ person: ada.id, sections: [first] });
    expect(await peopleOf(first)).toEqual([ada.id]);
    const made = await post({ newPerson: 'Bernard Stone' });
    expect(made.status, made.text).toBe(200);
    expect(await peopleOf(second)).toEqual([made.body.person]);
    expect((await post({ topic: topic.id })).body).toEqual({ topic: topic.id });
    const { body: rest1 } = await rest('GET', address, { as: 'writer' });
    expect(rest1).toEqual({ people: [], topics: [] });

    for (const listed of [{ person: ada.id, sections: [first] }, { topic: topic.id }]) {
      const undone = await post(listed, 'writer', `${address}/undo`);
      expect(undone.status, undone.text).toBe(204);
    }
    expect(await peopleOf(first)).toEqual([]);
    const { body: again } = await rest('GET', address, { as: 'writer' });
    expect(again.people).toEqual([offered.people[0]]);
    expect(again.topics).toEqual(offered.topics);

    // What the text does not name, and what is no mention at all, is refused whole.
    for (const [body, status] of [
      [{ newPerson: 'Nobody Here' }, 409],
      [{ person: topic.id }, 409],
      [{ person: 'x' }, 400],
      [{ topic: article.id }, 404],
      [{}, 400],
      [{ person: ada.id, topic: topic.id }, 400],
    ] as const) {
      const refused = await post(body);
      expect(refused.status, `${JSON.stringify(body)}: ${refused.text}`).toBe(status);
    }
    const people = await payload.find({
      collection: 'people',
      where: { name: { like: 'Nobody' } },
    });
    expect(people.totalDocs).toBe(0);
    expect((await post({ person: ada.id }, 'fact-checker')).status).toBe(403);
    const missing = `/articles/${'0'.repeat(24)}/story/mentions`;
    expect((await rest('GET', missing, { as: 'writer' })).status).toBe(404);
    expect((await post({ topic: topic.id }, 'writer', missing)).status).toBe(404);
    expect((await rest('GET', address)).status).toBe(401);
  });
});

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openNewsroom, writeArticle, type Newsroom } from '../support/newsroom';

const ROUNDS = 12;

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

describe('saves of one story at the same moment', () => {
  it('of the article, a section that it takes up and others in it, are all done', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Many hands' });
    const ids = sections.map(({ id }) => id);
    const refused: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { body: made } = await newsroom.rest('POST', '/sections?draft=true&depth=0', {
        as: 'writer',
        body: {},
      });
      ids.push(made.doc.id);
      const save = (path: string, body: object, as: 'writer' | 'editor' = 'writer') =>
        newsroom.rest('PATCH', `${path}?draft=true&autosave=true&depth=0`, { as, body });
      const words = { body: lexicalFromParagraphs([`Words of round ${round}.`]) };
      const answers = await Promise.all([
        save(`/articles/${article.id}`, { sections: ids }),
        save(`/sections/${made.doc.id}`, words),
        save(`/sections/${ids[0]}`, words, 'editor'),
        newsroom.graphql(
          `mutation { updateSection(id: "${ids[1]}", draft: true, data: { heading: "Round ${round}" }) { id } }`,
          { as: 'editor' },
        ),
      ]);
      for (const { status, text } of answers) {
        if (status !== 200 || text.includes('"errors"')) refused.push(text.slice(0, 200));
      }
    }
    expect(refused).toEqual([]);
    const { body } = await newsroom.rest('GET', `/articles/${article.id}?draft=true&depth=1`, {
      as: 'writer',
    });
    expect(body.sections.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  it('by GraphQL are repeated only where nothing else of the request was done', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Two at once' });
    const before = await newsroom.payload.count({ collection: 'people' });
    await Promise.all(
      Array.from({ length: ROUNDS }, (_, round) =>
        newsroom.graphql(
          `mutation {
            createPerson(draft: true, data: { name: "Person ${round}", slug: "person-${round}" }) { id }
            updateSection(id: "${sections[0]?.id}", draft: true, data: { heading: "Round ${round}" }) { id }
          }`,
          { as: 'editor' },
        ),
      ),
    );
    const after = await newsroom.payload.count({ collection: 'people' });
    expect(after.totalDocs - before.totalDocs).toBeLessThanOrEqual(ROUNDS);
    expect(article.id).toBeTruthy();
  });
});

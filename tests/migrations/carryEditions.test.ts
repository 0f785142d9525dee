import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { readLiveArticle } from '../../src/delivery/read/readLiveArticle';
import { editionSchema } from '../../src/domain/edition/editionSchema';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { carryEditions } from '../../src/migrations/carryEditions';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

type Held = Record<string, unknown>;

/** Turns every stored edition into what the version before this format wrote. */
async function storeAsFormat1(): Promise<void> {
  const editions = newsroom.payload.db.connection.collection('editions');
  for (const { _id, content } of await editions.find({}).toArray()) {
    const {
      leadImageCaption: _caption,
      leadImageCredit: _credit,
      change: _change,
      relatedArticles,
      quotes,
      ...kept
    } = content as Held & { relatedArticles: string[]; quotes: Held[] };
    await editions.updateOne(
      { _id },
      {
        $set: {
          content: {
            ...kept,
            format: 1,
            // It held those that were published already, as they were called then.
            relatedArticles: relatedArticles
              .slice(0, 1)
              .map((id) => ({ id, slug: 's', headline: 'H' })),
            quotes: quotes.map(({ attribution: _a, speakerRole: _r, ...quote }) => quote),
          },
        },
        $unset: { carried: '' },
      },
    );
  }
}

describe('a newsroom that began with format 1', () => {
  it('keeps its approvals, its live articles and its comparisons', async () => {
    const { payload, users, rest } = newsroom;
    const other = await writeArticle(newsroom, { headline: 'Another lighthouse' });
    const third = await writeArticle(newsroom, { headline: 'A third lighthouse' });
    const { article, sections } = await writeArticle(newsroom, {
      leadImageCaption: 'A caption without an image',
      relatedArticles: [other.article.id, third.article.id],
    });
    const person = await payload.create({
      collection: 'people',
      data: { name: 'Ines Calder' },
      user: users.writer,
    });
    const quote = await payload.create({
      collection: 'quotes',
      data: {
        text: 'It is lit',
        speaker: person.id,
        attribution: 'the mayor',
        speakerRole: 'Mayor',
      },
      user: users.writer,
      draft: true,
    });
    await payload.update({
      collection: 'sections',
      id: sections[0]!.id,
      data: {
        body: lexicalFromParagraphs(['“It is lit,” Ines Calder said.']),
        quotes: [quote.id],
      },
      user: users.writer,
      draft: true,
    });
    await publish(newsroom, article.id);
    await storeAsFormat1();

    const log: string[] = [];
    const context = { payload, log: (line: string) => void log.push(line) };
    await carryEditions.run(context);
    expect(log.join()).toContain('1 of 1');
    await carryEditions.run(context);
    expect(log).toHaveLength(1);

    const found = await readLiveArticle(payload.db.connection, { id: article.id });
    expect(found?.state).toBe('live');
    if (found?.state !== 'live') return;
    const { content } = found.article;
    expect(editionSchema.safeParse(content).error).toBeUndefined();
    expect(content).toMatchObject({
      leadImageCaption: 'A caption without an image',
      relatedArticles: [other.article.id, third.article.id],
      quotes: [{ attribution: 'the mayor', speakerRole: 'Mayor' }],
    });

    const { body } = await rest('GET', `/articles/${article.id}?draft=true`, { as: 'writer' });
    const live = body.workflow.liveEdition as string;
    const compared = await rest('GET', `/articles/${article.id}/diff?from=${live}`, {
      as: 'writer',
    });
    expect(Object.values(compared.body.diff as object).flat()).toEqual([]);
    const saved = await rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { headline: article.headline },
    });
    expect(saved.status).toBe(200);
    expect(saved.body.doc.workflow.stage).toBe('approved');
  });
});

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { everyRule } from '../../src/domain/quotations/quoteRules';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { openNewsroom, writeArticle, type Newsroom, type Role } from '../support/newsroom';

/** More of them find nothing else, they only take longer. */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 30);

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

const overview = async (id: string) =>
  (await newsroom.rest('GET', `/articles/${id}/actions`, { as: 'editor' })).body;

describe('saves at the same moment as an approval', () => {
  it('leave no approved text that nobody approved, and no contributor unknown', async () => {
    const { payload, rest } = newsroom;
    const { article, sections } = await writeArticle(newsroom, { headline: 'A race' });
    // What is found about the quotation is no matter here.
    const settings = { quoteRules: everyRule('warn') };
    await rest('POST', '/globals/settings', { as: 'admin', body: settings });
    const { body: made } = await rest('POST', '/quotes', {
      as: 'writer',
      body: { text: 'We waited eleven years', attribution: 'the harbour master' },
    });
    const quote = made.doc.id as string;
    await rest('PATCH', `/sections/${sections[1]?.id}`, {
      as: 'writer',
      body: { quotes: [quote] },
    });
    const counts = { approved: 0, saved: 0, notSaved: 0, both: 0 };
    const refused: Record<string, number> = {};
    const wrongs: string[] = [];

    for (let round = 0; round < ROUNDS; round += 1) {
      const save = async (as: Role, path: string, body: object): Promise<Role | null> => {
        const { status } = await rest('PATCH', path, { as, body });
        if (status === 200) counts.saved += 1;
        else counts.notSaved += 1;
        return status === 200 ? as : null;
      };
      const words = (text: string) => ({ body: lexicalFromParagraphs([`${text} ${round}.`]) });
      await save('writer', `/sections/${sections[0]?.id}`, words('Before the approval'));
      await rest('POST', `/articles/${article.id}/actions/submit`, { as: 'writer' });
      const { contentHash } = await overview(article.id);
      const approve = async () => {
        const { status, body } = await rest('POST', `/articles/${article.id}/actions/approve`, {
          as: 'editor',
          body: { contentHash },
        });
        if (status === 200) counts.approved += 1;
        else {
          const code = String(body.errors?.[0]?.data?.code ?? status);
          refused[code] = (refused[code] ?? 0) + 1;
        }
        return status === 200;
      };
      // Each a little later in its turn, so that every order of their reads and commits comes about.
      const after = async <T>(ms: number, work: () => Promise<T>): Promise<T> => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        return work();
      };
      const saves: (() => Promise<Role | null>)[] = [
        () => save('publisher', `/sections/${sections[0]?.id}`, words('By the publisher')),
        () => save('admin', `/quotes/${quote}`, { attribution: `the mayor ${round}` }),
        () => save('admin', `/articles/${article.id}`, { webHeadline: `Race ${round}` }),
        () => save('admin', `/sections/${sections[1]?.id}`, words('By the admin')),
      ];
      const chosen = round % 5 === 4 ? saves : [saves[round % 5]].flatMap((each) => each ?? []);
      const [isApproved, ...savers] = await Promise.all([
        after(0, approve),
        ...chosen.map((one, index) => after((round * 7 + index * 3) % 60, one)),
      ]);
      const { contentHash: now, contributors, stage } = await overview(article.id);
      const { body: newest } = await rest('GET', `/articles/${article.id}?draft=true&depth=0`, {
        as: 'editor',
      });
      if (newest.workflow.stage === 'approved') {
        const edition = await payload.findByID({
          collection: 'editions',
          id: newest.workflow.approvedEdition,
          depth: 0,
        });
        if (edition.hash !== now) wrongs.push(`round ${round}: approved, and other words`);
      }
      for (const saver of savers) {
        if (!saver) continue;
        if (isApproved) counts.both += 1;
        if (!contributors.includes(`The ${saver}`)) {
          wrongs.push(`round ${round}: ${saver} is unknown (${stage}, ${String(isApproved)})`);
        }
      }
    }
    expect(wrongs).toEqual([]);
    // Otherwise nothing met.
    expect(counts.approved, JSON.stringify({ ...counts, ...refused })).toBeGreaterThan(0);
    expect(counts.both, JSON.stringify({ ...counts, ...refused })).toBeGreaterThan(0);
  });
});

/**
 * Whether reading and publishing cost the same with many articles as with few: the time of uncached
 * answers, and of taking an article from its draft to readers; medians of many, first with a small
 * archive and then with a large one in the same database.
 *
 *   node bin/run.mjs bench/deliveryScale.ts [--few 2000] [--many 200000]
 */
import { parseArgs } from 'node:util';

import { readArticleList } from '../src/delivery/read/readArticleList';
import { readLiveArticle } from '../src/delivery/read/readLiveArticle';
import { searchArticles } from '../src/delivery/read/searchArticles';
import { publish, writeArticle, type Newsroom } from '../tests/support/newsroom';
import { inNewsroom } from './delivery/inNewsroom';
import { makeUpArticles } from './delivery/madeUpArticles';

const { values } = parseArgs({
  options: {
    few: { type: 'string', default: '2000' },
    many: { type: 'string', default: '200000' },
  },
});
const [FEW, MANY] = [Number(values.few), Number(values.many)];
const REPEATS = 60;
/** Shorter than real ones, so that an archive of many fits a laptop. */
const SHAPE = { sections: 1, quotes: 1, people: 2 };

async function timesOf(newsroom: Newsroom, count: number): Promise<Record<string, number>> {
  const { connection } = newsroom.payload.db;
  const topic = await connection.collection('topics').findOne({ slug: 'topic-3' });
  const person = await connection.collection('people').findOne({ slug: 'person-7' });
  const page = { order: 'newest', limit: 20, isWhole: false } as const;
  const somewhere = () => Math.floor(Math.random() * count);
  const middle = await readArticleList(connection, { ...page, limit: 100 });
  const works: Record<string, () => Promise<unknown>> = {
    'article by slug': () => readLiveArticle(connection, { slug: `article-${somewhere()}` }),
    'list, newest': () => readArticleList(connection, page),
    'list, later page': () =>
      readArticleList(connection, { ...page, ...(middle.next ? { cursor: middle.next } : {}) }),
    'list by topic': () => readArticleList(connection, { ...page, topics: [topic?._id] }),
    'list by person': () => readArticleList(connection, { ...page, person: String(person?._id) }),
    'search, rare word': () => searchArticles({ connection, text: String(somewhere()), limit: 20 }),
    'search, common words': () =>
      searchArticles({ connection, text: 'harbour lantern', limit: 20 }),
  };
  const drafts: string[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    drafts.push(
      (await writeArticle(newsroom, { headline: `Draft ${count} ${repeat}` })).article.id,
    );
  }
  works['submit, approve, publish'] = () => publish(newsroom, drafts.pop() ?? '');
  const times: Record<string, number> = {};
  for (const [name, work] of Object.entries(works)) {
    const taken: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const startedAt = performance.now();
      await work();
      taken.push(performance.now() - startedAt);
    }
    times[name] = taken.sort((one, other) => one - other)[REPEATS / 2] ?? NaN;
  }
  return times;
}

await inNewsroom(async (newsroom) => {
  const { connection } = newsroom.payload.db;
  await makeUpArticles({ connection, count: FEW, ...SHAPE });
  const few = await timesOf(newsroom, FEW);
  await makeUpArticles({ connection, count: MANY - FEW, from: FEW, ...SHAPE });
  const many = await timesOf(newsroom, MANY);
  console.log(`ms, median of ${REPEATS}: with ${FEW} articles, with ${MANY}, and the ratio`);
  for (const [name, before] of Object.entries(few)) {
    const after = many[name] ?? NaN;
    console.log(
      `  ${name.padEnd(24)} ${before.toFixed(2).padStart(7)} ${after.toFixed(2).padStart(7)}   ${(after / before).toFixed(2)}`,
    );
  }
});

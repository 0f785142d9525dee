import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { canonicalHash } from '../../src/domain/edition/canonicalHash';
import type { EditionContent } from '../../src/domain/edition/EditionContent';
import { serveDelivery, type ServedDelivery } from '../delivery/support/serveDelivery';
import {
  modelClient,
  TEXT_FIELDS,
  type AcknowledgedSave,
  type Fields,
  type ModelArticle,
  type ModelLog,
  type TextCollection,
} from '../support/modelClient';
import { modelRandom } from '../support/modelRandom';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';

const SEED = Number(process.env.RANDOM_SEED ?? process.env.FUZZ_SEED ?? 1);
const STEPS = Number(process.env.RANDOM_STEPS ?? 1_600);
const ARTICLES = 5;
const QUOTES = 3;
const MOST_AT_ONCE = 8;

interface Shown {
  id: string;
  [field: string]: unknown;
}
/** `updatedAt` and the ids of the ledger say nothing about the text; work behind the scenes moves them. */
type Listed = Shown & { corrections?: Shown[]; updatedAt?: string };
type PublicView = Record<TextCollection, Shown[]>;
interface Row {
  parent: unknown;
  version: Fields & { revision: number };
}

let newsroom: Newsroom;
let node: ServedDelivery;
let log: ModelLog;
const articles: ModelArticle[] = [];
const quotes: string[] = [];
/** Changes that readers saw without an event that says so. */
const unannounced: string[] = [];

const collectionsOf = Object.keys(TEXT_FIELDS) as TextCollection[];
const rows = <T>(name: string) =>
  newsroom.payload.db.connection.collection(name).find().toArray() as Promise<T[]>;

async function publicView(): Promise<PublicView> {
  const view = {} as PublicView;
  for (const name of collectionsOf) {
    const { body } = await newsroom.rest('GET', `/${name}?depth=0&sort=id&limit=500`);
    view[name] = body.docs.map(({ updatedAt: _, corrections = [], ...doc }: Listed) => ({
      ...doc,
      corrections: corrections.map(({ id: __, ...entry }) => entry),
    }));
  }
  return view;
}

function events() {
  return newsroom.payload.db.connection
    .collection<{ sequence: number; article: unknown }>('events')
    .find()
    .sort({ sequence: 1 })
    .toArray();
}

/** Of two views, what differs without belonging to one of these articles. */
function changedBeside(allowed: Set<string>, before: PublicView, after: PublicView): string[] {
  const found: string[] = [];
  for (const name of ['articles', 'sections'] as const) {
    const old = new Map(before[name].map((doc) => [doc.id, doc]));
    const now = new Map(after[name].map((doc) => [doc.id, doc]));
    for (const id of new Set([...old.keys(), ...now.keys()])) {
      if (JSON.stringify(old.get(id)) === JSON.stringify(now.get(id))) continue;
      const owner = name === 'articles' ? id : String((now.get(id) ?? old.get(id))?.article);
      if (!allowed.has(owner)) {
        found.push(`${name} ${JSON.stringify(old.get(id))} → ${JSON.stringify(now.get(id))}`);
      }
    }
  }
  const isQuoteChanged = JSON.stringify(before.quotes) !== JSON.stringify(after.quotes);
  if (isQuoteChanged && allowed.size === 0) found.push('quotes');
  return found;
}

beforeAll(async () => {
  console.log(`RANDOM_SEED=${SEED} RANDOM_STEPS=${STEPS}`);
  newsroom = await openNewsroom(inject('mongoUri'));
  const { payload, rest } = newsroom;
  // The quotes here stand in no text: that they were found missing would end every day at once.
  await rest('POST', '/globals/settings', {
    as: 'admin',
    body: { quoteRules: { altered: 'warn', missing: 'warn', unanswered: 'warn' } },
  });
  node = await serveDelivery({ connection: payload.db.connection });
  for (let index = 0; index < QUOTES; index += 1) {
    // In our words: their texts change at random, so no section could quote them word for word.
    const data = {
      text: `Said at first ${index}`,
      attribution: 'a keeper',
      kind: 'indirect',
    } as const;
    quotes.push((await payload.create({ collection: 'quotes', data, draft: true })).id);
  }
  const earlier: AcknowledgedSave[] = [];
  for (let index = 0; index < ARTICLES; index += 1) {
    const { article, sections } = await writeArticle(newsroom, { headline: `Story ${index}` });
    const ids = sections.map(({ id }) => id);
    const saved = await rest('PATCH', `/sections/${ids[0]}`, { as: 'writer', body: { quotes } });
    const { id, revision } = saved.body.doc;
    const save = { collection: 'sections', as: 'writer', isAutosave: false } as const;
    earlier.push({ ...save, id, revision, fields: { quotes } });
    articles.push({ id: article.id, sections: ids, editions: [] });
  }
  // One is live from the start, so that there is something to spoil.
  const published = await publish(newsroom, String(articles[0]?.id));
  articles[0]?.editions.push(String(published.edition?.id));

  const random = modelRandom(SEED);
  const client = modelClient({ newsroom, random, articles, quotes });
  log = client.log;
  log.saves.push(...earlier);
  let before = await publicView();
  let known = (await events()).length;
  const startedAt = performance.now();
  for (let taken = 0; taken < STEPS;) {
    const size = Math.min(1 + random.below(MOST_AT_ONCE), STEPS - taken);
    const batch = Array.from({ length: size }, () => client.step());
    await Promise.all(batch.map((run) => run()));
    taken += size;
    const happened = await events();
    const touched = new Set(happened.slice(known).map(({ article }) => String(article)));
    const after = await publicView();
    unannounced.push(...changedBeside(touched, before, after));
    before = after;
    known = happened.length;
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${STEPS} steps in ${seconds} s:`, JSON.stringify(log.statuses));
}, 600_000);
afterAll(async () => {
  await node.close();
  await newsroom.close();
});

/** What each action that was acknowledged did, each once however often it was repeated. */
function acknowledged() {
  const once = new Map<string, ModelLog['actions'][number]>();
  const own = log.actions.filter(({ answer }) => answer.status === 200);
  own.forEach((call, index) => once.set(call.key ? `${call.as} ${call.key}` : String(index), call));
  return [...once.values()];
}

const isOfSchedule = (action: string) => /schedule|replaceEdition/.test(action);

describe('after a long random day in the newsroom', () => {
  it('really happened: people were let through and were refused', () => {
    const done = acknowledged().map(({ action }) => action);
    for (const action of ['submit', 'approve', 'publish']) expect(done).toContain(action);
    expect(log.saves.length).toBeGreaterThan(STEPS / 10);
    expect(log.actions.some(({ answer }) => answer.status === 409)).toBe(true);
    expect(log.actions.some(({ answer }) => answer.status === 403)).toBe(true);
  });

  it('no answer was a fault of the server, and no forgery got through', () => {
    expect(log.faults).toEqual([]);
    expect(node.errors).toEqual([]);
  });

  it('readers saw nothing change without an event that says so', () => {
    expect(unannounced).toEqual([]);
  });

  it('the events are numbered without a gap, and each was acknowledged to somebody', async () => {
    const sequences = (await events()).map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
    const told = acknowledged().flatMap(({ answer }) => answer.body.sequence ?? []);
    // The first one is of the article that was live from the start.
    expect([1, ...told].sort((a, b) => a - b)).toEqual(sequences);
  });

  it('the audit entries are exactly the actions that were acknowledged', async () => {
    const line = (action: string, article: unknown, actor: unknown, edition: unknown) =>
      [action, article, actor, isOfSchedule(action) ? '' : (edition ?? '')].join(' ');
    const { users } = newsroom;
    const entries = await rows<Record<string, unknown>>('audit-entries');
    const written = entries
      .filter(({ action }) => action !== 'edit' && action !== 'settings')
      .map((entry) => line(String(entry.action), entry.article, entry.actor, entry.edition));
    const first = articles[0];
    const edition = first?.editions[0];
    const expected = [
      line('submit', first?.id, users.writer.id, null),
      line('approve', first?.id, users.editor.id, edition),
      line('publish', first?.id, users.publisher.id, edition),
      ...acknowledged().flatMap(({ action, articleId, as, answer }) =>
        (action === 'approveAndPublish' ? ['approve', 'publish'] : [action]).map((name) =>
          line(name, articleId, users[as].id, answer.body.edition?.id),
        ),
      ),
    ];
    expect(written.sort()).toEqual(expected.sort());
  });

  it('a repeated key was answered as the first time and never done twice', () => {
    const kept = new Map<string, ModelLog['actions'][number]>();
    let repeats = 0;
    for (const call of log.actions) {
      if (call.key === null || call.answer.status !== 200) continue;
      const name = `${call.as} ${call.key}`;
      const first = kept.get(name);
      if (first) {
        repeats += 1;
        expect(call.answer.body).toEqual(first.answer.body);
        expect([call.action, call.articleId, call.body]).toEqual([
          first.action,
          first.articleId,
          first.body,
        ]);
      }
      kept.set(name, call);
    }
    expect(repeats).toBeGreaterThan(0);
  });

  it.each(collectionsOf)(
    'nothing saved in %s was lost, and nothing else is there',
    async (name) => {
      const normal = (fields: Fields) =>
        canonicalHash(JSON.parse(JSON.stringify(pick(name, fields))));
      const wrongs: string[] = [];
      const versions = await rows<Row>(`_${name}_versions`);
      const history = new Map<string, Row['version'][]>();
      for (const { parent, version } of versions) {
        const id = String(parent);
        history.set(id, [...(history.get(id) ?? []), version]);
      }
      for (const [id, kept] of history) {
        const stored = new Map(kept.map((version) => [version.revision, version]));
        if (stored.size !== kept.length) wrongs.push(`${id}: two saves have one revision`);
        const saves = log.saves.filter((save) => save.collection === name && save.id === id);
        const acked = new Map(saves.map((save) => [save.revision, save]));
        if (acked.size !== saves.length) wrongs.push(`${id}: one revision was told twice`);
        const nested = log.nested.filter((save) => save.collection === name && save.id === id);
        const revisions = [...new Set([...stored.keys(), ...acked.keys()])].sort((a, b) => a - b);
        let text: Fields = {};
        for (const revision of revisions) {
          const save = acked.get(revision);
          const row = stored.get(revision);
          const inside = nested.findIndex(
            ({ change }) => row && normal(row) === normal(change(text)),
          );
          if (revision === revisions[0]) text = pick(name, row ?? {});
          else if (!save && inside >= 0) text = nested.splice(inside, 1)[0]?.change(text) ?? text;
          else if (save) text = { ...text, ...save.fields };
          else wrongs.push(`${id} revision ${revision} was saved by nobody`);
          if (row && normal(row) !== normal(text)) {
            wrongs.push(
              `${id} revision ${revision}: ${JSON.stringify(pick(name, row))} instead of ${JSON.stringify(pick(name, text))}`,
            );
            text = pick(name, row);
          }
          if (!row && !save?.isAutosave) wrongs.push(`${id} revision ${revision} is not there`);
        }
        if (nested.length > 0) wrongs.push(`${id}: ${nested.length} saves are not there`);
      }
      expect(wrongs).toEqual([]);
    },
  );

  it('what readers get is an approved edition, word for word, everywhere', async () => {
    const approved = new Map(
      log.actions
        .filter(
          ({ action, answer }) =>
            /^(approve|approveAndPublish|override)$/.test(action) && answer.status === 200,
        )
        .map(({ answer: { body } }) => [
          String(body.edition.id),
          // GraphQL tells the edition alone.
          (body.edition.hash as string | undefined) ?? null,
        ]),
    );
    const stored = await rows<Record<string, unknown> & { _id: unknown }>('articles');
    const editions = await rows<{ _id: unknown; hash: string; content: EditionContent }>(
      'editions',
    );
    const first = articles[0]?.editions[0];
    const said = new Map<string, Set<string>>();
    let live = 0;
    for (const { id } of articles) {
      const document = stored.find(({ _id }) => String(_id) === id);
      const standing = document?.workflow as { publicationState: string; liveEdition: unknown };
      const answer = await newsroom.rest('GET', `/articles/${id}?depth=2`);
      const v1 = await node.get(`/v1/articles/id/${id}`);
      const { body: graphql } = await newsroom.graphql(
        `{ Articles(where: { id: { equals: "${id}" } }) { docs { headline standfirst sections { id heading body } } } }`,
      );
      const [fromGraphql] = graphql.data.Articles.docs;
      if (standing.publicationState !== 'live') {
        expect(answer.status).toBe(404);
        expect(fromGraphql).toBeUndefined();
        expect(v1.status).toBe(standing.publicationState === 'withdrawn' ? 410 : 404);
        continue;
      }
      live += 1;
      const edition = editions.find(({ _id }) => String(_id) === String(standing.liveEdition));
      if (!edition) throw new Error(`The live edition of ${id} is not there.`);
      const editionId = String(edition._id);
      expect(canonicalHash(edition.content)).toBe(edition.hash);
      if (editionId !== first) expect([edition.hash, null]).toContain(approved.get(editionId));

      const { headline, standfirst, sections } = edition.content;
      const text = {
        headline,
        standfirst,
        sections: sections.map(({ id: section, heading, body }) => ({
          id: section,
          heading,
          body,
        })),
      };
      const worded = ({ headline: h, standfirst: s, sections: all }: typeof text) => ({
        headline: h,
        standfirst: s,
        sections: all.map(({ id: section, heading, body }) => ({
          id: section,
          heading: heading ?? null,
          body,
        })),
      });
      expect(worded(answer.body)).toEqual(text);
      expect(worded(fromGraphql)).toEqual(text);
      expect(v1.body.edition).toMatchObject({ hash: edition.hash });
      const fromV1 = v1.body.sections.map(
        ({ body, ...section }: { body: { lexical: unknown } }) => ({
          ...section,
          body: body.lexical,
        }),
      );
      expect(worded({ ...v1.body, sections: fromV1 })).toEqual(text);
      const quoted = (all: { id: string; text: string }[]) =>
        all.map(({ id: quote, text: words }) => [quote, words]);
      expect(quoted(v1.body.quotes)).toEqual(quoted(edition.content.quotes));
      for (const quote of edition.content.quotes) {
        said.set(quote.id, (said.get(quote.id) ?? new Set()).add(quote.text));
      }
    }
    console.log(`${live} of ${ARTICLES} articles live, ${editions.length} editions`);
    const shown = (await publicView()).quotes;
    expect(shown.map(({ id }) => id).sort()).toEqual([...said.keys()].sort());
    for (const { id, text } of shown) expect([...(said.get(id) ?? [])]).toContain(text);
  });
});

function pick(name: TextCollection, fields: Fields): Fields {
  return Object.fromEntries(
    TEXT_FIELDS[name].map((field) => {
      const value = fields[field];
      const isList = field === 'sections' || field === 'quotes';
      return [field, isList ? ((value ?? []) as unknown[]).map(String) : (value ?? null)];
    }),
  );
}

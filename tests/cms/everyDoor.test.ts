import type { CollectionBeforeOperationHook } from 'payload';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { actionContext } from '../../src/actions/actionRequest';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import {
  openNewsroom,
  publish,
  ROLES,
  writeArticle,
  type Newsroom,
  type Role,
} from '../support/newsroom';

const COLLECTIONS = ['articles', 'sections', 'quotes'] as const;
type Guarded = (typeof COLLECTIONS)[number];
const NAMES: Record<Guarded, string> = {
  articles: 'Article',
  sections: 'Section',
  quotes: 'Quote',
};

/** Query strings and bodies that once led around a guard, alone and together. */
const QUERIES = [
  '',
  'draft=true',
  'draft=false',
  'autosave=true&draft=true',
  'publishAllLocales=true',
  'unpublishAllLocales=true',
  'publishSpecificLocale=en',
  'trash=true',
];

let newsroom: Newsroom;
/** One published and one unpublished document of each collection. */
let targets: Record<Guarded, { live: string; draft: string }>;
let versions: Record<Guarded, string>;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const live = await writeArticle(newsroom, { headline: 'Seen by readers' });
  const words = 'The lighthouse of Port Hallow';
  const quote = async () =>
    (
      await newsroom.payload.create({
        collection: 'quotes',
        data: { text: words, attribution: 'a keeper' },
        draft: true,
      })
    ).id;
  const liveQuote = await quote();
  const [lead] = live.sections;
  await newsroom.rest('PATCH', `/sections/${lead?.id}`, {
    as: 'writer',
    body: {
      quotes: [liveQuote],
      body: lexicalFromParagraphs([`"${words}," said a keeper.`]),
    },
  });
  await publish(newsroom, live.article.id);
  const draft = await writeArticle(newsroom, { headline: 'Seen by nobody' });
  targets = {
    articles: { live: live.article.id, draft: draft.article.id },
    sections: { live: String(lead?.id), draft: String(draft.sections[0]?.id) },
    quotes: { live: liveQuote, draft: await quote() },
  };
  versions = {} as Record<Guarded, string>;
  for (const collection of COLLECTIONS) {
    const { docs } = await newsroom.payload.findVersions({
      collection,
      where: { parent: { equals: targets[collection].live } },
      limit: 1,
    });
    versions[collection] = String(docs[0]?.id);
  }
});
afterAll(() => newsroom.close());

/** All that anybody outside can get: what is stored as published, and what the APIs answer. */
async function publicView(): Promise<string> {
  const { connection } = newsroom.payload.db;
  const stored = await Promise.all(
    COLLECTIONS.map((name) =>
      connection.collection(name).find({ _status: 'published' }).sort({ _id: 1 }).toArray(),
    ),
  );
  const shown = await Promise.all(
    (['people', 'topics', 'media'] as const).map((name) =>
      connection.collection(name).find({ isPublic: true }).sort({ _id: 1 }).toArray(),
    ),
  );
  const slugs = await connection.collection('slugs').find({ wasPublished: true }).toArray();
  const rest = await Promise.all(
    COLLECTIONS.flatMap((name) =>
      ['', '&trash=true'].map((query) => newsroom.rest('GET', `/${name}?depth=2&sort=id${query}`)),
    ),
  );
  const graphql = await newsroom.graphql(
    '{ Articles { docs { headline standfirst sections { heading } } } Sections { docs { heading } } Quotes { docs { text } } }',
  );
  return JSON.stringify({
    stored,
    shown,
    slugs,
    rest: rest.map(({ text }) => text),
    graphql: graphql.text,
  });
}

/** Everything hostile that one save can carry. */
function bodies(collection: Guarded): Record<string, unknown>[] {
  const text = {
    articles: { headline: 'Nobody approved this' },
    sections: { body: lexicalFromParagraphs(['Nobody approved this.']) },
    quotes: { text: 'Nobody said this' },
  }[collection];
  const now = new Date().toISOString();
  return [
    text,
    { ...text, _status: 'published' },
    { ...text, _status: 'draft', deletedAt: null },
    { deletedAt: now },
    { ...text, _status: 'published', deletedAt: now },
    {
      ...text,
      isPublic: true,
      corrections: [],
      workflow: { stage: 'approved', publicationState: 'live', liveEdition: null },
    },
  ];
}

interface Attempt {
  name: string;
  run: () => Promise<unknown>;
}

/** Every REST route of the three collections that is not for reading, actions themselves apart. */
function restAttempts(roles: readonly (Role | undefined)[]): Attempt[] {
  const attempts: Attempt[] = [];
  for (const collection of COLLECTIONS) {
    const { endpoints } = newsroom.payload.collections[collection].config;
    for (const { method, path } of endpoints || []) {
      if (method === 'get' || path.includes('/actions/')) continue;
      for (const id of Object.values(targets[collection])) {
        const isVersion = path.startsWith('/versions');
        const address = `/${collection}${path === '/' ? '' : path}`
          .replace(':id', isVersion ? versions[collection] : id)
          .replace(/:\w+\??/g, 'x');
        const query = path === '/' && method !== 'post' ? `where[id][equals]=${id}&` : '';
        for (const as of roles) {
          // The most powerful user tries everything; the others the ways that differ by right.
          const queries = as === 'admin' ? QUERIES : QUERIES.slice(0, 2);
          const all = bodies(collection);
          for (const more of queries) {
            for (const body of as === 'admin' ? all : all.slice(0, 2)) {
              attempts.push({
                name: `${method} ${address}?${query}${more} as ${as} ${JSON.stringify(body)}`,
                run: () =>
                  newsroom.rest(method.toUpperCase(), `${address}?${query}${more}`, {
                    ...(as ? { as } : {}),
                    body,
                  }),
              });
            }
          }
        }
      }
    }
  }
  return attempts;
}

/** Every GraphQL mutation that names one of the three, found by introspection. */
async function graphqlAttempts(roles: readonly (Role | undefined)[]): Promise<Attempt[]> {
  const { body } = await newsroom.graphql(
    '{ __schema { mutationType { fields { name args { name } } } } }',
    { as: 'admin' },
  );
  const fields = body.data.__schema.mutationType.fields as {
    name: string;
    args: { name: string }[];
  }[];
  const attempts: Attempt[] = [];
  for (const collection of COLLECTIONS) {
    const name = NAMES[collection];
    const ours = fields.filter((field) =>
      [
        `create${name}`,
        `update${name}`,
        `delete${name}`,
        `duplicate${name}`,
        `restoreVersion${name}`,
      ].includes(field.name),
    );
    expect(ours.length, name).toBeGreaterThanOrEqual(4);
    const data = {
      articles: 'headline: "Nobody approved this", kind: news',
      sections: 'heading: "Nobody approved this"',
      quotes: 'text: "Nobody said this"',
    }[collection];
    for (const { name: field, args } of ours) {
      const has = (arg: string) => args.some((candidate) => candidate.name === arg);
      for (const id of Object.values(targets[collection])) {
        for (const status of ['', ', _status: published', ', deletedAt: null']) {
          for (const draft of ['', ', draft: true', ', draft: false']) {
            const given = [
              has('id') ? `id: "${field.startsWith('restore') ? versions[collection] : id}"` : '',
              has('data') ? `data: { ${data}${status} }` : '',
            ].filter(Boolean);
            const more = has('draft') ? draft : '';
            const query = `mutation { ${field}(${given.join(', ')}${more}) { __typename } }`;
            for (const as of roles) {
              attempts.push({
                name: `${query} as ${as}`,
                run: () => newsroom.graphql(query, as ? { as } : {}),
              });
            }
          }
        }
      }
    }
  }
  return attempts;
}

/** What code inside the process can do without an action's mark, with and without access control. */
function localAttempts(): Attempt[] {
  const { payload, users } = newsroom;
  return COLLECTIONS.flatMap((collection) =>
    Object.values(targets[collection]).flatMap((id) =>
      bodies(collection).flatMap((data) =>
        [true, false].flatMap((overrideAccess) =>
          [undefined, true].flatMap((draft): Attempt[] => {
            const common = { collection, overrideAccess, draft, user: users.admin } as never;
            const where = { id: { equals: id } };
            const calls: [string, object][] = [
              ['create', { data }],
              ['update', { id, data }],
              ['update', { where, data }],
              ['update', { id, data, trash: true, autosave: true }],
              ['duplicate', { id, data }],
              ['restoreVersion', { id: versions[collection] }],
              ['delete', { id }],
              ['delete', { where, trash: true }],
            ];
            return calls.map(([method, args]) => ({
              name: `payload.${method} ${collection} ${JSON.stringify(args)} draft=${draft}`,
              run: () =>
                (payload as unknown as Record<string, (args: object) => Promise<unknown>>)[method]!(
                  {
                    ...(common as object),
                    ...args,
                  },
                ),
            }));
          }),
        ),
      ),
    ),
  );
}

/** Whoever asks for drafts without a right to them gets none of what was tried. */
async function draftsInPublic(): Promise<string[]> {
  const answers = await Promise.all(
    COLLECTIONS.map((name) => newsroom.rest('GET', `/${name}?draft=true&trash=true&depth=2`)),
  );
  return answers.map(({ text }) => text).filter((text) => /Nobody (approved|said)/.test(text));
}

/** Runs attempts and answers those after which readers saw something else than before. */
async function breaches(attempts: readonly Attempt[]): Promise<string[]> {
  const found: string[] = [];
  let before = await publicView();
  // The view costs more than an attempt: it is looked at after each batch, and one by one on a hit.
  const BATCH = 40;
  for (let start = 0; start < attempts.length; start += BATCH) {
    const batch = attempts.slice(start, start + BATCH);
    for (const { run } of batch) await run().catch(() => undefined);
    const after = await publicView();
    if (after !== before) found.push(batch.map(({ name }) => name).join('\n'));
    before = after;
  }
  return found;
}

const EVERYBODY = [undefined, ...ROLES] as const;
/** The most and the least powerful are enough to show that the proof can fail. */
const FEW = ['admin', undefined] as const;

describe('every write operation of Payload, by everybody', () => {
  it('over REST changes nothing that readers see', async () => {
    const attempts = restAttempts(EVERYBODY);
    console.log(`REST: ${attempts.length} attempts`);
    expect(attempts.length).toBeGreaterThan(1_000);
    expect(await breaches(attempts)).toEqual([]);
  }, 600_000);

  it('over GraphQL changes nothing that readers see', async () => {
    const attempts = await graphqlAttempts(EVERYBODY);
    console.log(`GraphQL: ${attempts.length} attempts`);
    expect(await breaches(attempts)).toEqual([]);
  }, 600_000);

  it('through the Local API changes nothing that readers see', async () => {
    const attempts = localAttempts();
    console.log(`Local API: ${attempts.length} attempts`);
    expect(await breaches(attempts)).toEqual([]);
    expect(await draftsInPublic()).toEqual([]);
  }, 600_000);

  it('by jobs is not there at all', () => {
    expect(Object.keys(newsroom.payload.collections)).not.toContain('payload-jobs');
  });
});

describe('the proof', () => {
  function withGate(hooks: CollectionBeforeOperationHook[], work: () => Promise<void>) {
    const configs = COLLECTIONS.map((name) => newsroom.payload.collections[name].config);
    const kept = configs.map(({ hooks: { beforeOperation } }) => beforeOperation);
    for (const config of configs) config.hooks.beforeOperation = hooks;
    return work().finally(() => {
      configs.forEach((config, index) => (config.hooks.beforeOperation = kept[index] ?? []));
    });
  }

  it('the second lock alone keeps what is published as it is', async () => {
    await withGate([], async () => {
      const attempts = restAttempts(['admin']).filter(({ name }) => name.startsWith('patch'));
      const view = await publicView();
      for (const { run } of attempts) await run().catch(() => undefined);
      expect(await publicView()).toBe(view);
    });
  }, 600_000);

  it('finds breaches by the dozen once both locks are open', async () => {
    const open: CollectionBeforeOperationHook = ({ args, req }) => {
      Object.assign(req.context, actionContext('nobody’s'));
      return args;
    };
    await withGate([open], async () => {
      const rest = await breaches(restAttempts(FEW).filter(({ name }) => name.startsWith('patch')));
      const graphql = await breaches(await graphqlAttempts(FEW));
      expect(rest.length).toBeGreaterThan(2);
      expect(graphql.length).toBeGreaterThan(0);
    });
  }, 600_000);
});

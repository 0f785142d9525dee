import type { Answer, Newsroom, Role } from './newsroom';
import type { ModelRandom } from './modelRandom';
import type { EditionDocuments } from '../../src/actions/workflow/freezeEdition';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';

export const TEXT_FIELDS = {
  articles: ['headline', 'standfirst', 'sections'],
  sections: ['body', 'quotes'],
  quotes: ['text'],
} as const;
export type TextCollection = keyof typeof TEXT_FIELDS;

export type Fields = Record<string, unknown>;

/** A save that the server said it has done: what the document's revision `revision` must hold. */
export interface AcknowledgedSave {
  collection: TextCollection;
  id: string;
  revision: number;
  fields: Fields;
  as: Role;
  /** The next autosave may be written over this one. */
  isAutosave: boolean;
}

/** A save inside another acknowledged operation, of whose revision the client is not told. */
export interface NestedSave {
  collection: TextCollection;
  id: string;
  /** What the save makes of the text that it finds. */
  change: (text: Fields) => Fields;
}

/** One call of an action, and what it was answered. */
export interface ActionCallMade {
  as: Role;
  articleId: string;
  action: string;
  body: object;
  key: string | null;
  answer: Answer;
}

export interface ModelArticle {
  id: string;
  sections: string[];
  editions: string[];
}

export interface ModelLog {
  saves: AcknowledgedSave[];
  actions: ActionCallMade[];
  nested: NestedSave[];
  /** Everything that a server must never answer. */
  faults: string[];
  statuses: Record<string, number>;
}

/** How often each kind of step is taken. */
const STEPS = {
  editArticle: 9,
  editSection: 14,
  editQuote: 7,
  editSeveral: 4,
  editByMutation: 4,
  editStale: 3,
  autosave: 4,
  useQuote: 2,
  addSection: 1,
  dropSection: 2,
  restoreVersion: 2,
  restoreEdition: 1,
  forge: 4,
  repeat: 4,
  act: 41,
} as const;

const ACTIONS = {
  submit: 12,
  approve: 16,
  approveAndPublish: 3,
  publish: 12,
  requestChanges: 1,
  override: 4,
  rollBack: 2,
  withdraw: 1.5,
  spike: 0.7,
  unspike: 4,
  hold: 0.7,
  release: 4,
  schedule: 1.5,
  reschedule: 0.7,
  replaceEdition: 0.7,
  unschedule: 1.5,
} as const;
type Action = keyof typeof ACTIONS;

const PROPER: Partial<Record<Action, Role>> = {
  submit: 'writer',
  approve: 'editor',
  approveAndPublish: 'publisher',
  requestChanges: 'editor',
  spike: 'editor',
  unspike: 'editor',
  hold: 'editor',
  release: 'editor',
  override: 'admin',
};
const EVERYBODY: readonly Role[] = ['admin', 'publisher', 'editor', 'fact-checker', 'writer'];

/**
 * People at work, one random step after the other: most do their own work, some what they may not.
 * What was acknowledged is written into the log, for whoever compares it with the database.
 */
export function modelClient({
  newsroom,
  random,
  articles,
  quotes,
}: {
  newsroom: Newsroom;
  random: ModelRandom;
  articles: ModelArticle[];
  quotes: string[];
}): { step: () => () => Promise<void>; log: ModelLog } {
  const log: ModelLog = { saves: [], actions: [], nested: [], faults: [], statuses: {} };
  let words = 0;
  const fresh = (what: string) => `${what} ${(words += 1)}`;
  const body = () => lexicalFromParagraphs([fresh('Words')]);
  const someone = (proper: Role) => (random.chance(0.8) ? proper : random.pick(EVERYBODY));

  const seen = (what: string, answer: Answer) => {
    const errors: { extensions?: { statusCode?: number }; message?: string }[] =
      answer.body?.errors ?? [];
    const status = Math.max(
      answer.status,
      ...errors.map(({ extensions }) => extensions?.statusCode ?? 0),
    );
    const name = `${what} ${status}`;
    log.statuses[name] = (log.statuses[name] ?? 0) + 1;
    if (status >= 500) log.faults.push(`${what}: ${answer.text.slice(0, 600)}`);
    return { ...answer, status };
  };

  const acknowledge = (
    save: Pick<AcknowledgedSave, 'collection' | 'as' | 'fields'> & { isAutosave?: boolean },
    doc: { id: string; revision: number },
  ) =>
    log.saves.push({
      isAutosave: false,
      ...save,
      id: doc.id,
      revision: doc.revision,
    });

  const patch = async ({
    as,
    collection,
    id,
    fields,
    more = {},
    query = '',
    what,
  }: {
    as: Role;
    collection: TextCollection;
    id: string;
    fields: Fields;
    more?: Fields;
    query?: string;
    what: string;
  }) => {
    const answer = await newsroom.rest('PATCH', `/${collection}/${id}${query}`, {
      as,
      body: { ...fields, ...more },
    });
    if (seen(what, answer).status !== 200) return;
    acknowledge(
      { collection, as, fields, isAutosave: query.includes('autosave') },
      answer.body.doc,
    );
  };

  const newest = async (collection: TextCollection, id: string) =>
    (await newsroom.rest('GET', `/${collection}/${id}?draft=true`, { as: 'admin' })).body as {
      revision: number;
      sections: string[];
    };

  /** Somebody who did not contribute, where there is one: with four eyes, nobody else may approve. */
  const approver = async (id: string): Promise<Role> => {
    const { body } = await newsroom.rest('GET', `/articles/${id}/actions`, { as: 'editor' });
    const mayApprove = (['editor', 'publisher', 'admin'] as const).filter(
      (role) => !body.contributors.includes(newsroom.users[role].name),
    );
    return mayApprove[0] ?? 'editor';
  };

  const act = async (call: Omit<ActionCallMade, 'answer'>, isMutation: boolean) => {
    const { as, articleId, action, key } = call;
    const answer = isMutation
      ? await mutate(call)
      : await newsroom.rest('POST', `/articles/${articleId}/actions/${action}`, {
          as,
          body: call.body,
          ...(key ? { headers: { 'idempotency-key': key } } : {}),
        });
    const made = seen(action, answer);
    log.actions.push({ ...call, answer: made });
    const isFrozen =
      made.status === 200 && ['approve', 'approveAndPublish', 'override'].includes(action);
    const editionId = made.body.edition?.id as string | undefined;
    const article = articles.find(({ id }) => id === articleId);
    if (isFrozen && editionId && !article?.editions.includes(editionId))
      article?.editions.push(editionId);
  };

  const mutate = async ({ as, articleId, action, body: input }: Omit<ActionCallMade, 'answer'>) => {
    const given = Object.entries(input)
      .map(([name, value]) => `, ${name}: ${JSON.stringify(value)}`)
      .join('');
    const answer = await newsroom.graphql(
      `mutation { ${action}Article(id: "${articleId}"${given}) { action editionId sequence } }`,
      { as },
    );
    const done = answer.body?.data?.[`${action}Article`];
    // In the shape of the REST answer, so that whoever compares need not know how it was asked.
    const result = done && { ...done, edition: done.editionId && { id: done.editionId } };
    return { ...answer, status: done ? 200 : 400, body: result ?? answer.body };
  };

  const inputOf = async (action: Action, { id, editions }: ModelArticle): Promise<object> => {
    const change = { kind: random.pick(['minor', 'update', 'correction']), note: fresh('Note') };
    const edition = editions.length > 0 ? random.pick(editions) : 'none';
    const isCareless = random.chance(0.1);
    const wallTime = `${new Date().getUTCFullYear() + 1}-01-01T00:00:${String(random.below(60)).padStart(2, '0')}`;
    switch (action) {
      case 'approve':
      case 'approveAndPublish':
      case 'override': {
        const { body: overview } = await newsroom.rest('GET', `/articles/${id}/actions`, {
          as: 'editor',
        });
        const contentHash = isCareless ? 'of something else' : overview.contentHash;
        return { contentHash, ...(action === 'override' ? { reason: fresh('Reason') } : {}) };
      }
      case 'publish':
      case 'replaceEdition':
        return isCareless ? { change } : {};
      case 'submit':
        return isCareless ? {} : { change };
      case 'rollBack':
        return { edition, change };
      case 'schedule':
        return { wallTime, zone: 'UTC' };
      case 'reschedule':
        return { wallTime, zone: 'UTC' };
      case 'withdraw':
        return { reason: fresh('Reason'), notice: fresh('Notice') };
      case 'requestChanges':
        return { note: fresh('Note') };
      case 'spike':
      case 'unspike':
      case 'hold':
      case 'release':
      case 'unschedule':
        return isCareless ? {} : { reason: fresh('Reason') };
    }
  };

  const steps: Record<keyof typeof STEPS, () => () => Promise<void>> = {
    editArticle: () => {
      const { id } = random.pick(articles);
      const field = random.pick(['headline', 'standfirst']);
      const fields = { [field]: fresh(field) };
      const as = someone('writer');
      return () => patch({ what: 'edit', as, collection: 'articles', id, fields });
    },
    editSection: () => {
      const id = random.pick(random.pick(articles).sections);
      const fields = { body: body() };
      const as = someone('writer');
      return () => patch({ what: 'edit', as, collection: 'sections', id, fields });
    },
    editQuote: () => {
      const id = random.pick(quotes);
      const fields = { text: fresh('Said') };
      const as = someone('writer');
      return () => patch({ what: 'edit', as, collection: 'quotes', id, fields });
    },
    autosave: () => {
      const id = random.pick(random.pick(articles).sections);
      const fields = { body: body() };
      const query = '?draft=true&autosave=true';
      return () =>
        patch({ what: 'autosave', as: 'writer', collection: 'sections', id, fields, query });
    },
    useQuote: () => {
      const id = random.pick(random.pick(articles).sections);
      const fields = { quotes: quotes.filter(() => random.chance(0.5)) };
      return () => patch({ what: 'edit', as: 'writer', collection: 'sections', id, fields });
    },
    editStale: () => {
      const { id } = random.pick(articles);
      const behind = random.below(2);
      const fields = { standfirst: fresh('Known revision') };
      return async () => {
        const { revision } = await newest('articles', id);
        const more = { revision: revision - behind };
        await patch({
          what: 'edit with revision',
          as: 'writer',
          collection: 'articles',
          id,
          fields,
          more,
        });
      };
    },
    editSeveral: () => {
      const fields = { standfirst: fresh('For several') };
      const ids = articles.filter(() => random.chance(0.5)).map(({ id }) => id);
      const query = ids.map((id, index) => `where[id][in][${index}]=${id}`).join('&');
      const as = someone('editor');
      return async () => {
        if (ids.length === 0) return;
        const answer = await newsroom.rest('PATCH', `/articles?${query}`, { as, body: fields });
        // Each document is a save of its own: where one is refused (400), the others are done.
        seen('edit several', answer);
        for (const doc of answer.body.docs ?? [])
          acknowledge({ collection: 'articles', as, fields }, doc);
      };
    },
    editByMutation: () => {
      const { id } = random.pick(articles);
      const fields = { standfirst: fresh('By mutation') };
      const draft = random.pick(['', ', draft: true', ', draft: false']);
      const as = someone('writer');
      return async () => {
        const answer = await newsroom.graphql(
          `mutation { updateArticle(id: "${id}", data: { standfirst: "${fields.standfirst}" }${draft}) { id revision } }`,
          { as },
        );
        seen('edit by mutation', answer);
        const doc = answer.body?.data?.updateArticle;
        if (doc) acknowledge({ collection: 'articles', as, fields }, doc);
      };
    },
    addSection: () => {
      const article = random.pick(articles);
      const data = { heading: fresh('Heading'), body: body(), article: article.id };
      return async () => {
        const answer = await newsroom.rest('POST', '/sections', { as: 'writer', body: data });
        if (seen('add section', answer).status !== 201) return;
        const { id } = answer.body.doc;
        article.sections.push(id);
        acknowledge(
          { collection: 'sections', as: 'writer', fields: { body: data.body } },
          answer.body.doc,
        );
        log.nested.push({
          collection: 'articles',
          id: article.id,
          change: (text) => ({ ...text, sections: [...((text.sections ?? []) as string[]), id] }),
        });
      };
    },
    dropSection: () => {
      const { id } = random.pick(articles);
      return async () => {
        const { revision, sections } = await newest('articles', id);
        if (sections.length < 3) return;
        const fields = { sections: sections.slice(0, -1) };
        await patch({
          what: 'drop section',
          as: 'writer',
          collection: 'articles',
          id,
          fields,
          more: { revision },
        });
      };
    },
    restoreVersion: () => {
      const collection = random.pick(['articles', 'sections', 'quotes'] as const);
      const { id, sections } = random.pick(articles);
      const parent =
        collection === 'articles' ? id : random.pick(collection === 'quotes' ? quotes : sections);
      const page = random.below(4) + 1;
      const query = random.chance(0.8) ? '?draft=true' : '';
      return async () => {
        const { body: found } = await newsroom.rest(
          'GET',
          `/${collection}/versions?where[parent][equals]=${parent}&limit=1&page=${page}`,
          { as: 'admin' },
        );
        const version = found.docs[0]?.id;
        if (!version) return;
        const answer = await newsroom.rest('POST', `/${collection}/versions/${version}${query}`, {
          as: 'editor',
        });
        if (seen('restore version', answer).status !== 200) return;
        const { doc, ...own } = answer.body;
        const restored = (doc ?? own) as Fields & { id: string; revision: number };
        const fields = Object.fromEntries(
          TEXT_FIELDS[collection].map((name) => [name, restored[name]]),
        );
        acknowledge({ collection, as: 'editor', fields }, restored);
      };
    },
    restoreEdition: () => {
      const { id, editions } = random.pick(articles);
      const edition = editions.length > 0 ? random.pick(editions) : 'none';
      return async () => {
        const answer = await newsroom.rest('POST', `/articles/${id}/editions/${edition}/restore`, {
          as: 'editor',
        });
        if (seen('restore edition', answer).status !== 200) return;
        const { documents } = await newsroom.payload.findByID({
          collection: 'editions',
          id: edition,
          depth: 0,
        });
        const restored = documents as unknown as EditionDocuments;
        const saved = (collection: TextCollection, doc: Fields) =>
          log.nested.push({
            collection,
            id: String(doc.id),
            change: (text) => ({
              ...text,
              ...Object.fromEntries(
                TEXT_FIELDS[collection]
                  .filter((name) => name in doc)
                  .map((name) => [name, doc[name]]),
              ),
            }),
          });
        saved('articles', restored.article);
        for (const section of restored.sections) saved('sections', section);
        for (const quote of restored.quotes) saved('quotes', quote);
      };
    },
    forge: () => {
      const { id, sections } = random.pick(articles);
      const section = random.pick(sections);
      const [collection, target, words_] = random.pick([
        ['articles', id, { headline: 'FORGED' }],
        ['sections', section, { heading: 'FORGED' }],
        ['quotes', random.pick(quotes), { text: 'FORGED' }],
      ] as const);
      const trick = random.pick([
        { _status: 'published' },
        { _status: 'published', deletedAt: '2020-01-01T00:00:00.000Z' },
      ]);
      const query = random.pick(['', '?draft=true', '?unpublishAllLocales=true', '?autosave=true']);
      const as = random.pick(EVERYBODY);
      return async () => {
        const answer = await newsroom.rest('PATCH', `/${collection}/${target}${query}`, {
          as,
          body: { ...words_, ...trick },
        });
        if (seen('forge', answer).status < 400) log.faults.push(`forged: ${answer.text}`);
      };
    },
    repeat: () => {
      const keyed = log.actions.filter(({ key }) => key !== null);
      if (keyed.length === 0) return steps.act();
      const { answer: _, ...call } = random.pick(keyed.slice(-40));
      const isAbused = random.chance(0.1);
      const again = isAbused ? { ...call, articleId: random.pick(articles).id } : call;
      const times = 1 + random.below(2);
      return async () => {
        await Promise.all(Array.from({ length: times }, () => act(again, false)));
      };
    },
    act: () => {
      const article = random.pick(articles);
      const action = random.weighted(ACTIONS);
      const as = someone(PROPER[action] ?? 'publisher');
      const isMutation = ['submit', 'spike', 'unspike', 'hold', 'release'].includes(action)
        ? random.chance(0.3)
        : false;
      const key = !isMutation && random.chance(0.3) ? fresh('key') : null;
      const times = random.chance(0.1) ? 3 : 1;
      return async () => {
        const input = await inputOf(action, article);
        const who = action === 'approve' && as === 'editor' ? await approver(article.id) : as;
        const call = { as: who, articleId: article.id, action, body: input, key };
        await Promise.all(Array.from({ length: times }, () => act(call, isMutation)));
      };
    },
  };

  return { log, step: () => steps[random.weighted(STEPS)]() };
}

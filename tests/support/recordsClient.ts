import sharp from 'sharp';

import { orderRows } from '../../src/actions/schedule/orderRows';
import type { RichText } from '../../src/domain/richText/RichText';
import { carryOutOrder } from '../../src/scheduling/carryOutOrder';
import { claimOrder } from '../../src/scheduling/claimOrder';
import type { ModelRandom } from './modelRandom';
import type { Answer, Newsroom, Role } from './newsroom';
import {
  pictureOf,
  addressesOf,
  type ArticleWords,
  type FaceName,
  type ImageWords,
  type Picture,
  type PersonWords,
  type ReadersModel,
  type SectionWords,
  type TopicWords,
} from './readersModel';

export type Caller = Role | 'preview' | 'worker' | 'nobody';
const PEOPLE: readonly Role[] = ['admin', 'publisher', 'editor', 'fact-checker', 'writer'];
const EVERYBODY: readonly Caller[] = [...PEOPLE, 'preview', 'worker', 'nobody'];
const MAY_RELEASE: readonly Caller[] = ['admin', 'publisher', 'editor'];
const MAY_WRITE: readonly Caller[] = ['admin', 'publisher', 'editor', 'writer'];

const FACES = ['people', 'topics', 'media'] as const;
const TYPES = { people: 'Person', topics: 'Topic', media: 'Media' } as const;
const ENOUGH = { people: 4, topics: 4, media: 4 } as const;

/** How often each kind of step is taken. */
const STEPS = {
  editRecord: 14,
  editByMutation: 3,
  editSeveral: 2,
  forge: 5,
  replaceFile: 5,
  crop: 4,
  moveFocalPoint: 4,
  release: 12,
  restoreVersion: 3,
  duplicate: 2,
  remove: 3,
  trash: 2,
  untrash: 2,
  create: 3,
  editArticle: 8,
  editSection: 8,
  editQuote: 6,
  approve: 15,
  publish: 13,
  approveAndPublish: 2,
  fire: 6,
  rollBack: 3,
  withdraw: 2,
  strangersAct: 3,
} as const;

/** What a step may have moved: the comparison looks there first. */
export interface Touched {
  collection: FaceName | 'articles' | 'sections' | 'quotes';
  id: string;
}

export interface RecordsClient {
  start: () => Promise<void>;
  /** Takes one step to its end; says what it was. */
  step: () => Promise<{ what: string; touched: Touched[] }>;
  statuses: Record<string, number>;
  faults: string[];
  /** Words that readers were told besides the texts: notes of corrections and notices. */
  told: Set<string>;
}

/**
 * The newsroom at work on everything that readers are shown, one step after the other, by everybody,
 * people without a right to it and keys included. What is acknowledged changes the model.
 */
export function recordsClient({
  newsroom,
  random,
  model,
  keys,
}: {
  newsroom: Newsroom;
  random: ModelRandom;
  model: ReadersModel;
  keys: Record<'preview' | 'worker', string>;
}): RecordsClient {
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  const told = new Set<string>();
  /** Of an edition, what its change is called when it goes out. */
  const notes = new Map<string, string>();
  const submitted = new Map<string, string>();
  let count = 0;
  let touched: Touched[] = [];
  const fresh = (what: string) => `${what} w${(count += 1)}x`;
  const someone = (proper: Caller) => (random.chance(0.75) ? proper : random.pick(EVERYBODY));

  const identity = (as: Caller) =>
    as === 'nobody'
      ? {}
      : as === 'preview' || as === 'worker'
        ? { headers: { authorization: `users API-Key ${keys[as]}` } }
        : { as };
  const ask = async (what: string, as: Caller, method: string, path: string, body?: unknown) =>
    seen(what, await newsroom.rest(method, path, { ...identity(as), body }));
  const seen = (what: string, answer: Answer) => {
    const name = `${what} ${answer.status}`;
    statuses[name] = (statuses[name] ?? 0) + 1;
    if (answer.status >= 500) faults.push(`${what}: ${answer.text.slice(0, 600)}`);
    for (const address of answer.text.match(/\/files\/[0-9a-f]{64}\.\w+/g) ?? [])
      model.addresses.add(address);
    return answer;
  };
  const isDone = ({ status }: Answer) => status < 300;
  const refuseWriting = (what: string, as: Caller, answer: Answer) => {
    if (isDone(answer) && !MAY_WRITE.includes(as)) faults.push(`${what} was let through as ${as}`);
  };

  const ids = (name: FaceName, isAll = false) =>
    [...model[name]].flatMap(([id, { isTrashed }]) => (isAll || !isTrashed ? [id] : []));
  const maybe = (name: FaceName) =>
    random.chance(0.25) || ids(name).length === 0 ? null : random.pick(ids(name));

  const newWords = {
    people: (): Partial<PersonWords> =>
      random.pick([
        () => ({ name: fresh('Person') }),
        () => ({ biography: random.chance(0.2) ? null : fresh('Life') }),
        () => ({ aliases: random.chance(0.2) ? [] : [fresh('Alias')] }),
        () => ({ roles: random.chance(0.2) ? [] : [{ title: fresh('Role'), organisation: null }] }),
        () => ({ wikidataId: `Q${(count += 1)}` }),
        () => ({ portrait: maybe('media') }),
        () => ({ links: [{ label: fresh('Link'), url: `https://w${(count += 1)}x.example` }] }),
        () => ({ slug: fresh('person').replace(' ', '-') }),
      ])(),
    topics: (): Partial<TopicWords> =>
      random.pick([
        () => ({ name: fresh('Topic') }),
        () => ({ description: fresh('About') }),
        () => ({ parent: maybe('topics') }),
        () => ({ parent: maybe('topics') }),
        () => ({ iptcCode: String(10_000_000 + (count += 1)) }),
        () => ({ slug: fresh('topic').replace(' ', '-') }),
      ])(),
    media: (): Partial<Omit<ImageWords, 'file'>> =>
      random.pick([
        () => ({ alt: fresh('Alt') }),
        () => ({ caption: random.chance(0.2) ? null : fresh('Caption') }),
        () => ({ credit: fresh('Credit') }),
      ])(),
  };

  const newBytes = async (): Promise<Buffer> => {
    const n = (count += 1);
    const colour = { r: (n * 37) % 256, g: (n * 101) % 256, b: (n * 59) % 256 };
    const background = { r: 255 - colour.r, g: 255 - colour.g, b: 255 - colour.b };
    const half = { create: { width: 40, height: 40, channels: 3 as const, background: colour } };
    const right = await sharp(half).png().toBuffer();
    return sharp({ create: { width: 80, height: 40, channels: 3, background } })
      .composite([{ input: right, left: 40, top: 0 }])
      .png({ compressionLevel: 1 })
      .toBuffer();
  };

  const upload = async (
    what: string,
    as: Caller,
    options: { id?: string; fields?: object; query?: string; withFile?: boolean },
  ): Promise<Answer> => {
    const { withFile = true, ...rest } = options;
    const file = { name: 'quay.png', type: 'image/png', bytes: new Uint8Array() };
    if (withFile) file.bytes = new Uint8Array(await newBytes());
    const answer = await newsroom.upload({
      collection: 'media',
      ...identity(as),
      ...rest,
      ...(withFile ? { file } : {}),
    });
    refuseWriting(what, as, answer);
    return seen(what, answer);
  };

  const takeFile = (id: string, doc: Parameters<typeof pictureOf>[0]): void => {
    const file = pictureOf(doc);
    for (const address of addressesOf(file)) model.addresses.add(address);
    const record = model.media.get(id);
    if (record) record.newest = { ...record.newest, file };
  };

  const wordsOf = {
    people: (doc: Partial<PersonWords> & { name: string; slug: string }): PersonWords => ({
      name: doc.name,
      slug: doc.slug,
      aliases: doc.aliases ?? [],
      roles: (doc.roles ?? []).map(({ title, organisation }) => ({
        title,
        organisation: organisation ?? null,
      })),
      biography: doc.biography ?? null,
      portrait: doc.portrait ?? null,
      wikidataId: doc.wikidataId ?? null,
      links: (doc.links ?? []).map(({ label, url }) => ({ label, url })),
    }),
    topics: (doc: Partial<TopicWords> & { name: string; slug: string }): TopicWords => ({
      name: doc.name,
      slug: doc.slug,
      description: doc.description ?? null,
      parent: doc.parent ?? null,
      iptcCode: doc.iptcCode ?? null,
    }),
    media: (doc: Partial<ImageWords> & Picture): ImageWords => ({
      alt: doc.alt ?? null,
      caption: doc.caption ?? null,
      credit: doc.credit ?? null,
      file: pictureOf(doc),
    }),
  };
  const know = (name: FaceName, doc: { id: string }): void => {
    const newest = wordsOf[name](doc as never);
    const known = model[name].get(doc.id);
    if (known) known.newest = newest;
    else
      (model[name] as Map<string, unknown>).set(doc.id, { newest, face: null, isTrashed: false });
  };

  const create = async (name: FaceName, as: Caller): Promise<void> => {
    const words = fresh(TYPES[name]);
    const answer =
      name === 'media'
        ? await upload('create', as, { fields: { alt: words, credit: fresh('Credit') } })
        : await ask('create', as, 'POST', `/${name}`, { name: words });
    if (!isDone(answer)) return;
    if (!MAY_WRITE.includes(as)) faults.push(`${name} created as ${as}`);
    know(name, answer.body.doc);
    touch(name, answer.body.doc.id);
  };

  const touch = (collection: Touched['collection'], id: string): void => {
    touched.push({ collection, id });
  };

  const change = <N extends FaceName>(name: N, id: string, words: object): void => {
    const record = model[name].get(id);
    if (record) Object.assign(record.newest, words);
  };

  const body = (text: string, image: string | null): RichText =>
    ({
      root: {
        type: 'root',
        version: 1,
        format: '',
        indent: 0,
        direction: null,
        children: [
          {
            type: 'paragraph',
            version: 1,
            format: '',
            indent: 0,
            direction: null,
            textFormat: 0,
            textStyle: '',
            children: [
              { type: 'text', version: 1, text, format: 0, style: '', mode: 'normal', detail: 0 },
            ],
          },
          ...(image
            ? [
                {
                  type: 'upload',
                  version: 3,
                  format: '',
                  id: image,
                  relationTo: 'media',
                  value: image,
                  fields: {},
                },
              ]
            : []),
        ],
      },
    }) as unknown as RichText;

  const approver = async (articleId: string): Promise<Role | null> => {
    const { body: overview } = await newsroom.rest('GET', `/articles/${articleId}/actions`, {
      as: 'editor',
    });
    const free = (['editor', 'publisher', 'admin'] as const).filter(
      (role) => !overview.contributors.includes(newsroom.users[role].name),
    );
    return free[0] ?? null;
  };
  const hashOf = async (articleId: string): Promise<string> =>
    (await newsroom.rest('GET', `/articles/${articleId}/actions`, { as: 'editor' })).body
      .contentHash;
  const act = (as: Caller, articleId: string, action: string, input: object) =>
    ask(action, as, 'POST', `/articles/${articleId}/actions/${action}`, input);

  /** One that is in review already stays there. */
  const submit = async (articleId: string): Promise<void> => {
    const note = fresh('Note');
    const kind = random.pick(['minor', 'correction']);
    const answer = await act('writer', articleId, 'submit', { change: { kind, note } });
    if (isDone(answer)) submitted.set(articleId, kind === 'minor' ? '' : note);
  };
  const froze = (articleId: string, answer: Answer): void => {
    const id = answer.body.edition.id as string;
    if (model.editions.has(id)) return;
    model.editions.set(id, model.freeze(articleId));
    model.articles.get(articleId)?.editions.push(id);
    notes.set(id, submitted.get(articleId) ?? '');
  };
  const wentOut = (articleId: string, editionId: string): void => {
    model.show(articleId, editionId);
    told.add(notes.get(editionId) ?? '');
    touch('articles', articleId);
  };
  const articleId = () => random.pick([...model.articles.keys()]);
  /** Mostly one for which there is something to do. */
  const articleThat = (waits: (id: string) => boolean): string => {
    const waiting = [...model.articles.keys()].filter(waits);
    return waiting.length > 0 && random.chance(0.9) ? random.pick(waiting) : articleId();
  };
  const lastEdition = (id: string) => model.articles.get(id)?.editions.at(-1);
  const isChanged = (id: string) =>
    JSON.stringify(model.freeze(id)) !== JSON.stringify(model.editions.get(lastEdition(id) ?? ''));
  const isApproved = (id: string) =>
    lastEdition(id) !== (model.articles.get(id)?.live ?? undefined);

  const steps: Record<keyof typeof STEPS, () => Promise<void>> = {
    editRecord: async () => {
      const name = random.pick(FACES);
      const id = random.pick(ids(name));
      const as = someone(name === 'topics' ? 'editor' : 'writer');
      const words = newWords[name]();
      const query = random.pick(['', '?draft=true', '?autosave=true&draft=true', '?locale=en']);
      const answer = await ask(`edit ${name}`, as, 'PATCH', `/${name}/${id}${query}`, words);
      refuseWriting(`edit ${name}`, as, answer);
      if (isDone(answer)) change(name, id, words);
      touch(name, id);
    },
    editByMutation: async () => {
      const name = random.pick(FACES);
      const id = random.pick(ids(name));
      const field = { people: 'biography', topics: 'description', media: 'caption' }[name];
      const words = fresh('Mutated');
      const as = someone('editor');
      const draft = random.pick(['', ', draft: true', ', draft: false']);
      const status = random.pick(['', '', ', _status: draft', ', _status: published']);
      const more = name === 'people' || name === 'topics' ? 'name' : 'alt';
      const { body: answer, ...rest } = await newsroom.graphql(
        `mutation { update${TYPES[name]}(id: "${id}", data: { ${field}: "${words}"${status} }${draft}) { id ${more} } }`,
        identity(as),
      );
      const isSaved = Boolean(answer?.data?.[`update${TYPES[name]}`]);
      seen('mutation', { ...rest, body: answer, status: isSaved ? 200 : 400 });
      if (isSaved && (status.includes('published') || !MAY_WRITE.includes(as)))
        faults.push(`${status} mutated as ${as}`);
      if (isSaved) change(name, id, { [field]: words });
      touch(name, id);
    },
    editSeveral: async () => {
      const name = random.pick(['people', 'media'] as const);
      const some = ids(name).filter(() => random.chance(0.6));
      if (some.length === 0) return;
      const words = name === 'people' ? { biography: fresh('For all') } : { caption: fresh('All') };
      const query = some.map((id, index) => `where[id][in][${index}]=${id}`).join('&');
      const as = someone('editor');
      const answer = await ask('edit several', as, 'PATCH', `/${name}?${query}`, words);
      for (const doc of answer.body?.docs ?? []) change(name, doc.id, words);
      for (const id of some) touch(name, id);
    },
    forge: async () => {
      const name = random.pick(FACES);
      const id = random.pick(ids(name));
      const as = random.pick(EVERYBODY);
      const trick = random.pick([
        { _status: 'published' },
        { _status: 'published', deletedAt: '2020-01-01T00:00:00.000Z' },
        { isPublic: true, faceWaits: false },
        { _status: 'draft', isPublic: true, revision: undefined },
        { storedAs: 'x', url: '/files/x.png', sizes: {}, original: {}, width: 1, filename: 'w0x' },
      ]);
      const query = random.pick([
        '',
        '?draft=true',
        '?draft=false',
        '?autosave=true',
        '?publishAllLocales=true',
        '?unpublishAllLocales=true',
        '?publishSpecificLocale=en',
      ]);
      const words = newWords[name]();
      const path = `/${name}/${id}${query}`;
      const answer = await ask('forge', as, 'PATCH', path, { ...words, ...trick });
      if (isDone(answer)) {
        if ('_status' in trick && trick._status === 'published') faults.push(`forged as ${as}`);
        change(name, id, words);
      }
      touch(name, id);
    },
    replaceFile: async () => {
      const id = random.pick(ids('media'));
      const fields = random.chance(0.3) ? newWords.media() : {};
      const answer = await upload('replace file', someone('writer'), { id, fields });
      if (isDone(answer)) {
        change('media', id, fields);
        takeFile(id, answer.body.doc);
      }
      touch('media', id);
    },
    crop: async () => {
      const id = random.pick(ids('media'));
      const query = `?uploadEdits[crop][x]=${random.below(40)}&uploadEdits[crop][y]=${random.below(40)}&uploadEdits[widthInPixels]=${8 + random.below(20)}&uploadEdits[heightInPixels]=${8 + random.below(10)}`;
      const answer = await upload('crop', someone('writer'), { id, query, withFile: false });
      if (isDone(answer)) takeFile(id, answer.body.doc);
      touch('media', id);
    },
    moveFocalPoint: async () => {
      const id = random.pick(ids('media'));
      const as = someone('writer');
      const focal = { focalX: random.below(101), focalY: random.below(101) };
      const answer = await ask('focal point', as, 'PATCH', `/media/${id}`, focal);
      refuseWriting('focal point', as, answer);
      if (isDone(answer)) takeFile(id, answer.body.doc);
      touch('media', id);
    },
    release: async () => {
      const name = random.pick(FACES);
      const id = random.pick(ids(name));
      const as = someone('editor');
      const { body: face } = await newsroom.rest('GET', `/${name}/${id}/face`, { as: 'editor' });
      const hash = random.chance(0.9) ? face.hash : random.pick(['of another', null]);
      const answer = random.chance(0.8)
        ? await ask('release', as, 'POST', `/${name}/${id}/actions/release`, { hash })
        : await releaseByMutation(name, id, as, hash);
      if (isDone(answer)) {
        if (!MAY_RELEASE.includes(as)) faults.push(`${name} released as ${as}`);
        if (hash !== face.hash) faults.push(`${name} released unread`);
        model.release(name, id);
      }
      touch(name, id);
    },
    restoreVersion: async () => {
      const name = random.pick(FACES);
      const id = random.pick(ids(name));
      const page = 1 + random.below(4);
      const { body: versions } = await newsroom.rest(
        'GET',
        `/${name}/versions?where[parent][equals]=${id}&limit=1&page=${page}`,
        { as: 'admin' },
      );
      const version = versions.docs[0]?.id;
      if (!version) return;
      const as = someone('editor');
      const query = random.chance(0.8) ? '?draft=true' : '';
      const answer = await ask('restore', as, 'POST', `/${name}/versions/${version}${query}`);
      if (isDone(answer)) {
        if (query === '') faults.push('restored as no draft');
        know(name, answer.body.doc ?? answer.body);
      }
      touch(name, id);
    },
    duplicate: async () => {
      const name = random.pick(FACES);
      const id = random.pick(ids(name));
      const as = someone('editor');
      const query = random.pick(['', '?draft=false', '?draft=true']);
      const trick = random.chance(0.5) ? { _status: 'published', isPublic: true } : {};
      const answer = await ask('duplicate', as, 'POST', `/${name}/${id}/duplicate${query}`, trick);
      if (!isDone(answer)) return;
      know(name, answer.body.doc);
      touch(name, answer.body.doc.id);
    },
    remove: async () => {
      const name = random.pick(FACES);
      const id = random.pick(ids(name, true));
      const as = someone('editor');
      const answer = await ask('delete', as, 'DELETE', `/${name}/${id}?trash=true`);
      if (isDone(answer)) {
        if (!MAY_RELEASE.includes(as)) faults.push(`${name} deleted as ${as}`);
        model[name].delete(id);
        if (ids(name).length < ENOUGH[name]) await create(name, 'editor');
      }
      touch(name, id);
    },
    trash: async () => {
      const name = random.pick(FACES);
      const id = random.pick(ids(name));
      const deletedAt = new Date().toISOString();
      const answer = await ask('trash', someone('editor'), 'PATCH', `/${name}/${id}`, {
        deletedAt,
      });
      const record = model[name].get(id);
      if (isDone(answer) && record) {
        record.isTrashed = true;
        if (ids(name).length < ENOUGH[name]) await create(name, 'editor');
      }
      touch(name, id);
    },
    untrash: async () => {
      const name = random.pick(FACES);
      const all = ids(name, true).filter((id) => model[name].get(id)?.isTrashed);
      if (all.length === 0) return;
      const id = random.pick(all);
      const path = `/${name}/${id}?trash=true`;
      const trick = random.pick([{}, {}, { _status: 'published' }]);
      const body_ = { deletedAt: null, ...trick };
      const answer = await ask('untrash', someone('editor'), 'PATCH', path, body_);
      const record = model[name].get(id);
      // It comes back as a draft.
      if (isDone(answer) && record) Object.assign(record, { isTrashed: false, face: null });
      touch(name, id);
    },
    create: () => {
      const name = random.pick(FACES);
      return create(name, someone(name === 'topics' ? 'editor' : 'writer'));
    },
    editArticle: async () => {
      const id = articleId();
      const article = model.articles.get(id);
      const others = [...model.articles.keys()].filter((other) => other !== id);
      const words: Partial<ArticleWords> = random.pick<() => Partial<ArticleWords>>([
        () => ({ headline: fresh('Headline') }),
        () => ({ webHeadline: random.chance(0.3) ? null : fresh('Web') }),
        () => ({ standfirst: fresh('Standfirst') }),
        () => ({ dateline: fresh('Place') }),
        () => ({ leadImage: maybe('media') }),
        () => ({ leadImage: maybe('media') }),
        () => ({ leadImageCaption: random.chance(0.4) ? null : fresh('Lead caption') }),
        () => ({ topics: ids('topics').filter(() => random.chance(0.4)) }),
        () => ({ topics: ids('topics').filter(() => random.chance(0.4)) }),
        () => ({
          bylines: [{ name: random.chance(0.5) ? fresh('Byline') : null, person: maybe('people') }],
        }),
        () => ({ bylines: [{ name: null, person: maybe('people') }] }),
        () => ({ relatedArticles: others.filter(() => random.chance(0.4)) }),
        () => ({ sections: [...(article?.newest.sections ?? [])].reverse() }),
        () => ({ slug: fresh('story').replace(' ', '-') }),
      ])();
      const as = someone('writer');
      const answer = await ask('edit article', as, 'PATCH', `/articles/${id}`, words);
      // A fact-checker's save is taken and keeps the text as it is: what they save is the check.
      if (as !== 'fact-checker') refuseWriting('edit article', as, answer);
      if (isDone(answer) && article && as !== 'fact-checker') Object.assign(article.newest, words);
      touch('articles', id);
    },
    editSection: async () => {
      const id = random.pick([...model.sections.keys()]);
      const words = model.sections.get(id) as SectionWords;
      const next = random.pick<() => Partial<SectionWords>>([
        () => ({ text: fresh('Words') }),
        () => ({ image: maybe('media') }),
        () => ({ heading: fresh('Heading') }),
        () => ({ people: ids('people').filter(() => random.chance(0.4)) }),
        () => ({ quotes: [...model.quotes.keys()].filter(() => random.chance(0.5)) }),
      ])();
      const { text, image, ...rest } = { ...words, ...next };
      const data = { ...rest, body: body(text, image) };
      const as = someone('writer');
      const query = random.pick(['', '?draft=true', '?draft=true&autosave=true']);
      const answer = await ask('edit section', as, 'PATCH', `/sections/${id}${query}`, data);
      refuseWriting('edit section', as, answer);
      if (isDone(answer)) model.sections.set(id, { ...words, ...next });
      touch('sections', id);
    },
    editQuote: async () => {
      const id = random.pick([...model.quotes.keys()]);
      const next = random.pick([
        () => ({ text: fresh('Said') }),
        () => ({ speaker: maybe('people') }),
        () => ({ attribution: fresh('Attributed') }),
      ])();
      const as = someone('writer');
      const answer = await ask('edit quote', as, 'PATCH', `/quotes/${id}`, next);
      const quote = model.quotes.get(id);
      if (isDone(answer) && quote) Object.assign(quote, next);
      touch('quotes', id);
    },
    approve: async () => {
      const id = articleThat(isChanged);
      await submit(id);
      const who = await approver(id);
      const contentHash = await hashOf(id);
      const answer = who
        ? await act(who, id, 'approve', { contentHash })
        : await act('admin', id, 'override', { contentHash, reason: 'Nobody else is there' });
      if (isDone(answer)) froze(id, answer);
    },
    publish: async () => {
      const id = articleThat(isApproved);
      const answer = await act(someone('publisher'), id, 'publish', {});
      if (isDone(answer)) wentOut(id, answer.body.edition.id);
      touch('articles', id);
    },
    approveAndPublish: async () => {
      const id = articleThat(isChanged);
      await submit(id);
      const who = await approver(id);
      if (who !== 'publisher' && who !== 'admin') return;
      const contentHash = await hashOf(id);
      const answer = await act(who, id, 'approveAndPublish', { contentHash });
      if (!isDone(answer)) return;
      froze(id, answer);
      wentOut(id, answer.body.edition.id);
    },
    fire: async () => {
      const id = articleThat(isApproved);
      const wallTime = `${new Date().getUTCFullYear() + 1}-07-01T12:00:00`;
      const when = { wallTime, zone: 'UTC' };
      const answer = await act('publisher', id, 'schedule', when);
      if (!isDone(answer)) return;
      const { ObjectId } = newsroom.payload.db.connection.base.Types;
      const _id = new ObjectId(String(answer.body.publication.id));
      const rows = orderRows(newsroom.payload);
      const edition = String((await rows.findOne({ _id }))?.edition);
      // Between the order and its time others go on working.
      for (let left = random.below(3); left > 0; left -= 1) {
        const next = ['editRecord', 'moveFocalPoint', 'replaceFile', 'release'] as const;
        await steps[random.pick(next)]();
      }
      const at = new Date(Date.now() - 500);
      await rows.updateOne({ _id }, { $set: { at, wakeAt: at } });
      const due = await rows.findOne({ _id });
      if (!due) throw new Error('The order is gone.');
      const { payload } = newsroom;
      const claimed = await claimOrder({ payload, due, owner: 'the day', leaseMs: 60_000 });
      if (!claimed) throw new Error('The order was claimed by nobody.');
      const outcome = await carryOutOrder({ payload, claimed, leaseMs: 60_000 });
      const name = `fire ${outcome.kind}`;
      statuses[name] = (statuses[name] ?? 0) + 1;
      if (outcome.kind === 'fired') wentOut(id, edition);
      else await act('publisher', id, 'unschedule', { reason: 'It was not to be.' });
    },
    rollBack: async () => {
      const id = articleId();
      const editions = model.articles.get(id)?.editions ?? [];
      if (editions.length === 0) return;
      const note = fresh('Rolled back');
      const edition = random.pick(editions);
      const change_ = { kind: 'correction', note };
      const answer = await act(someone('publisher'), id, 'rollBack', { edition, change: change_ });
      if (!isDone(answer)) return;
      told.add(note);
      model.show(id, answer.body.edition.id);
      touch('articles', id);
    },
    withdraw: async () => {
      const id = articleId();
      const notice = fresh('Notice');
      const input = { reason: fresh('Reason'), notice };
      const answer = await act(someone('publisher'), id, 'withdraw', input);
      if (!isDone(answer)) return;
      told.add(notice);
      model.hide(id);
      touch('articles', id);
    },
    strangersAct: async () => {
      const as = random.pick(['preview', 'worker', 'nobody', 'fact-checker', 'writer'] as const);
      const id = articleId();
      const action = random.pick([
        'publish',
        'approve',
        'rollBack',
        'withdraw',
        'schedule',
      ] as const);
      const contentHash = await hashOf(id);
      const [edition] = model.articles.get(id)?.editions ?? [];
      const input = {
        publish: {},
        approve: { contentHash },
        rollBack: { edition },
        withdraw: { reason: 'Mine', notice: fresh('Stranger') },
        schedule: { wallTime: '2030-01-01T00:00:00', zone: 'UTC' },
      }[action];
      const answer = await act(as, id, action, input);
      if (isDone(answer)) faults.push(`${action} as ${as}`);
    },
  };

  const releaseByMutation = async (name: FaceName, id: string, as: Caller, hash: string | null) => {
    const { body: answer, ...rest } = await newsroom.graphql(
      `mutation { release${TYPES[name]}(id: "${id}", hash: ${JSON.stringify(hash ?? '')}) { id } }`,
      identity(as),
    );
    const status = answer?.data?.[`release${TYPES[name]}`] ? 200 : 400;
    return seen('release by mutation', { ...rest, body: answer, status });
  };

  const start = async (): Promise<void> => {
    for (const name of FACES) {
      for (let n = 0; n < ENOUGH[name]; n += 1) await create(name, 'editor');
    }
    for (let n = 0; n < 3; n += 1) {
      const words = { text: fresh('Said'), speaker: null, attribution: fresh('A keeper') };
      const made = await ask('start', 'writer', 'POST', '/quotes', { ...words, kind: 'indirect' });
      model.quotes.set(made.body.doc.id, words);
    }
    for (let n = 0; n < 4; n += 1) {
      const sections: string[] = [];
      for (let m = 0; m < 2; m += 1) {
        const words = {
          heading: m === 0 ? null : fresh('Heading'),
          text: fresh('Words'),
          image: null,
          people: [],
          quotes: [],
        };
        const { text, image: _, ...rest } = words;
        const data = { ...rest, body: body(text, null) };
        const made = await ask('start', 'writer', 'POST', '/sections?draft=true', data);
        sections.push(made.body.doc.id);
        model.sections.set(made.body.doc.id, words);
      }
      const words: ArticleWords = {
        slug: fresh('story').replace(' ', '-'),
        headline: fresh('Headline'),
        webHeadline: null,
        standfirst: fresh('Standfirst'),
        dateline: null,
        bylines: [],
        topics: [],
        leadImage: null,
        leadImageCaption: null,
        sections,
        relatedArticles: [],
      };
      const made = await ask('start', 'writer', 'POST', '/articles?draft=true', words);
      model.articles.set(made.body.doc.id, {
        newest: words,
        editions: [],
        live: null,
        isWithdrawn: false,
        shownAt: 0,
        slugs: new Set(),
        headings: new Set(),
      });
    }
  };

  return {
    start,
    step: async () => {
      touched = [];
      const what = random.weighted(STEPS);
      await steps[what]();
      return { what, touched };
    },
    statuses,
    faults,
    told,
  };
}

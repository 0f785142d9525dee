import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import type { StoryToSave, WholeStory } from '../../src/domain/story/WholeStory';
import { openNewsroom, publish, writeArticle, type Newsroom, type Role } from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

const text = (...paragraphs: string[]) => lexicalFromParagraphs(paragraphs);

async function read(id: string): Promise<WholeStory> {
  const answer = await newsroom.rest('GET', `/articles/${id}/story`, { as: 'writer' });
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}

const save = (
  id: string,
  body: unknown,
  { as = 'writer', key }: { as?: Role; key?: string } = {},
) =>
  newsroom.rest('PUT', `/articles/${id}/story`, {
    as,
    body,
    ...(key ? { headers: { 'idempotency-key': key } } : {}),
  });

/** What a client sends that changed nothing. */
function asRead({ revision, headline, standfirst, sections }: WholeStory): StoryToSave {
  return {
    revision,
    headline,
    standfirst,
    sections: sections.map((section) => ({ ...section })),
  };
}

async function open() {
  const { article } = await writeArticle(newsroom);
  const story = asRead(await read(article.id));
  const [lead, second] = story.sections;
  if (!lead || !second) throw new Error('The article has no two sections.');
  return { id: article.id, story, lead, second };
}

async function versions(collection: 'articles' | 'sections', id: string) {
  const { docs } = await newsroom.payload.findVersions({
    collection,
    where: { parent: { equals: id } },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
  });
  return docs;
}

describe('a whole story', () => {
  it('is read, and saved as it was read without a single new version', async () => {
    const { id, story, lead } = await open();
    const before = await versions('articles', id);
    const answer = await save(id, story);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body.revision).toBe(story.revision);
    expect(await versions('articles', id)).toHaveLength(before.length);
    expect(await versions('sections', String(lead.id))).toHaveLength(1);
  });

  it('takes sections that are made, split, moved and left out, all at once', async () => {
    const { id, story, lead, second } = await open();
    const split = { id: null, revision: null, heading: 'The first evening', body: text('Boats.') };
    const answer = await save(id, {
      ...story,
      headline: 'Port Hallow lights up',
      sections: [second, { ...lead, body: text('The lighthouse was lit.') }, split],
    });
    expect(answer.status, answer.text).toBe(200);
    const after = await read(id);
    expect(after).toMatchObject({
      headline: 'Port Hallow lights up',
      revision: answer.body.revision,
      sections: [
        { id: second.id, heading: 'A long wait' },
        { id: lead.id, body: text('The lighthouse was lit.') },
        { heading: 'The first evening', body: text('Boats.') },
      ],
    });
    expect(after.sections.map(({ id: one, revision }) => ({ id: one, revision }))).toEqual(
      answer.body.sections,
    );

    // Left out, and brought back with its id: as an undo does.
    const [, , made] = after.sections;
    const without = await save(id, { ...asRead(after), sections: after.sections.slice(0, 2) });
    expect(without.status, without.text).toBe(200);
    const kept = await newsroom.payload.findByID({
      collection: 'sections',
      id: String(made?.id),
      draft: true,
      depth: 0,
    });
    expect(kept).toMatchObject({ article: id, body: text('Boats.') });
    const back = await save(id, {
      ...asRead(after),
      revision: without.body.revision,
      sections: after.sections,
    });
    expect(back.status, back.text).toBe(200);
    expect((await read(id)).sections).toHaveLength(3);
  });

  it('leaves what is not sent as it is stored, byte for byte', async () => {
    const { id, story, lead, second } = await open();
    // A body as another editor might have stored it, with its properties in another order.
    const image = { value: '65f000000000000000000001', relationTo: 'media', type: 'upload' };
    const odd = { root: { ...text('Kept.').root, children: [{ ...image, version: 9 }] } };
    const write = await newsroom.rest('PATCH', `/sections/${lead.id}`, {
      as: 'writer',
      body: { body: odd },
    });
    expect(write.status, write.text).toBe(200);
    const answer = await save(id, {
      ...story,
      sections: [
        { id: lead.id, revision: lead.revision },
        { ...second, heading: 'A very long wait' },
      ],
    });
    expect(answer.status, answer.text).toBe(200);
    const [kept, changed] = (await read(id)).sections;
    expect(JSON.stringify(kept?.body)).toBe(JSON.stringify(odd));
    expect(changed?.heading).toBe('A very long wait');
  });

  it('is saved once, however often the same request arrives', async () => {
    const { id, story } = await open();
    const body = {
      ...story,
      sections: [...story.sections, { id: null, revision: null, heading: 'New', body: text('X.') }],
    };
    const key = `${id}-once`;
    const first = await save(id, body, { key });
    const again = await save(id, body, { key });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect((await read(id)).sections).toHaveLength(3);
  });
});

describe('two people at once', () => {
  it('on different sections are in nobody’s way', async () => {
    const { id, story, lead, second } = await open();
    const untouched = ({ id: one, revision }: typeof lead) => ({ id: one, revision });
    const answers = await Promise.all([
      save(id, { ...story, sections: [{ ...lead, body: text('One.') }, untouched(second)] }),
      save(
        id,
        { ...story, sections: [untouched(lead), { ...second, body: text('Two.') }] },
        { as: 'editor' },
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await read(id)).sections).toMatchObject([
      { body: text('One.') },
      { body: text('Two.') },
    ]);
  });

  it('on one section: one is saved, the other told with both texts and nothing of it saved', async () => {
    const { id, story, lead, second } = await open();
    const body = (words: string) => ({
      ...story,
      headline: `Headline of ${words}`,
      sections: [{ ...lead, body: text(`Lead of ${words}`) }, second],
    });
    const answers = await Promise.all([
      save(id, body('one')),
      save(id, body('two'), { as: 'editor' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [winner, loser] = answers[0].status === 200 ? ['one', 'two'] : ['two', 'one'];
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.errors[0].data).toMatchObject({
      code: 'STALE_SAVE',
      stale: { article: true, sections: [lead.id] },
      yours: { headline: `Headline of ${loser}`, sections: [{ body: text(`Lead of ${loser}`) }] },
      newest: {
        headline: `Headline of ${winner}`,
        sections: [{ id: lead.id, body: text(`Lead of ${winner}`) }, { id: second.id }],
      },
    });
    expect(await read(id)).toMatchObject({
      headline: `Headline of ${winner}`,
      sections: [{ body: text(`Lead of ${winner}`) }, {}],
    });
  });

  it('never writes over a version that another person wrote, and makes one row of one’s own typing', async () => {
    const { id, story, lead, second } = await open();
    let revision = Number(lead.revision);
    const type = async (words: string, as: Role) => {
      const answer = await save(
        id,
        { ...story, sections: [{ ...lead, revision, body: text(words) }, second] },
        { as },
      );
      expect(answer.status, answer.text).toBe(200);
      revision = answer.body.sections[0].revision;
    };
    await type('The w', 'writer');
    await type('The writer’s', 'writer');
    await type('The editor’s', 'editor');
    await type('The editor’s own', 'editor');
    // The stock form saves as it always did, and spares the editor’s row too.
    const form = await newsroom.rest('PATCH', `/sections/${lead.id}?draft=true&autosave=true`, {
      as: 'writer',
      body: { body: text('The form’s'), revision },
    });
    expect(form.status, form.text).toBe(200);
    const rows = await versions('sections', String(lead.id));
    expect(rows.map(({ version }) => 'body' in version && version.body)).toEqual([
      text('The lighthouse of Port Hallow was lit on Tuesday.'),
      text('The writer’s'),
      text('The editor’s own'),
      text('The form’s'),
    ]);
    const { writer, editor } = newsroom.users;
    expect(rows.slice(1).map(({ version }) => version.savedBy)).toEqual([
      writer.id,
      editor.id,
      writer.id,
    ]);
  });
});

describe('the gate', () => {
  it('shows readers what was published, and makes the working copy a draft', async () => {
    const { id, story, lead, second } = await open();
    await publish(newsroom, id);
    const before = await newsroom.rest('GET', `/sections/${lead.id}`);
    const { sections, ...fresh } = asRead(await read(id));
    const answer = await save(id, {
      ...fresh,
      headline: 'Not for readers yet',
      sections: [{ ...sections[0], body: text('Not for readers yet.') }],
    });
    expect(answer.status, answer.text).toBe(200);
    const article = await newsroom.rest('GET', `/articles/${id}`);
    expect(article.body.headline).toBe(story.headline);
    expect(article.body.sections).toEqual([lead.id, second.id]);
    expect((await newsroom.rest('GET', `/sections/${lead.id}`)).text).toBe(before.text);
    expect(before.text).not.toContain('savedBy');
    const draft = await newsroom.rest('GET', `/articles/${id}?draft=true`, { as: 'editor' });
    expect(draft.body.workflow.stage).toBe('draft');
    expect(draft.body.sections).toEqual([lead.id]);
  });

  it('ends an approval, also by a section alone', async () => {
    const { id, story, lead, second } = await open();
    await newsroom.rest('POST', `/articles/${id}/actions/submit`, { as: 'writer' });
    const { body: overview } = await newsroom.rest('GET', `/articles/${id}/actions`, {
      as: 'editor',
    });
    const approval = await newsroom.rest('POST', `/articles/${id}/actions/approve`, {
      as: 'editor',
      body: { contentHash: overview.contentHash },
    });
    expect(approval.status, approval.text).toBe(200);
    const same = await save(id, { ...story, sections: [lead, second] });
    expect(same.status).toBe(200);
    const stage = async () =>
      (await newsroom.rest('GET', `/articles/${id}?draft=true`, { as: 'editor' })).body.workflow
        .stage;
    expect(await stage()).toBe('approved');
    const answer = await save(id, {
      ...story,
      sections: [{ ...lead, body: text('Changed after approval.') }, second],
    });
    expect(answer.status, answer.text).toBe(200);
    expect(await stage()).toBe('draft');
  });

  it('lets nobody save who may not', async () => {
    const { id, story, lead, second } = await open();
    const changed = { ...story, sections: [{ ...lead, body: text('Changed.') }, second] };
    expect((await newsroom.rest('GET', `/articles/${id}/story`)).status).toBe(401);
    expect((await newsroom.rest('PUT', `/articles/${id}/story`, { body: changed })).status).toBe(
      401,
    );
    expect((await save(id, changed, { as: 'fact-checker' })).status).toBe(403);
    expect((await save(id, { ...story, headline: 'Checked' }, { as: 'fact-checker' })).status).toBe(
      403,
    );

    const { article: others } = await writeArticle(newsroom);
    await newsroom.payload.db.updateVersion({
      collection: 'articles',
      where: { parent: { equals: others.id } },
      versionData: {
        version: {
          ...others,
          workflow: { ...others.workflow, createdBy: newsroom.users.admin.id },
        },
      },
    });
    const theirs = asRead(await read(others.id));
    const refused = await save(others.id, {
      ...theirs,
      sections: [...theirs.sections, { id: null, revision: null, body: text('Mine.') }],
    });
    expect(refused.status, refused.text).toBe(403);
    expect(await read(others.id)).toMatchObject({ sections: [{}, {}] });
  });

  it('takes nothing half: one wrong part, and nothing of it is saved', async () => {
    const { id, story, lead, second } = await open();
    const other = await open();
    const before = await read(id);
    const faults: [number, object][] = [
      [400, { headline: 'x'.repeat(301) }],
      [400, { headline: null }],
      [400, { standfirst: 'x'.repeat(1001) }],
      [400, { revision: -1 }],
      [400, { isPublic: true }],
      [400, { sections: [{ ...lead, id: 'lead' }] }],
      [400, { sections: [lead, lead] }],
      [400, { sections: [{ ...lead, revision: null }] }],
      [400, { sections: [{ ...lead, body: 'words' }] }],
      [400, { sections: [{ ...lead, body: { root: { type: 'root', children: [1] } } }] }],
      [
        400,
        {
          sections: [
            { ...lead, body: text('Changed.') },
            { ...second, heading: 7 },
          ],
        },
      ],
      [400, { sections: [{ ...lead, id: '0'.repeat(24) }] }],
      [409, { sections: [{ ...lead, body: text('Changed.') }, other.lead] }],
    ];
    for (const [status, fault] of faults) {
      const answer = await save(id, { ...story, ...fault });
      expect([answer.status, JSON.stringify(fault)], answer.text).toEqual([
        status,
        JSON.stringify(fault),
      ]);
      expect(answer.body.errors[0].message.length).toBeGreaterThan(20);
    }
    for (const body of ['{', '[]', '"words"', 'null']) {
      expect((await save(id, body)).status, body).toBe(400);
    }
    expect(await read(id)).toEqual(before);
    for (const nowhere of ['0'.repeat(24), 'nowhere']) {
      expect((await save(nowhere, story)).status).toBe(404);
      const answer = await newsroom.rest('GET', `/articles/${nowhere}/story`, { as: 'writer' });
      expect(answer.status).toBe(404);
    }
  });

  it('saves nothing into the trash', async () => {
    const { id, story } = await open();
    const trashed = await newsroom.rest('PATCH', `/articles/${id}`, {
      as: 'editor',
      body: { deletedAt: new Date().toISOString() },
    });
    expect(trashed.status, trashed.text).toBe(200);
    const answer = await save(id, { ...story, headline: 'From the trash' });
    expect(answer.status).toBe(404);
  });
});

describe('a story that several have open', () => {
  const presence = (id: string, as?: Role, method = 'POST') =>
    newsroom.rest(method, `/articles/${id}/story/presence`, as ? { as } : {});
  const names = (answer: Awaited<ReturnType<typeof presence>>) =>
    answer.body.people.map(({ name }: { name: string }) => name);

  it('tells each of the others, until they leave or fall silent', async () => {
    const { id, story } = await open();
    const alone = await presence(id, 'writer');
    expect(alone.body).toMatchObject({ people: [], revision: story.revision });
    expect(names(await presence(id, 'editor'))).toEqual(['The writer']);
    expect(names(await presence(id, 'writer'))).toEqual(['The editor']);

    expect((await presence(id, 'editor', 'DELETE')).status).toBe(204);
    expect(names(await presence(id, 'writer'))).toEqual([]);

    await presence(id, 'editor');
    await newsroom.payload.db.connection
      .collection('story-presence')
      .updateOne(
        { article: id, user: newsroom.users.editor.id },
        { $set: { seenAt: new Date(Date.now() - 31_000) } },
      );
    expect(names(await presence(id, 'writer'))).toEqual([]);
  });

  it('tells nobody outside, and is none without an article', async () => {
    const { id } = await open();
    expect((await presence(id)).status).toBe(401);
    expect((await presence('65f000000000000000000000', 'writer')).status).toBe(404);
    expect((await presence('none', 'writer')).status).toBe(404);
  });
});

describe('an autosave of a form', () => {
  it('writes over what the same person wrote a short time ago, and over nothing older', async () => {
    const { article } = await writeArticle(newsroom);
    const autosave = async (standfirst: string) => {
      const { status } = await newsroom.rest(
        'PATCH',
        `/articles/${article.id}?draft=true&autosave=true`,
        { as: 'writer', body: { standfirst } },
      );
      expect(status).toBe(200);
      return versions('articles', article.id);
    };
    const first = await autosave('One.');
    expect(await autosave('One, two.')).toHaveLength(first.length);

    const { connection } = newsroom.payload.db;
    await connection
      .collection('_articles_versions')
      .updateOne(
        { _id: new connection.base.Types.ObjectId(first.at(-1)?.id) },
        { $set: { createdAt: new Date(Date.now() - 11 * 60_000) } },
      );
    const later = await autosave('One, two, three.');
    expect(later).toHaveLength(first.length + 1);
    const words = later.map(({ version }) => 'standfirst' in version && version.standfirst);
    expect(words).toEqual(expect.arrayContaining(['One, two.', 'One, two, three.']));
  });
});

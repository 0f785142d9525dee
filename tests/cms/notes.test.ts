import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { ensureDeskIndexes } from '../../src/cms/desk/ensureDeskIndexes';
import { anchorIn } from '../../src/domain/quotations/anchorIn';
import type { ArticleNotes, Note } from '../../src/domain/notes/Note';
import { openNewsroom, publish, writeArticle, type Newsroom, type Role } from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  await ensureDeskIndexes(newsroom.payload);
});
afterAll(() => newsroom.close());

const LEAD = 'The lighthouse of Port Hallow was lit on Tuesday.';

const text = (...paragraphs: string[]) => lexicalFromParagraphs(paragraphs);
const anchorOf = (words: string, within: string) => {
  const start = within.indexOf(words);
  const { end: _, ...anchor } = anchorIn(within, { start, end: start + words.length });
  return anchor;
};

async function open() {
  const { article, sections } = await writeArticle(newsroom);
  const [lead, second] = sections.map(({ id }) => id) as [string, string];
  return { id: article.id, lead, second };
}

interface NoteToSend {
  words?: string;
  within?: string;
  place?: string;
  section: string | null;
  text?: string;
}
const send = (
  id: string,
  { words = 'Port Hallow', within = LEAD, place = 'body', section, text: said }: NoteToSend,
  { as = 'editor', key }: { as?: Role; key?: string } = {},
) =>
  newsroom.rest('POST', `/articles/${id}/notes`, {
    as,
    body: { place, section, anchor: anchorOf(words, within), text: said ?? 'Which one?' },
    ...(key ? { headers: { 'idempotency-key': key } } : {}),
  });

async function write(id: string, note: NoteToSend, options?: { as?: Role }): Promise<Note> {
  const { status, body, text: answer } = await send(id, note, options);
  expect(status, answer).toBe(201);
  return body.note;
}

async function read(id: string, as: Role = 'writer'): Promise<ArticleNotes> {
  const {
    status,
    body,
    text: answer,
  } = await newsroom.rest('GET', `/articles/${id}/notes`, { as });
  expect(status, answer).toBe(200);
  return body;
}

const reply = (id: string, note: string, said: unknown, as: Role = 'writer') =>
  newsroom.rest('POST', `/articles/${id}/notes/${note}/comments`, { as, body: { text: said } });
const step = (id: string, note: string, verb: 'resolve' | 'reopen', as: Role) =>
  newsroom.rest('POST', `/articles/${id}/notes/${note}/${verb}`, { as });
const saveSection = (section: string, ...paragraphs: string[]) =>
  newsroom.rest('PATCH', `/sections/${section}`, {
    as: 'writer',
    body: { body: text(...paragraphs) },
  });
const codeOf = ({
  status,
  body,
}: {
  status: number;
  body: { errors?: { data?: { code?: string } }[] };
}) => [status, body.errors?.[0]?.data?.code];
async function noticesOf(as: Role, article: string): Promise<{ text: string; note: string }[]> {
  const query = `where[article][equals]=${article}&where[action][equals]=note&sort=at`;
  return (await newsroom.rest('GET', `/notices?${query}`, { as })).body.docs;
}

describe('notes on a text', () => {
  it('stand where their words do, in the order of the text, and are counted', async () => {
    const { id, lead, second } = await open();
    await write(id, {
      words: 'eleven years',
      within: 'The town waited eleven years for it.',
      section: second,
    });
    await write(id, { section: lead }, { as: 'fact-checker' });
    await write(id, { words: 'wait', within: 'A long wait', place: 'heading', section: second });
    await write(id, {
      words: 'opens',
      within: 'Port Hallow opens its new lighthouse',
      place: 'headline',
      section: null,
    });
    const { notes } = await read(id);
    expect(notes.map(({ about, place, section }) => [about, place, section])).toEqual([
      ['opens', 'headline', null],
      ['Port Hallow', 'body', lead],
      ['wait', 'heading', second],
      ['eleven years', 'body', second],
    ]);
    expect(notes[1]?.anchor).toEqual(anchorIn(LEAD, { start: 18, end: 29 }));
    expect(notes[1]?.comments).toMatchObject([
      {
        author: newsroom.users['fact-checker'].id,
        authorName: 'The fact-checker',
        text: 'Which one?',
      },
    ]);
    const count = async () =>
      (await newsroom.rest('GET', `/articles/${id}/actions`, { as: 'writer' })).body.openNotes;
    expect(await count()).toBe(4);
    await step(id, String(notes[0]?.id), 'resolve', 'editor');
    expect(await count()).toBe(3);
    const { body: desk } = await newsroom.rest('GET', '/desk', { as: 'writer' });
    const row = desk.mine.rows.find((one: { id: string }) => one.id === id);
    expect(row.openNotes).toBe(3);
  });

  it('go with their words through edits of every kind', async () => {
    const { id, lead } = await open();
    await write(id, { words: 'was lit on Tuesday', section: lead });
    const place = async () => {
      const [note] = (await read(id)).notes;
      return note && [note.anchor.start, note.anchor.exact, note.about];
    };
    await saveSection(lead, 'On a calm evening.', LEAD);
    expect(await place()).toEqual([50, 'was lit on Tuesday', 'was lit on Tuesday']);
    await saveSection(lead, 'The lighthouse of Port Hallow was at last lit on Tuesday.');
    expect(await place()).toEqual([30, 'was at last lit on Tuesday', 'was lit on Tuesday']);
    // Step by step the words become others: each save is followed.
    await saveSection(lead, 'The lighthouse of Port Hallow was at last lit on Monday.');
    await saveSection(lead, 'The lighthouse of Port Hallow was at last shining on Monday.');
    expect(await place()).toEqual([30, 'was at last shining on Monday', 'was lit on Tuesday']);
    // Taken out, the note stays with the words that it was about; brought back, it is there again.
    await saveSection(lead, 'Nothing of that.');
    expect(await place()).toEqual([null, 'was at last shining on Monday', 'was lit on Tuesday']);
    await saveSection(lead, 'The lighthouse of Port Hallow was at last shining on Monday.');
    expect(await place()).toEqual([30, 'was at last shining on Monday', 'was lit on Tuesday']);
  });

  it('go along when a section is split, joined or left out of the story', async () => {
    const { id, lead, second } = await open();
    await saveSection(lead, LEAD, 'A second paragraph about the old oil lamp follows.');
    const about = 'A second paragraph about the old oil lamp follows.';
    await write(id, { words: 'the old oil lamp', within: about, section: lead });
    const story = async () =>
      (await newsroom.rest('GET', `/articles/${id}/story`, { as: 'writer' })).body;
    const save = async (sections: object[]) => {
      const { revision, headline, standfirst } = await story();
      const answer = await newsroom.rest('PUT', `/articles/${id}/story`, {
        as: 'writer',
        body: { revision, headline, standfirst, sections },
      });
      expect(answer.status, answer.text).toBe(200);
      return answer.body.sections as { id: string; revision: number }[];
    };
    const [one, two] = (await story()).sections;
    const made = await save([
      { ...one, body: text(LEAD) },
      { id: null, revision: null, heading: 'The lamp', body: text(about) },
      two,
    ]);
    const lamp = made[1];
    let [note] = (await read(id)).notes;
    expect(note).toMatchObject({ section: lamp?.id, anchor: { exact: 'the old oil lamp' } });
    expect(note?.anchor.start).toBe(25);

    const [joined, , last] = (await story()).sections;
    await save([{ ...joined, body: text(LEAD, about) }, last]);
    [note] = (await read(id)).notes;
    expect(note).toMatchObject({ section: lead, place: 'body' });

    const [, other] = (await story()).sections;
    await save([other]);
    [note] = (await read(id)).notes;
    expect(note).toMatchObject({ about: 'the old oil lamp', anchor: { start: null, end: null } });
    expect(second).toBe(other.id);
  });

  it('change neither the content nor its approval, nor what readers get', async () => {
    const { id, lead } = await open();
    await publish(newsroom, id);
    const overview = async () =>
      (await newsroom.rest('GET', `/articles/${id}/actions`, { as: 'editor' })).body;
    const before = await overview();
    const note = await write(id, { section: lead });
    await reply(id, note.id, 'The big one.');
    await step(id, note.id, 'resolve', 'writer');
    expect(await overview()).toMatchObject({
      stage: before.stage,
      contentHash: before.contentHash,
    });
    expect(before.stage).toBe('approved');
    for (const path of [
      `/articles/${id}?depth=3`,
      `/articles/${id}/notes`,
      '/notes',
      `/notes/${note.id}`,
    ]) {
      expect((await newsroom.rest('GET', path)).text).not.toContain('Which one?');
    }
    expect((await newsroom.rest('GET', `/articles/${id}/notes`)).status).toBe(401);
  });

  it('are answered by two at once, and both answers stay', async () => {
    const { id, lead } = await open();
    const { id: note } = await write(id, { section: lead });
    const answers = await Promise.all(
      (['writer', 'editor', 'publisher', 'admin', 'fact-checker'] as const).map((as) =>
        reply(id, note, `Says the ${as}`, as),
      ),
    );
    for (const { status, text: answer } of answers) expect(status, answer).toBe(201);
    const [{ comments = [] } = {}] = (await read(id)).notes;
    expect(comments.map(({ text: said }) => said).toSorted()).toEqual([
      'Says the admin',
      'Says the editor',
      'Says the fact-checker',
      'Says the publisher',
      'Says the writer',
      'Which one?',
    ]);
  });

  it('are written once, however often the request is sent', async () => {
    const { id, lead } = await open();
    const [first, again] = [
      await send(id, { section: lead }, { key: 'one-note' }),
      await send(id, { section: lead }, { key: 'one-note' }),
    ];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.note.id).toBe(first.body.note.id);
    await reply(id, first.body.note.id, 'Yes.');
    await reply(id, first.body.note.id, 'Yes.');
    const { notes } = await read(id);
    expect(notes.map(({ comments }) => comments.length)).toEqual([2]);
  });

  it('go to those whom they call and those who take part, and to nobody else', async () => {
    const { id, lead } = await open();
    const said = 'Is this right, @The Fact-Checker? Not you, mail@The Admin.';
    const note = await write(id, { section: lead, text: said });
    expect(await noticesOf('fact-checker', id)).toMatchObject([
      {
        note: note.id,
        text: `The editor mentioned you in a note on “Port Hallow opens its new lighthouse”: “${said}”`,
      },
    ]);
    await reply(id, note.id, 'It is. @the writer, add the source.', 'fact-checker');
    await reply(id, note.id, 'Done.', 'writer');
    const texts = async (as: Role) => (await noticesOf(as, id)).map((notice) => notice.text);
    expect(await texts('editor')).toEqual([
      expect.stringContaining('The fact-checker answered a note on'),
      expect.stringContaining('The writer answered a note on'),
    ]);
    expect(await texts('writer')).toEqual([
      expect.stringContaining('The fact-checker mentioned you'),
    ]);
    expect((await texts('fact-checker')).at(-1)).toContain('The writer answered');
    expect(await texts('admin')).toEqual([]);
  });
});

describe('a comment', () => {
  it('is changed and taken back by whoever wrote it, while it is the last', async () => {
    const { id, lead } = await open();
    const note = await write(id, { section: lead });
    const comment = (which: number, { comments } = note) =>
      `/articles/${id}/notes/${note.id}/comments/${comments[which]?.id}`;
    const change = (path: string, as: Role) =>
      newsroom.rest('PATCH', path, { as, body: { text: 'Which Port?' } });
    expect(codeOf(await change(comment(0), 'admin'))).toEqual([403, 'NOT_YOUR_COMMENT']);
    expect(codeOf(await newsroom.rest('DELETE', comment(0), { as: 'admin' }))).toEqual([
      403,
      'NOT_YOUR_COMMENT',
    ]);
    const changed = await change(comment(0), 'editor');
    expect(changed.body.note.comments).toMatchObject([{ text: 'Which Port?' }]);
    expect(changed.body.note.comments[0].editedAt).not.toBeNull();

    const answered = await reply(id, note.id, 'The northern one.');
    expect(codeOf(await change(comment(0), 'editor'))).toEqual([409, 'COMMENT_ANSWERED']);
    expect(codeOf(await newsroom.rest('DELETE', comment(0), { as: 'editor' }))).toEqual([
      409,
      'COMMENT_ANSWERED',
    ]);
    await newsroom.rest('DELETE', comment(1, answered.body.note), { as: 'writer' });
    const gone = await newsroom.rest('DELETE', comment(0), { as: 'editor' });
    expect([gone.status, gone.body.note]).toEqual([200, null]);
    expect((await read(id)).notes).toEqual([]);
    expect(codeOf(await reply(id, note.id, 'Too late.'))).toEqual([404, 'NOT_FOUND']);
  });
});

describe('a thread', () => {
  it('is resolved by whoever began it or may write the article, and opens with an answer', async () => {
    const { id, lead } = await open();
    const byEditor = await write(id, { section: lead });
    const byChecker = await write(id, { section: lead }, { as: 'fact-checker' });
    expect((await read(id, 'fact-checker')).mayResolveAll).toBe(false);
    expect(codeOf(await step(id, byEditor.id, 'resolve', 'fact-checker'))).toEqual([
      403,
      'ROLE_NOT_ALLOWED',
    ]);
    for (const [note, as] of [
      [byChecker, 'fact-checker'],
      [byEditor, 'writer'],
    ] as const) {
      const { status, body } = await step(id, note.id, 'resolve', as);
      expect(status).toBe(200);
      expect(body.note).toMatchObject({ resolvedBy: `The ${as}` });
    }
    const again = await step(id, byEditor.id, 'resolve', 'admin');
    expect(again.body.note.resolvedBy).toBe('The writer');
    await reply(id, byEditor.id, 'Not yet.');
    await step(id, byChecker.id, 'reopen', 'editor');
    const { notes } = await read(id);
    expect(notes.map(({ resolvedAt, resolvedBy }) => [resolvedAt, resolvedBy])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('is for the article’s own desk to resolve, as its text is for it to write', async () => {
    const { payload, users } = newsroom;
    const topic = await payload.create({ collection: 'topics', data: { name: 'Harbours' } });
    const { id, lead } = await open();
    const note = await write(id, { section: lead }, { as: 'writer' });
    await payload.update({
      collection: 'users',
      id: users.editor.id,
      data: { deskTopics: [topic.id] },
    });
    try {
      expect(codeOf(await step(id, note.id, 'resolve', 'editor'))).toEqual([
        403,
        'ROLE_NOT_ALLOWED',
      ]);
      expect((await reply(id, note.id, 'From another desk.', 'editor')).status).toBe(201);
    } finally {
      await payload.update({ collection: 'users', id: users.editor.id, data: { deskTopics: [] } });
    }
  });
});

describe('an article with notes', () => {
  it('takes them to the trash and back, and away for good; a copy has none', async () => {
    const { id, lead } = await open();
    const note = await write(id, { section: lead });
    const copy = await newsroom.rest('POST', `/articles/${id}/duplicate`, {
      as: 'editor',
      body: {},
    });
    expect(copy.status, copy.text).toBe(200);
    expect((await read(copy.body.doc.id)).notes).toEqual([]);

    const trash = (deletedAt: string | null) =>
      newsroom.rest('PATCH', `/articles/${id}?trash=true`, { as: 'editor', body: { deletedAt } });
    const { status, text: answer } = await trash(new Date().toISOString());
    expect(status, answer).toBe(200);
    expect((await newsroom.rest('GET', `/articles/${id}/notes`, { as: 'editor' })).status).toBe(
      404,
    );
    expect(codeOf(await reply(id, note.id, 'Hello?'))).toEqual([404, 'NOT_FOUND']);
    await trash(null);
    expect((await read(id)).notes).toHaveLength(1);
    await trash(new Date().toISOString());
    const gone = await newsroom.rest('DELETE', `/articles/${id}?trash=true`, { as: 'editor' });
    expect(gone.status, gone.text).toBe(200);
    const left = await newsroom.payload.count({
      collection: 'notes',
      where: { article: { equals: id } },
    });
    expect(left.totalDocs).toBe(0);
  });
});

describe('what is not a note', () => {
  it('is refused with what to do, by every door', async () => {
    const { id, lead } = await open();
    const { id: elsewhere } = await open();
    const note = await write(id, { section: lead });
    const body = { place: 'body', section: lead, anchor: anchorOf('Port Hallow', LEAD), text: 'x' };
    const post = (sent: unknown, path = `/articles/${id}/notes`) =>
      newsroom.rest('POST', path, { as: 'writer', body: sent });
    for (const sent of [
      '',
      '{',
      'null',
      '[]',
      { ...body, text: ' ' },
      { ...body, text: 'x'.repeat(5_001) },
      { ...body, text: { $gt: '' } },
      { ...body, section: null },
      { ...body, section: { $ne: null } },
      { ...body, place: 'headline' },
      { ...body, place: 'byline' },
      { ...body, anchor: { ...body.anchor, exact: '' } },
      { ...body, anchor: { ...body.anchor, exact: 'x'.repeat(1_001) } },
      { ...body, anchor: { ...body.anchor, start: -1 } },
      { ...body, anchor: 'Port Hallow' },
      { ...body, author: newsroom.users.admin.id },
      { ...body, resolvedAt: new Date().toISOString() },
    ]) {
      const answer = await post(sent);
      expect(
        [answer.status, answer.body.errors?.[0]?.message.length > 20],
        JSON.stringify(sent),
      ).toEqual([400, true]);
    }
    const unknown = { ...body, anchor: { ...body.anchor, exact: 'Words that are not there' } };
    expect(codeOf(await post(unknown))).toEqual([409, 'WORDS_NOT_FOUND']);
    expect(codeOf(await post({ ...body, section: elsewhere }))).toEqual([409, 'WORDS_NOT_FOUND']);
    expect(
      codeOf(await post({ text: 'x' }, `/articles/${elsewhere}/notes/${note.id}/comments`)),
    ).toEqual([404, 'NOT_FOUND']);
    for (const path of ['none', '000000000000000000000000', '%00', '$where']) {
      expect(codeOf(await post(body, `/articles/${path}/notes`))).toEqual([404, 'NOT_FOUND']);
      expect(codeOf(await reply(id, path, 'x'))).toEqual([404, 'NOT_FOUND']);
      const one = `/articles/${id}/notes/${note.id}/comments/${path}`;
      expect(codeOf(await newsroom.rest('DELETE', one, { as: 'editor' }))).toEqual([
        404,
        'NOT_FOUND',
      ]);
    }
    for (const said of [5, null, '', ['x'], { text: 'x' }, 'x'.repeat(5_001)]) {
      expect((await reply(id, note.id, said)).status).toBe(400);
    }
    // Payload's own doors to the collection are closed to everybody.
    const forged = {
      article: id,
      place: 'body',
      comments: [{ text: 'Forged', author: newsroom.users.admin.id }],
    };
    for (const [method, path] of [
      ['POST', '/notes'],
      ['PATCH', `/notes/${note.id}`],
      ['PATCH', `/notes?where[id][equals]=${note.id}`],
      ['DELETE', `/notes/${note.id}`],
      ['DELETE', `/notes?where[id][equals]=${note.id}`],
    ] as const) {
      const answer = await newsroom.rest(method, path, {
        as: 'admin',
        ...(method === 'DELETE' ? {} : { body: forged }),
      });
      expect(answer.status, `${method} ${path}`).toBe(403);
    }
    const mutation = `mutation { deleteNote(id: "${note.id}") { id } }`;
    expect((await newsroom.graphql(mutation, { as: 'admin' })).body.errors).toHaveLength(1);
    const asked = '{ Notes { docs { about } } }';
    expect((await newsroom.graphql(asked)).text).not.toContain('Port Hallow');
    expect((await read(id)).notes).toMatchObject([{ comments: [{ text: 'Which one?' }] }]);
  });
});

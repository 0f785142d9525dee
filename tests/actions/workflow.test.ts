import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import type { LiveChange } from '../../src/domain/workflow/ArticleState';
import { performAction } from '../../src/actions/workflow/performAction';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import {
  answerForQuotes,
  openNewsroom,
  publish,
  writeArticle,
  type Newsroom,
  type Role,
} from '../support/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

const call = (as: Role, articleId: string) => ({
  payload: newsroom.payload,
  user: newsroom.users[as],
  articleId,
  now: new Date(),
});

async function act(as: Role | null, id: string, action: string, body: object = {}) {
  return newsroom.rest('POST', `/articles/${id}/actions/${action}`, {
    ...(as ? { as } : {}),
    body,
  });
}

async function overview(id: string, as: Role = 'editor') {
  return (await newsroom.rest('GET', `/articles/${id}/actions`, { as })).body;
}

async function approve(id: string, change: LiveChange | null = null) {
  await answerForQuotes(newsroom, id);
  await performAction({ ...call('writer', id), action: 'submit', input: { change } });
  const { contentHash } = await overview(id);
  return performAction({ ...call('editor', id), action: 'approve', input: { contentHash } });
}

async function sequences(): Promise<number[]> {
  const { docs } = await newsroom.payload.find({
    collection: 'events',
    sort: 'sequence',
    pagination: false,
    depth: 0,
  });
  return docs.map(({ sequence }) => Number(sequence));
}

async function audit(articleId: string): Promise<string[]> {
  const { docs } = await newsroom.payload.find({
    collection: 'audit-entries',
    where: { article: { equals: articleId } },
    sort: 'at',
    pagination: false,
    depth: 0,
  });
  return docs.map(({ action }) => String(action));
}

async function rewrite(sectionId: string | undefined, text: string, as: Role = 'writer') {
  const answer = await newsroom.rest('PATCH', `/sections/${sectionId}`, {
    as,
    body: { body: lexicalFromParagraphs([text]) },
  });
  expect(answer.status, answer.text).toBe(200);
}

describe('approving', () => {
  it('binds to the text that was read: 409 with the new hash when it moved', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Moved on' });
    await performAction({ ...call('writer', article.id), action: 'submit', input: {} });
    const { contentHash } = await overview(article.id);
    await rewrite(sections[0]?.id, 'Not what the editor read.');
    const late = await act('editor', article.id, 'approve', { contentHash });
    expect(late.status).toBe(409);
    expect(late.body.errors[0].data.code).toBe('CONTENT_CHANGED');
    const fresh = await overview(article.id);
    expect(late.body.errors[0].data.contentHash).toBe(fresh.contentHash);
    const { compare } = late.body.errors[0].data;
    const whole = await newsroom.rest('GET', compare.replace('/api', ''), { as: 'editor' });
    expect(whole.text).toContain('Not what the editor read.');
    expect(whole.body.contentHash).toBe(fresh.contentHash);
    const now = await act('editor', article.id, 'approve', { contentHash: fresh.contentHash });
    expect(now.status).toBe(200);
    expect(now.body).toMatchObject({ stage: 'approved', edition: { number: 1 }, sequence: null });
    expect((await newsroom.rest('GET', `/articles/${article.id}`)).status).toBe(404);
  });

  it('tells who comes too late what differs from what readers see', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Live and moved on' });
    await publish(newsroom, article.id);
    await rewrite(sections[1]?.id, 'The town waited twelve years for it.');
    const change = { kind: 'correction', note: 'It said eleven.' } as const;
    await performAction({ ...call('writer', article.id), action: 'submit', input: { change } });
    const late = await act('editor', article.id, 'approve', { contentHash: 'that of yesterday' });
    expect(late.status).toBe(409);
    const { from, diff } = late.body.errors[0].data;
    expect(from).toBe((await overview(article.id)).liveEdition);
    expect(diff.sections).toMatchObject([{ id: sections[1]?.id, change: 'edited' }]);
    expect(JSON.stringify(diff.sections[0].body)).toContain(' twelve');
  });

  it('refuses who contributed, unless the newsroom has switched four eyes off', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Alone' });
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'editor',
      body: { standfirst: 'By the editor.' },
    });
    await act('editor', article.id, 'submit');
    const { contentHash, fourEyes } = await overview(article.id);
    expect(fourEyes).toBe(true);
    const refused = await act('editor', article.id, 'approve', { contentHash });
    expect(refused.status).toBe(403);
    expect(refused.body.errors[0].data.code).toBe('FOUR_EYES');

    const off = await newsroom.rest('POST', '/globals/settings', {
      as: 'admin',
      body: { fourEyes: false },
    });
    expect(off.status).toBe(200);
    expect((await overview(article.id)).fourEyes).toBe(false);
    expect((await act('editor', article.id, 'approve', { contentHash })).status).toBe(200);
    await newsroom.rest('POST', '/globals/settings', { as: 'admin', body: { fourEyes: true } });
    const { docs } = await newsroom.payload.find({
      collection: 'audit-entries',
      where: { action: { equals: 'settings' } },
      depth: 0,
    });
    expect(docs).toHaveLength(2);
  });

  it('ends with the next edit, while the edition stays and can still go out', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Frozen words' });
    await approve(article.id);
    await rewrite(sections[1]?.id, 'A thought after approval.');
    expect(await overview(article.id)).toMatchObject({ stage: 'draft' });
    const published = await performAction({
      ...call('publisher', article.id),
      action: 'publish',
      input: {},
    });
    expect(published.publicationState).toBe('live');
    const read = await newsroom.rest('GET', `/sections/${sections[1]?.id}`);
    expect(read.text).toContain('eleven years');
    expect(read.text).not.toContain('after approval');
    const draft = await newsroom.rest('GET', `/sections/${sections[1]?.id}?draft=true`, {
      as: 'writer',
    });
    expect(draft.text).toContain('after approval');
    expect(await audit(article.id)).toEqual(['submit', 'approve', 'edit', 'publish']);
  });

  it('ends with the edit of a quotation, but not with a change of a flag', async () => {
    const quote = await newsroom.payload.create({
      collection: 'quotes',
      data: { text: 'As spoken', attribution: 'the mayor' },
      draft: true,
    });
    const { article, sections } = await writeArticle(newsroom, { headline: 'Quoted' });
    await newsroom.rest('PATCH', `/sections/${sections[0]?.id}`, {
      as: 'writer',
      body: {
        body: lexicalFromParagraphs(['“As spoken,” said the mayor.']),
        quotes: [quote.id],
      },
    });
    await approve(article.id);
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'editor',
      body: { flags: { legal: 'required' } },
    });
    expect(await overview(article.id)).toMatchObject({ stage: 'approved' });
    await newsroom.rest('PATCH', `/quotes/${quote.id}`, {
      as: 'writer',
      body: { text: 'As misspoken' },
    });
    expect(await overview(article.id)).toMatchObject({ stage: 'draft' });
  });

  it('reserves the slug of the edition, whatever the draft is called later', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Reserved address' });
    await approve(article.id);
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { headline: 'Quite another headline' },
    });
    const other = await newsroom.rest('POST', '/articles', {
      as: 'writer',
      body: { headline: 'Reserved address' },
    });
    expect(other.body.doc.slug).toBe('reserved-address-2');
    await performAction({ ...call('publisher', article.id), action: 'publish', input: {} });
    expect((await newsroom.rest('GET', `/articles/${article.id}`)).body.slug).toBe(
      'reserved-address',
    );
  });

  it('can be overridden by an admin, with a reason that the history keeps', async () => {
    const { article } = await writeArticle(newsroom, {
      headline: 'Overridden',
      flags: { legal: 'required' },
    });
    await act('admin', article.id, 'submit');
    const { contentHash } = await overview(article.id);
    expect((await act('editor', article.id, 'approve', { contentHash })).status).toBe(422);
    expect((await act('admin', article.id, 'override', { contentHash })).status).toBe(422);
    const done = await act('admin', article.id, 'override', {
      contentHash,
      reason: 'The lawyer agreed by telephone.',
    });
    expect(done.status).toBe(200);
    const { docs } = await newsroom.payload.find({
      collection: 'audit-entries',
      where: { and: [{ article: { equals: article.id } }, { action: { equals: 'override' } }] },
      depth: 0,
    });
    expect(docs[0]?.reason).toBe('The lawyer agreed by telephone.');
  });
});

describe('publishing', () => {
  it('shows exactly the approved edition', async () => {
    const { article, sections } = await writeArticle(newsroom);
    const published = await publish(newsroom, article.id);
    expect(published).toMatchObject({ publicationState: 'live', edition: { number: 1 } });
    const read = await newsroom.rest('GET', `/articles/${article.id}?depth=1`);
    expect(read.body).toMatchObject({ headline: article.headline, _status: 'published' });
    expect(read.body.sections.map(({ id }: { id: string }) => id)).toEqual(
      sections.map(({ id }) => id),
    );
    const newest = await newsroom.rest('GET', `/articles/${article.id}?draft=true`, {
      as: 'writer',
    });
    expect(newest.body._status).toBe('published');
  });

  it('of a changed live text names the kind of change, and keeps the public ledger', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Corrected later' });
    await publish(newsroom, article.id);
    await rewrite(sections[1]?.id, 'The town waited twelve years for it.');
    const silent = await act('writer', article.id, 'submit');
    expect(silent.status).toBe(422);
    expect(silent.body.errors[0].data.code).toBe('CHANGE_KIND_REQUIRED');
    const note = 'An earlier version said eleven years.';
    await approve(article.id, { kind: 'correction', note });
    const other = { change: { kind: 'minor', note: 'Nobody need know.' } };
    const changed = await act('publisher', article.id, 'publish', other);
    expect(changed.status).toBe(409);
    expect(changed.body.errors[0].data.code).toBe('CHANGE_ALREADY_APPROVED');
    const loud = await act('publisher', article.id, 'publish');
    expect(loud.status, loud.text).toBe(200);
    const { body } = await newsroom.rest('GET', `/articles/${article.id}`);
    expect(body.corrections).toMatchObject([
      { kind: 'correction', note, editionNumber: 2, changed: ['section “A long wait”'] },
    ]);
    const again = await newsroom.rest('GET', `/articles/${article.id}`);
    expect(again.body.corrections).toEqual(body.corrections);

    await rewrite(sections[1]?.id, 'The town waited twelve long years for it.');
    await approve(article.id, { kind: 'minor', note: 'Style only.' });
    await act('publisher', article.id, 'publish');
    const later = await newsroom.rest('GET', `/articles/${article.id}`);
    expect(later.body.corrections).toHaveLength(1);
    expect(later.text).not.toContain('Style only.');
  });

  it('shows the note to its approver, and clears it once it went out', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Noted' });
    const first = await publish(newsroom, article.id);
    await rewrite(sections[1]?.id, 'The town waited twelve years for it.');
    const change = { kind: 'correction', note: 'It said eleven years.' } as const;
    await act('writer', article.id, 'submit', { change });
    const compared = `/articles/${article.id}/diff?from=${first.edition?.id}`;
    const { body } = await newsroom.rest('GET', compared, { as: 'editor' });
    const told = body.diff.fields.map(({ field, after }: { field: string; after: unknown }) => [
      field,
      after,
    ]);
    expect(Object.fromEntries(told)).toEqual({
      'change.kind': 'correction',
      'change.note': change.note,
    });
    // Whoever changes the note after it was read has changed what is approved.
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { change: { ...change, note: 'Something else.' } },
    });
    const late = await act('editor', article.id, 'approve', { contentHash: body.contentHash });
    expect(late.body.errors[0].data.code).toBe('CONTENT_CHANGED');
    const { contentHash } = await overview(article.id);
    await act('editor', article.id, 'approve', { contentHash });
    await act('publisher', article.id, 'publish');
    const read = await newsroom.rest('GET', `/articles/${article.id}`);
    expect(read.body.corrections).toMatchObject([{ note: 'Something else.' }]);
    expect(read.body).not.toHaveProperty('change');
    const saved = await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { headline: 'Noted' },
    });
    expect(saved.body.doc).toMatchObject({
      change: { note: null },
      workflow: { stage: 'approved' },
    });
    await rewrite(sections[1]?.id, 'The town waited thirteen years for it.');
    expect((await act('writer', article.id, 'submit')).status).toBe(422);
  });

  it('can be one step with the approval, for who may do both, all of it or nothing', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'At one go' });
    await act('writer', article.id, 'submit');
    const { contentHash } = await overview(article.id);
    const asEditor = await act('editor', article.id, 'approveAndPublish', { contentHash });
    expect(asEditor.status).toBe(403);
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'editor',
      body: { embargoUntil: '2999-01-01T00:00:00.000Z' },
    });
    const early = await act('publisher', article.id, 'approveAndPublish', { contentHash });
    expect(early.status).toBe(423);
    expect((await overview(article.id)).stage).toBe('in_review');
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'editor',
      body: { embargoUntil: null },
    });
    const done = await act('publisher', article.id, 'approveAndPublish', { contentHash });
    expect(done.status, done.text).toBe(200);
    expect(done.body).toMatchObject({ stage: 'approved', publicationState: 'live' });
    expect(done.body.edition.hash).toBe(contentHash);
    expect(await audit(article.id)).toEqual(
      expect.arrayContaining(['submit', 'approve', 'publish']),
    );
    expect((await newsroom.rest('GET', `/articles/${article.id}`)).status).toBe(200);
  });

  it('hides from readers what a new edition leaves out', async () => {
    const quote = await newsroom.payload.create({
      collection: 'quotes',
      data: { text: 'Only at first', attribution: 'a fisherman' },
      draft: true,
    });
    const { article, sections } = await writeArticle(newsroom, { headline: 'Shorter later' });
    const [lead, second] = sections;
    await newsroom.rest('PATCH', `/sections/${second?.id}`, {
      as: 'writer',
      body: {
        body: lexicalFromParagraphs(['“Only at first,” said a fisherman.']),
        quotes: [quote.id],
      },
    });
    await publish(newsroom, article.id);
    expect((await newsroom.rest('GET', `/quotes/${quote.id}`)).status).toBe(200);
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'writer',
      body: { sections: [lead?.id] },
    });
    await publish(newsroom, article.id, { kind: 'update', note: 'Shortened.' });
    expect((await newsroom.rest('GET', `/sections/${lead?.id}`)).status).toBe(200);
    expect((await newsroom.rest('GET', `/sections/${second?.id}`)).status).toBe(404);
    expect((await newsroom.rest('GET', `/quotes/${quote.id}`)).status).toBe(404);
  });

  it('keeps showing a quote that another live article still uses', async () => {
    const quote = await newsroom.payload.create({
      collection: 'quotes',
      data: { text: 'In both stories', attribution: 'the mayor' },
      draft: true,
    });
    const stories = [];
    for (const headline of ['First user', 'Second user']) {
      const made = await writeArticle(newsroom, { headline });
      await newsroom.rest('PATCH', `/sections/${made.sections[0]?.id}`, {
        as: 'writer',
        body: {
          body: lexicalFromParagraphs(['“In both stories,” said the mayor.']),
          quotes: [quote.id],
        },
      });
      await publish(newsroom, made.article.id);
      stories.push(made);
    }
    await newsroom.rest('PATCH', `/sections/${stories[0]?.sections[0]?.id}`, {
      as: 'writer',
      body: { body: lexicalFromParagraphs(['The mayor was silent.']), quotes: [] },
    });
    await publish(newsroom, String(stories[0]?.article.id), {
      kind: 'update',
      note: 'Without it.',
    });
    expect((await newsroom.rest('GET', `/quotes/${quote.id}`)).status).toBe(200);
  });

  it('shows a quote in the words of the edition that still has it, once the other is gone', async () => {
    const quote = await newsroom.payload.create({
      collection: 'quotes',
      data: { text: 'As first written down', attribution: 'the mayor' },
      draft: true,
    });
    const quoting = async (headline: string, text: string) => {
      const made = await writeArticle(newsroom, { headline });
      const body = lexicalFromParagraphs([`“${text},” said the mayor.`]);
      await newsroom.rest('PATCH', `/sections/${made.sections[0]?.id}`, {
        as: 'writer',
        body: { body, quotes: [quote.id] },
      });
      return made;
    };
    const kept = await quoting('Keeps its words', 'As first written down');
    const gone = await quoting('Has other words', 'As written down later');
    const words = async () => (await newsroom.rest('GET', `/quotes/${quote.id}`)).body.text;
    await publish(newsroom, kept.article.id);
    const reworded = await newsroom.rest('PATCH', `/quotes/${quote.id}`, {
      as: 'writer',
      body: { text: 'As written down later' },
    });
    expect(reworded.status).toBe(200);
    await publish(newsroom, gone.article.id);
    expect(await words()).toBe('As written down later');
    await act('publisher', gone.article.id, 'withdraw', { reason: 'Wrong.', notice: 'Withdrawn.' });
    expect(await words()).toBe('As first written down');
    const newest = await newsroom.rest('GET', `/quotes/${quote.id}?draft=true`, { as: 'writer' });
    expect(newest.body.text).toBe('As written down later');
  });

  it('answers readers the same whether they ask for drafts or not', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Newer in the drawer' });
    await publish(newsroom, article.id);
    await rewrite(sections[0]?.id, 'A draft that nobody approved.');
    const plain = await newsroom.rest('GET', `/articles/${article.id}?depth=2`);
    expect(plain.body.sections[0].body.root.children).toHaveLength(1);
    for (const query of ['draft=true&depth=2', 'draft=true&depth=2&trash=true']) {
      const asked = await newsroom.rest('GET', `/articles/${article.id}?${query}`);
      expect(asked.body, query).toEqual(plain.body);
    }
    const list = await newsroom.rest(
      'GET',
      `/articles?where[id][equals]=${article.id}&draft=true&depth=2`,
    );
    expect(list.body.docs).toEqual([plain.body]);
    const { body } = await newsroom.graphql(
      `{ Article(id: "${article.id}", draft: true) { sections { heading } } }`,
    );
    expect(body.data.Article.sections).toMatchObject([
      { heading: null },
      { heading: 'A long wait' },
    ]);
    const { article: never } = await writeArticle(newsroom, { headline: 'Never published' });
    expect((await newsroom.rest('GET', `/articles/${never.id}?draft=true`)).status).toBe(404);
    const staff = await newsroom.rest('GET', `/articles/${article.id}?draft=true&depth=2`, {
      as: 'writer',
    });
    expect(staff.text).toContain('A draft that nobody approved.');
  });

  it('is as old for readers as what they see of it', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'As old as it reads' });
    await publish(newsroom, article.id);
    const seen = async () =>
      (await newsroom.rest('GET', `/articles/${article.id}`)).body.updatedAt as string;
    const first = await seen();
    await rewrite(sections[1]?.id, 'The town waited thirteen years for it.');
    await approve(article.id, { kind: 'update', note: 'A year more.' });
    expect(await seen()).toBe(first);
    await act('publisher', article.id, 'publish');
    expect((await seen()) > first).toBe(true);
  });

  it('waits for a hold and an embargo', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Not yet' });
    await approve(article.id);
    expect((await act('editor', article.id, 'hold')).status).toBe(422);
    await act('editor', article.id, 'hold', { reason: 'The family asked.' });
    const held = await act('publisher', article.id, 'publish');
    expect(held.status).toBe(423);
    expect(held.body.errors[0].message).toContain('The family asked.');
    const forged = await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'admin',
      body: { flags: { onHold: false } },
    });
    expect(forged.status).toBe(200);
    expect((await act('publisher', article.id, 'publish')).status).toBe(423);
    await act('editor', article.id, 'release', { reason: 'The family agreed.' });
    await newsroom.rest('PATCH', `/articles/${article.id}`, {
      as: 'editor',
      body: { embargoUntil: new Date(Date.now() + 3_600_000).toISOString() },
    });
    const embargoed = await act('publisher', article.id, 'publish');
    expect(embargoed.status).toBe(423);
    expect(embargoed.body.errors[0].data.code).toBe('EMBARGOED');
    expect((await newsroom.rest('GET', `/articles/${article.id}`)).status).toBe(404);
  });
});

describe('withdrawing', () => {
  it('takes everything of the article from readers and asks for a fresh approval', async () => {
    const person = await newsroom.payload.create({
      collection: 'people',
      data: { name: 'Edda Named' },
    });
    const { article, sections } = await writeArticle(newsroom, { headline: 'Taken back' });
    await newsroom.rest('PATCH', `/sections/${sections[0]?.id}`, {
      as: 'writer',
      body: { people: [person.id] },
    });
    await publish(newsroom, article.id);
    expect((await newsroom.rest('GET', `/people/${person.id}`)).status).toBe(200);
    expect((await act('publisher', article.id, 'withdraw', { reason: 'Wrong.' })).status).toBe(422);
    const withdrawn = await act('publisher', article.id, 'withdraw', {
      reason: 'The source took it back.',
      notice: 'This article has been withdrawn.',
    });
    expect(withdrawn.status).toBe(200);
    for (const address of [
      `/articles/${article.id}`,
      `/sections/${sections[0]?.id}`,
      `/people/${person.id}`,
    ]) {
      expect((await newsroom.rest('GET', address)).status, address).toBe(404);
    }
    const again = await act('publisher', article.id, 'publish');
    expect(again.status).toBe(409);
    expect(again.body.errors[0].data.code).toBe('NEEDS_FRESH_APPROVAL');
    await approve(article.id);
    expect((await act('publisher', article.id, 'publish')).status).toBe(200);
    expect((await newsroom.rest('GET', `/people/${person.id}`)).status).toBe(200);
  });
});

describe('going back', () => {
  it('rolls readers back to an earlier edition and leaves the working copy alone', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Back again' });
    const first = await publish(newsroom, article.id);
    await rewrite(sections[0]?.id, 'A second version.');
    await publish(newsroom, article.id, { kind: 'update', note: 'Second.' });
    const back = await act('publisher', article.id, 'rollBack', {
      edition: first.edition?.id,
      change: { kind: 'correction', note: 'The second version was wrong.' },
    });
    expect(back.status, back.text).toBe(200);
    expect(back.body.edition).toEqual(first.edition);
    const read = await newsroom.rest('GET', `/sections/${sections[0]?.id}`);
    expect(read.text).toContain('was lit on Tuesday');
    const draft = await newsroom.rest('GET', `/sections/${sections[0]?.id}?draft=true`, {
      as: 'writer',
    });
    expect(draft.text).toContain('A second version.');
  });

  it('does not offer the edition again that was rolled back', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Not once more' });
    const first = await publish(newsroom, article.id);
    await rewrite(sections[0]?.id, 'A wrong version.');
    await publish(newsroom, article.id, { kind: 'update', note: 'Wrong.' });
    const offered = async () => {
      const { actions, stage } = await overview(article.id);
      const open = actions.filter(({ isAllowed }: { isAllowed: boolean }) => isAllowed);
      return { stage, names: open.map(({ action }: { action: string }) => action) };
    };
    await act('publisher', article.id, 'rollBack', {
      edition: first.edition?.id,
      change: { kind: 'correction', note: 'The version before it was wrong.' },
    });
    const { stage, names } = await offered();
    expect(stage).toBe('draft');
    expect(names).not.toContain('publish');
    expect((await act('publisher', article.id, 'publish')).status).toBe(409);
  });

  it('refuses the edition of another article', async () => {
    const one = await writeArticle(newsroom, { headline: 'Mine' });
    const two = await writeArticle(newsroom, { headline: 'Theirs' });
    await publish(newsroom, one.article.id);
    const other = await publish(newsroom, two.article.id);
    const mixed = await act('publisher', one.article.id, 'rollBack', {
      edition: other.edition?.id,
      change: { kind: 'update', note: 'Mixed up.' },
    });
    expect(mixed.status).toBe(409);
  });

  it('restores an edition as a draft and shows what differs', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Restored' });
    const first = await publish(newsroom, article.id);
    await rewrite(sections[0]?.id, 'Regretted words.');
    const diff = await newsroom.rest(
      'GET',
      `/articles/${article.id}/diff?from=${first.edition?.id}`,
      {
        as: 'writer',
      },
    );
    expect(diff.body.diff.sections).toMatchObject([{ id: sections[0]?.id, change: 'edited' }]);
    const restored = await newsroom.rest(
      'POST',
      `/articles/${article.id}/editions/${first.edition?.id}/restore`,
      { as: 'writer' },
    );
    expect(restored.status, restored.text).toBe(200);
    const same = await newsroom.rest(
      'GET',
      `/articles/${article.id}/diff?from=${first.edition?.id}`,
      {
        as: 'writer',
      },
    );
    expect(same.body.diff).toEqual({
      fields: [],
      sections: [],
      quotes: [],
      people: [],
      images: [],
    });
  });
});

describe('rights', () => {
  it('let writers edit and submit their own articles only', async () => {
    const own = await writeArticle(newsroom, { headline: 'Own' });
    const { body } = await newsroom.rest('POST', '/articles', {
      as: 'editor',
      body: { headline: 'The editor’s' },
    });
    const foreign = body.doc.id;
    const edit = (id: string) =>
      newsroom.rest('PATCH', `/articles/${id}`, { as: 'writer', body: { dateline: 'HERE' } });
    expect((await edit(own.article.id)).status).toBe(200);
    expect((await edit(foreign)).status).toBe(403);
    expect((await act('writer', foreign, 'submit')).status).toBe(403);
    await newsroom.rest('PATCH', `/articles/${foreign}`, {
      as: 'editor',
      body: { assignedTo: [newsroom.users.writer.id] },
    });
    expect((await edit(foreign)).status).toBe(200);
  });

  it('let fact-checkers complete the fact check and verify quotations, and nothing else', async () => {
    const { article } = await writeArticle(newsroom, {
      headline: 'To be checked',
      flags: { factCheck: 'required' },
    });
    const save = (as: Role, body: object) =>
      newsroom.rest('PATCH', `/articles/${article.id}`, { as, body });
    expect((await save('writer', { flags: { factCheck: 'complete' } })).status).toBe(403);
    expect((await save('writer', { flags: { legal: 'complete' } })).status).toBe(403);
    expect((await save('fact-checker', { headline: 'My words' })).status).toBe(403);
    expect((await save('fact-checker', { flags: { factCheck: 'complete' } })).status).toBe(200);
    const { body } = await newsroom.rest('GET', `/articles/${article.id}?draft=true`, {
      as: 'writer',
    });
    expect(body).toMatchObject({ headline: 'To be checked', flags: { factCheck: 'complete' } });
    const quote = await newsroom.rest('POST', '/quotes', {
      as: 'writer',
      body: { text: 'Heard it' },
    });
    const verify = (as: Role) =>
      newsroom.rest('PATCH', `/quotes/${quote.body.doc.id}`, {
        as,
        body: { verification: { status: 'verified' } },
      });
    expect((await verify('writer')).status).toBe(403);
    expect((await verify('fact-checker')).status).toBe(200);
  });

  it('keep a desk’s people at their desk', async () => {
    const topic = await newsroom.payload.create({
      collection: 'topics',
      data: { name: 'Harbour' },
    });
    const { payload } = newsroom;
    const editor = await payload.create({
      collection: 'users',
      data: {
        email: 'desk@newsroom.example',
        password: 'a password',
        name: 'Desk editor',
        roles: ['editor'],
        deskTopics: [topic.id],
      },
    });
    const inside = await writeArticle(newsroom, { headline: 'Inside', topics: [topic.id] });
    const outside = await writeArticle(newsroom, { headline: 'Outside' });
    for (const { article } of [inside, outside])
      await performAction({ ...call('writer', article.id), action: 'submit', input: {} });
    const approveBy = async (id: string) => {
      const { contentHash } = await overview(id);
      return performAction({
        ...call('editor', id),
        user: editor,
        action: 'approve',
        input: { contentHash },
      });
    };
    await expect(approveBy(inside.article.id)).resolves.toMatchObject({ stage: 'approved' });
    await expect(approveBy(outside.article.id)).rejects.toMatchObject({
      code: 'OUTSIDE_YOUR_DESK',
      status: 403,
    });
  });

  it.each([
    [null, 401],
    ['writer', 403],
    ['fact-checker', 403],
    ['editor', 403],
  ] as const)('refuse publishing to %s with %i', async (as, status) => {
    const { article } = await writeArticle(newsroom, { headline: `Not by ${as}` });
    await approve(article.id);
    expect((await act(as, article.id, 'publish')).status).toBe(status);
    expect((await newsroom.rest('GET', `/articles/${article.id}`)).status).toBe(404);
  });
});

describe('the endpoints', () => {
  it('name every problem at once and change nothing', async () => {
    const { body } = await newsroom.rest('POST', '/articles', {
      as: 'writer',
      body: { headline: 'Far from ready' },
    });
    const before = await sequences();
    const answer = await act('writer', body.doc.id, 'submit');
    expect(answer.status).toBe(422);
    const codes = answer.body.errors[0].data.issues.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(['STANDFIRST_MISSING', 'BODY_MISSING']));
    expect(await sequences()).toEqual(before);
    expect(await audit(body.doc.id)).toEqual([]);
  });

  it('say what is open to whom, and why the rest is not', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'What next' });
    const asWriter = await overview(article.id, 'writer');
    const find = (all: { actions: { action: string }[] }, name: string) =>
      all.actions.find(({ action }) => action === name);
    expect(find(asWriter, 'submit')).toMatchObject({ isAllowed: true });
    expect(find(asWriter, 'publish')).toMatchObject({ isAllowed: false, code: 'ROLE_NOT_ALLOWED' });
    await act('writer', article.id, 'submit');
    const asEditor = await overview(article.id, 'editor');
    expect(find(asEditor, 'approve')).toMatchObject({ isAllowed: true, needs: ['contentHash'] });
    const anonymous = await newsroom.rest('GET', `/articles/${article.id}/actions`);
    expect(anonymous.status).toBe(401);
  });

  it('repeat an action with the same key without doing it again', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Only once' });
    await approve(article.id);
    const publishOnce = (body: object = {}) =>
      newsroom.rest('POST', `/articles/${article.id}/actions/publish`, {
        as: 'publisher',
        body,
        headers: { 'idempotency-key': 'key-1' },
      });
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => publishOnce()));
    expect(first?.status).toBe(200);
    for (const other of others) expect(other.body).toEqual(first?.body);
    expect((await audit(article.id)).filter((action) => action === 'publish')).toHaveLength(1);
    const change = { kind: 'minor', note: 'Another request under the same key.' };
    expect((await publishOnce({ change })).status).toBe(422);
  });

  it('offer the same actions as GraphQL mutations', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'By mutation' });
    const submit = await newsroom.graphql(
      `mutation { submitArticle(id: "${article.id}") { stage publicationState } }`,
      { as: 'writer' },
    );
    expect(submit.body.data.submitArticle).toEqual({
      stage: 'in_review',
      publicationState: 'unpublished',
    });
    const { contentHash } = await overview(article.id);
    const approved = await newsroom.graphql(
      `mutation { approveArticle(id: "${article.id}", contentHash: "${contentHash}") { stage editionNumber } }`,
      { as: 'editor' },
    );
    expect(approved.body.data.approveArticle).toEqual({ stage: 'approved', editionNumber: 1 });
    const refused = await newsroom.graphql(
      `mutation { publishArticle(id: "${article.id}") { stage } }`,
    );
    expect(refused.body.errors[0].message).toMatch(/Sign in/);
  });

  it.each([
    ['an unknown article', '000000000000000000000000', 'publish', '{}', 404],
    ['a word that is no id', 'nonsense', 'publish', '{}', 404],
    ['an unknown action', '000000000000000000000000', 'explode', '{}', 404],
    ['a name of every object', '000000000000000000000000', 'constructor', '{}', 404],
    ['a body that is no JSON', '000000000000000000000000', 'publish', '{', 400],
    ['a body that is no object', '000000000000000000000000', 'publish', '[1]', 400],
    ['a number for a reason', '000000000000000000000000', 'spike', '{"reason":1}', 400],
    ['a field nobody knows', '000000000000000000000000', 'spike', '{"force":true}', 400],
  ])('answer %s with a clear error', async (_what, id, action, body, status) => {
    const answer = await newsroom.rest('POST', `/articles/${id}/actions/${action}`, {
      as: 'publisher',
      body,
    });
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0].message.length).toBeGreaterThan(10);
  });
});

describe('races', () => {
  it('of 20 simultaneous publish, approve and edit calls have one winner a step', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'Raced' });
    await performAction({ ...call('writer', article.id), action: 'submit', input: {} });
    const { contentHash } = await overview(article.id);
    const approvals = await Promise.all(
      Array.from({ length: 10 }, () => act('editor', article.id, 'approve', { contentHash })),
    );
    expect(approvals.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of approvals) expect([200, 409]).toContain(status);

    const mixed = await Promise.all([
      ...Array.from({ length: 10 }, () => act('publisher', article.id, 'publish')),
      ...Array.from({ length: 10 }, (_, index) =>
        newsroom.rest('PATCH', `/sections/${sections[0]?.id}`, {
          as: 'writer',
          body: { body: lexicalFromParagraphs([`Edit ${index} in the race.`]) },
        }),
      ),
    ]);
    const publishes = mixed.slice(0, 10);
    expect(publishes.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, text } of mixed) expect([200, 409], text).toContain(status);
    const read = await newsroom.rest('GET', `/sections/${sections[0]?.id}`);
    expect(read.text).toContain('was lit on Tuesday');
    const all = await sequences();
    expect(all).toEqual(all.map((_, index) => index + 1));
  });
});

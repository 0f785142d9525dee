import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';

import { performAction } from '../../src/actions/workflow/performAction';
import { noticesSent, sendNotices } from '../../src/actions/record/sendNotices';
import { openNewsroom, publish, writeArticle, type Newsroom, type Role } from '../support/newsroom';

let newsroom: Newsroom;
let mailbox: SMTPServer;
const mails: { to: string[]; text: string }[] = [];

beforeAll(async () => {
  mailbox = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => void mailbox.listen(port, '127.0.0.1', resolve));
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(async () => {
  delete process.env.SMTP_URL;
  await newsroom.close();
  await new Promise<void>((resolve) => mailbox.close(resolve));
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function noticesOf(as: Role, articleId: string) {
  const { body } = await newsroom.rest(
    'GET',
    `/notices?where[article][equals]=${articleId}&sort=at`,
    { as },
  );
  return body.docs as { id: string; text: string; readAt?: string | null }[];
}

/** RFC 2047 as nodemailer writes it: words in UTF-8, quoted-printable, a space between two is none. */
function subjectOf(mail: string): string {
  const [, header = ''] = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(mail) ?? [];
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, words: string) =>
      decodeURIComponent(words.replaceAll('_', ' ').replaceAll('=', '%')),
    )
    .replace(/\s+/g, ' ');
}

const call = (as: Role, articleId: string) => ({
  payload: newsroom.payload,
  user: newsroom.users[as],
  articleId,
  now: new Date(),
});

describe('notices', () => {
  it('tell editors of a submission, and the writer of what became of it', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Told about' });
    await publish(newsroom, article.id);
    expect((await noticesOf('editor', article.id)).map(({ text }) => text)).toEqual([
      'The writer submitted “Told about”.',
    ]);
    expect((await noticesOf('writer', article.id)).map(({ text }) => text)).toEqual([
      'The editor approved “Told about”.',
      'The publisher published “Told about”.',
    ]);
  });

  it('carry the note, can be ticked off by their reader, and by nobody else', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'Sent back' });
    await performAction({ ...call('writer', article.id), action: 'submit', input: {} });
    await performAction({
      ...call('editor', article.id),
      action: 'requestChanges',
      input: { note: 'Who says so?' },
    });
    // Its e-mail is on its way: two who write to one notice at once would be a conflict.
    await noticesSent();
    const [notice] = await noticesOf('writer', article.id);
    expect(notice?.text).toBe('The editor asked for changes to “Sent back”. “Who says so?”');
    const readAt = new Date().toISOString();
    const tick = (as: Role) =>
      newsroom.rest('PATCH', `/notices/${notice?.id}`, { as, body: { readAt, text: 'Forged' } });
    expect((await tick('admin')).status).toBe(403);
    expect((await tick('writer')).status).toBe(200);
    expect(await noticesOf('writer', article.id)).toMatchObject([{ readAt, text: notice?.text }]);
  });

  it('arrive as e-mails, once each', async () => {
    const { article } = await writeArticle(newsroom, { headline: 'By mail' });
    await performAction({ ...call('writer', article.id), action: 'submit', input: {} });
    await Promise.all([sendNotices(newsroom.payload), sendNotices(newsroom.payload)]);
    const ours = () => mails.filter(({ text }) => text.includes(article.id));
    await vi.waitFor(() => expect(ours()).toHaveLength(3), { timeout: 20_000 });
    expect(
      ours()
        .flatMap(({ to }) => to)
        .sort(),
    ).toEqual(['admin@newsroom.example', 'editor@newsroom.example', 'publisher@newsroom.example']);
  });

  it('are e-mails in the language of each who gets one', async () => {
    const { editor } = newsroom.users;
    await newsroom.rest('PATCH', `/users/${editor.id}`, { as: 'editor', body: { language: 'de' } });
    const { article } = await writeArticle(newsroom, { headline: 'In two languages' });
    await performAction({ ...call('writer', article.id), action: 'submit', input: {} });
    const ours = () => mails.filter(({ text }) => text.includes(article.id));
    await vi.waitFor(() => expect(ours()).toHaveLength(3), { timeout: 20_000 });
    const subjects = ours().map(({ to, text }) => [to[0], subjectOf(text)]);
    expect(Object.fromEntries(subjects)).toEqual({
      'admin@newsroom.example': 'The writer submitted “In two languages”.',
      'editor@newsroom.example': 'The writer hat eingereicht: „In two languages“.',
      'publisher@newsroom.example': 'The writer submitted “In two languages”.',
    });
  });
});

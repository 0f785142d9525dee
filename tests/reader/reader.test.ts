import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express from 'express';
import { createLocalReq } from 'payload';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { performAction } from '../../src/actions/workflow/performAction';
import { createClient } from '../../src/client/createClient';
import { issuePreviewToken } from '../../src/cms/endpoints/previewTokens';
import { loadPreview } from '../../src/cms/preview/loadPreview';
import { makePreviewToken } from '../../src/cms/preview/previewToken';
import { presentPreview } from '../../src/delivery/presenters/presentPreview';
import { siteAt } from '../../src/delivery/Site';
import type { PreviewOf } from '../../src/domain/edition/PreviewOf';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { previewSite } from '../../src/reader/previewSite';
import { readerSite } from '../../src/reader/readerSite';
import { reached, serveDelivery, type ServedDelivery } from '../delivery/support/serveDelivery';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';

const SITE = { name: 'The Hallow Post', language: 'en', publicUrl: 'https://news.example' };

let newsroom: Newsroom;
let node: ServedDelivery;
let server: Server;
let articleId: string;
const errors: unknown[] = [];

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { payload, rest, users } = newsroom;
  node = await serveDelivery({ connection: payload.db.connection, site: { name: SITE.name } });
  const load = async (asked: { articleId: string; token: string; of: PreviewOf }) => {
    const now = new Date();
    const content = await loadPreview({ payload, now, ...asked });
    return presentPreview({ content, at: now, site: siteAt(SITE), now });
  };
  const client = createClient({ baseUrl: `${node.url}/v1` });
  const app = express()
    .use('/read', previewSite({ load, site: SITE }))
    .use('/read', readerSite({ client, site: SITE, onError: (error) => errors.push(error) }))
    .use(
      '/lesen',
      readerSite({
        client,
        site: { ...SITE, language: 'de-AT' },
        onError: (error) => errors.push(error),
      }),
    );
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const person = await payload.create({
    collection: 'people',
    data: { name: 'Ada Fenwick', roles: [{ title: 'Keeper', organisation: 'Port Hallow' }] },
  });
  const topic = await payload.create({ collection: 'topics', data: { name: 'Sea & shore' } });
  const quote = await payload.create({
    collection: 'quotes',
    draft: true,
    data: {
      text: 'The light is back.',
      kind: 'direct',
      speaker: person.id,
      occasion: { name: 'The opening', place: 'Port Hallow' },
      evidence: {
        url: 'https://archive.example/opening',
        timecode: '00:01:02',
        passage: 'Words held back',
      },
    },
  });
  const { article, sections } = await writeArticle(newsroom, {
    headline: 'Boats & </script><b>bells</b>',
    slug: 'boats-and-bells',
    bylines: [{ person: person.id }],
    topics: [topic.id],
  });
  articleId = article.id;
  await rest('PATCH', `/sections/${sections[0]?.id}`, {
    as: 'writer',
    body: {
      quotes: [quote.id],
      body: lexicalFromParagraphs(['“The light is back,” Ada Fenwick said on Tuesday.']),
    },
  });
  await publish(newsroom, article.id);
  await rest('PATCH', `/articles/${article.id}`, { as: 'writer', body: { slug: 'bells' } });
  await publish(newsroom, article.id, { kind: 'correction', note: 'The town was misspelt.' });
  await writeArticle(newsroom, { headline: 'A draft on no page', slug: 'a-draft' });
  const gone = await writeArticle(newsroom, { headline: 'Withdrawn', slug: 'gone' });
  await publish(newsroom, gone.article.id);
  const { sequence } = await performAction({
    payload,
    user: users.publisher,
    articleId: gone.article.id,
    now: new Date(),
    action: 'withdraw',
    input: { reason: 'kept inside', notice: 'We withdrew this article because it was wrong.' },
  });
  await reached(node, sequence);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await node.close();
  await newsroom.close();
});

async function read(path: string) {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

describe('a site in German', () => {
  it('says everything of its own in German, with dates as Germans write them', async () => {
    const { text } = await read('/lesen/bells');
    for (const part of [
      '<html lang="de-AT">',
      'Von Ada Fenwick',
      'aria-label="Quelle des Zitats 1: Ada Fenwick"',
      'Zitate und ihre Quellen',
      'Korrekturen und Ergänzungen',
      'Korrigiert am',
      'bei 00:01:02',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/\d{1,2}\. [A-Z][a-zä]+ \d{4} um \d{2}:\d{2} UTC/);
    const { text: front } = await read('/lesen');
    expect(front).toContain('Neueste Artikel');
    const { status, text: missing } = await read('/lesen/nowhere');
    expect(status).toBe(404);
    expect(missing).toContain('Kein veröffentlichter Artikel hat diese Adresse.');
  });
});

describe('the page of an article', () => {
  it('has its sections, quotations with sources, people, corrections and structured data', async () => {
    const { status, text, headers } = await read('/read/bells');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toContain('stale-while-revalidate');
    for (const part of [
      '<h1>Boats &amp; &lt;/script&gt;&lt;b&gt;bells&lt;/b&gt;</h1>',
      '<h2>A long wait</h2>',
      'By Ada Fenwick',
      '<span class="quotation">“The light is back,”<button type="button" aria-label="Source of quotation 1: Ada Fenwick">1</button>',
      '<span>Ada Fenwick, Keeper, Port Hallow</span><span>The opening, Port Hallow</span>',
      'href="https://archive.example/opening"',
      'at 00:01:02',
      'The town was misspelt.',
      '<meta property="og:title"',
      '<link rel="canonical" href="https://news.example/read/bells"',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Words held back');
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Boats & </script><b>bells</b>',
      correction: [{ '@type': 'CorrectionComment' }],
    });
  });

  it('may run its one script and nothing else, and loads nothing from elsewhere', async () => {
    const { text, headers } = await read('/read/bells');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const hash = (source: string) =>
      `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(text) ?? [];
    const scripts = [...text.matchAll(/<script>(.*?)<\/script>/gs)].map(
      ([, source = '']) => source,
    );
    expect(scripts).toHaveLength(1);
    for (const source of [style, ...scripts]) expect(policy).toContain(hash(source));
    expect(text).not.toMatch(/<(?:img|script|iframe|link rel="stylesheet")[^>]* src=/);
  });

  it('is found under its old address, and gone with its notice once withdrawn', async () => {
    const moved = await read('/read/boats-and-bells');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/read/bells']);
    const gone = await read('/read/gone');
    expect(gone.status).toBe(410);
    expect(gone.text).toContain('We withdrew this article because it was wrong.');
    expect(gone.text).not.toContain('kept inside');
    for (const address of ['/read/a-draft', '/read/nowhere', '/read/x/y', '/read/%E0%A4%A']) {
      const missing = await read(address);
      expect([address, missing.status]).toEqual([address, 404]);
      expect(missing.text).toContain('To the front page');
    }
    expect(errors).toEqual([]);
  });
});

describe('lists', () => {
  it('show what is published, newest first, of all topics and of one', async () => {
    const front = await read('/read');
    expect(front.text).toContain('<a href="/read/bells">');
    expect(front.text).not.toContain('A draft on no page');
    expect(front.text).toContain('<a href="/read/topics/sea-shore">Sea &amp; shore</a>');
    const topic = await read('/read/topics/sea-shore');
    expect(topic.text).toContain('<h1>Sea &amp; shore</h1>');
    expect(topic.text).toContain('<a href="/read/bells">');
    expect((await read('/read/topics')).text).toContain('/read/topics/sea-shore');
    expect((await read('/read/topics/nothing')).status).toBe(404);
    expect((await read('/read?cursor=made-up')).status).toBe(404);
  });

  it('lead to every page that feeds and structured data name', async () => {
    const feed = await node.get('/v1/feeds/feed.json');
    const items = JSON.parse(feed.text).items as { url: string }[];
    expect(items).toHaveLength(1);
    for (const { url } of items) {
      expect((await read(url.replace(SITE.publicUrl, ''))).status).toBe(200);
    }
    const homeUrl = JSON.parse(feed.text).home_page_url as string;
    expect((await read(homeUrl.replace(SITE.publicUrl, ''))).status).toBe(200);
  });
});

describe('previews', () => {
  it('of the working copy look as the article will, for holders of its token only', async () => {
    await newsroom.rest('PATCH', `/articles/${articleId}`, {
      as: 'writer',
      body: { headline: 'Not yet seen' },
    });
    const { secret } = newsroom.payload;
    const token = makePreviewToken({ articleId, secret, now: Date.now() });
    const shown = await read(`/read/preview/${articleId}?token=${token}`);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('<h1>Not yet seen</h1>');
    expect(shown.text).toContain('Preview of the working copy. Not published.');
    expect(shown.text).toContain('<span class="quotation">');
    expect(shown.text).toContain('payload-live-preview');
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(shown.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    for (const wrong of ['', 'x', `${Date.now() + 9e6}.forged`]) {
      const refused = await read(`/read/preview/${articleId}?token=${wrong}`);
      expect(refused.status).toBe(403);
      expect(refused.text).not.toContain('Not yet seen');
    }
    expect((await read('/read/bells')).text).not.toContain('Not yet seen');

    // The editions, by the same token: what is approved and live is the text before the change.
    for (const [of, label] of [
      ['approved', 'Preview of the approved edition.'],
      ['live', 'What readers see now.'],
    ]) {
      const edition = await read(`/read/preview/${articleId}?token=${token}&of=${of}`);
      expect(edition.status).toBe(200);
      expect(edition.text).toContain(label);
      expect(edition.text).not.toContain('Not yet seen');
      expect((await read(`/read/preview/${articleId}?token=x&of=${of}`)).status).toBe(403);
    }
    const { article: unread } = await writeArticle(newsroom, { headline: 'Nobody approved it' });
    const own = makePreviewToken({ articleId: unread.id, secret, now: Date.now() });
    for (const of of ['approved', 'live']) {
      const none = await read(`/read/preview/${unread.id}?token=${own}&of=${of}`);
      expect(none.status).toBe(404);
      expect(none.text).not.toContain('Nobody approved it');
    }
  });

  it('of a link that was handed out show the text as it was then', async () => {
    const req = await createLocalReq({ user: newsroom.users.editor }, newsroom.payload);
    const { token } = await issuePreviewToken({
      req,
      articleId,
      editionId: null,
      hours: 1,
      now: new Date(),
    });
    const shown = await read(`/read/preview?token=${token}`);
    expect(shown.text).toContain('<h1>Not yet seen</h1>');
    expect(shown.text).toContain('<meta name="robots" content="noindex, nofollow" />');
    expect((await read(`/read/preview?token=${'A'.repeat(43)}`)).status).toBe(404);
    expect((await read('/read/preview')).status).toBe(404);
  });
});

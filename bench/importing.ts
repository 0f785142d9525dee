/**
 * What readers notice while files that are hard to read are read in the same process: the 99th
 * percentile of `/v1` then, and while nothing is read.
 *
 *   node bin/run.mjs bench/importing.ts [--articles 500] [--rate 200] [--seconds 8]
 *
 * The requests come at a fixed rate from a process of their own, as readers' do.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';

import express from 'express';
import JSZip from 'jszip';

import { readApart } from '../src/actions/story/readApart';
import { openDelivery } from '../src/delivery/openDelivery';
import { inNewsroom } from './delivery/inNewsroom';
import { makeUpArticles } from './delivery/madeUpArticles';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '500' },
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '8' },
    port: { type: 'string' },
  },
});

if (values.port) await askUntilTold(Number(values.port));
else await compare();

interface Asked {
  requests: number;
  failed: number;
  p50: number;
  p99: number;
}

/** The readers: asks at its rate until it is told to stop, and tells what it saw. */
async function askUntilTold(port: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const ask = (address: string) =>
    new Promise<{ ms: number; text: string; isGood: boolean }>((resolve, reject) => {
      const startedAt = performance.now();
      get({ port, host: '127.0.0.1', path: address, agent }, (res) => {
        let text = '';
        res.on('data', (part: Buffer) => (text += part.toString()));
        res.on('end', () =>
          resolve({ ms: performance.now() - startedAt, text, isGood: res.statusCode === 200 }),
        );
      }).on('error', reject);
    });
  const { text } = await ask('/v1/articles?limit=50');
  const slugs = (JSON.parse(text) as { items: { slug: string }[] }).items;
  const paths = ['/v1/articles', ...slugs.map(({ slug }) => `/v1/articles/${slug}`)];
  for (const each of paths) await ask(each);
  for (;;) {
    const told = (await once(process, 'message')) as [{ ms: number }];
    const latencies: number[] = [];
    let failed = 0;
    const open: Promise<unknown>[] = [];
    const until = performance.now() + told[0].ms;
    const every = 1000 / Number(values.rate);
    for (let next = performance.now(); next < until; next += every) {
      const wait = next - performance.now();
      if (wait > 0) await new Promise((wake) => setTimeout(wake, wait));
      const address = paths[Math.floor(Math.random() * paths.length)] ?? '/v1/articles';
      open.push(
        ask(address).then(
          ({ ms, isGood }) => (isGood ? latencies.push(ms) : (failed += 1)),
          () => (failed += 1),
        ),
      );
    }
    await Promise.all(open);
    latencies.sort((one, other) => one - other);
    const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? NaN;
    process.send?.({ requests: latencies.length, failed, p50: at(0.5), p99: at(0.99) });
  }
}

async function compare(): Promise<void> {
  await inNewsroom(async ({ payload }) => {
    const { connection } = payload.db;
    await makeUpArticles({ connection, count: Number(values.articles) });
    const delivery = openDelivery({
      connection,
      publicUrl: 'https://news.example',
      onError: (error) => console.error(error),
    });
    const app = express().use('/v1', delivery.app);
    const server = createServer((req, res) => {
      if (!delivery.answerFast(req, res)) app(req, res);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    while (!delivery.follower.isFollowing) await new Promise((wake) => setTimeout(wake, 20));

    const arguments_ = ['bench/importing.ts', '--port', String(port), '--rate', values.rate];
    const readers = fork(path.resolve(import.meta.dirname, '../bin/run.mjs'), arguments_);
    const ask = async (ms: number): Promise<Asked> => {
      readers.send({ ms });
      const [asked] = (await once(readers, 'message')) as [Asked];
      return asked;
    };
    // The thread is there, and what reading needs is compiled.
    await readApart({ bytes: bytesOf('# Warm\n\nWords.'), fileName: 'warm.md' });
    await ask(2_000);
    const ms = Number(values.seconds) * 1000;
    const idle = await ask(ms);
    tell('nothing', idle, 0, 'p99');
    const files = await hardFiles();
    for (const [name, file] of files) {
      const state = { isOver: false, reads: 0, ms: 0 };
      const reading = (async () => {
        // Over and over, as long as the readers ask.
        while (!state.isOver) {
          const startedAt = performance.now();
          await readApart(file);
          state.ms += performance.now() - startedAt;
          state.reads += 1;
        }
      })();
      const held = monitorEventLoopDelay({ resolution: 5 });
      held.enable();
      const asked = await ask(ms);
      held.disable();
      state.isOver = true;
      await reading;
      const ratio = `${(asked.p99 / idle.p99).toFixed(2)} x idle`;
      tell(name, asked, state.ms / state.reads, ratio);
      console.log(
        `${''.padEnd(34)} the thread that answers was held up ${(held.percentile(99) / 1e6).toFixed(1)} ms (p99), ${(held.max / 1e6).toFixed(1)} ms at most`,
      );
    }
    readers.kill();
    server.close();
    await delivery.close();
  });
}

function tell(what: string, { requests, failed, p50, p99 }: Asked, took: number, ratio: string) {
  const reading = took > 0 ? `, a read takes ${(took / 1000).toFixed(2)} s` : '';
  console.log(
    `${what.padEnd(34)} p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms (${ratio}); ${requests} answers, ${failed} failed${reading}`,
  );
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** As long as its format allows, and as hard to read as anybody found. */
async function hardFiles() {
  const paragraph = (index: number) =>
    `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Paragraph ${index} of it, “as she said”, and more.</w:t></w:r></w:p>`;
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file(
    'word/document.xml',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${Array.from({ length: 19_000 }, (_, index) => paragraph(index)).join('')}</w:body></w:document>`,
  );
  const word = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  const words = 'The mill of Port Hallow closes in May, and <b>nobody</b> knows what comes next. ';
  const story = `<p>“We did what we could”, said Ada Quill. ${words.repeat(8)}</p>`;
  const html = `<article><h1>Long</h1>${story.repeat(Math.floor((7.5 * 1024 * 1024) / story.length))}</article>`;
  const deep = `<h1>Deep</h1>${'<div><b><i><p>x'.repeat(200_000)}`;
  const cells = '<tr><td>1</td><td>2</td></tr>'.repeat(200_000);
  const items = JSON.stringify(
    Array.from({ length: 4_000 }, (_, index) => ({
      uri: `urn:x:${index}`,
      type: 'text',
      headline: `Story ${index}`,
      body_html: story.repeat(10),
    })),
  );
  return [
    ['Word, 19,000 paragraphs', { bytes: word, fileName: 'long.docx' }],
    ['HTML, 7.5 MB of quotations', { bytes: bytesOf(html), fileName: 'long.html' }],
    ['HTML, 600,000 elements deep', { bytes: bytesOf(deep), fileName: 'deep.html' }],
    [
      'HTML, a table of 200,000 rows',
      { bytes: bytesOf(`<h1>T</h1><p>A.</p><table>${cells}</table>`), fileName: 'table.html' },
    ],
    ['ninjs, 4,000 stories', { bytes: bytesOf(items), fileName: 'many.json' }],
  ] as const;
}

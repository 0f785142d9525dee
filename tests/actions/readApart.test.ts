import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';

import { readApart } from '../../src/actions/story/readApart';

const text = (words: string) => new TextEncoder().encode(words);

/** A Word document with this in its body. */
async function word(body: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(
    await readFile(path.resolve('tests/fixtures/formats/mill.docx')),
  );
  const name = 'word/document.xml';
  const document = (await zip.file(name)?.async('string')) ?? '';
  zip.file(
    name,
    document.replace(/<w:body>[\s\S]*<\/w:body>/, () => `<w:body>${body}</w:body>`),
  );
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
}

describe('reading apart', () => {
  it('gives what reading here gives', async () => {
    const bytes = await readFile(path.resolve('tests/fixtures/formats/mill.docx'));
    const { stories, problems, isGivenUp } = await readApart({ bytes, fileName: 'mill.docx' });
    expect([problems, isGivenUp]).toEqual([[], false]);
    expect(stories[0]?.story.headline).toBe('Mill wheel turns again');
  });

  it('gives up what takes too long, and reads the next file all the same', async () => {
    const slow = text(`<h1>Deep</h1>${'<div><b><p>x'.repeat(20_000)}`);
    const given = await readApart({ bytes: slow, fileName: 'slow.html' }, { mostMs: 5 });
    expect(given).toMatchObject({ stories: [], isGivenUp: true });
    expect(given.problems[0]).toContain('slow.html: Reading it took longer than');
    const next = await readApart({ bytes: text('# A\n\nB.'), fileName: 'a.md' });
    expect(next).toMatchObject({
      isGivenUp: false,
      problems: [],
      stories: [{ story: { headline: 'A' } }],
    });
  });

  it('takes no core away from who is answered meanwhile', async () => {
    await readApart({ bytes: text('# A\n\nB.'), fileName: 'a.md' });
    const page = text(
      `<h1>Long</h1>${'<div><b><i><p>Words of a page, and more of them.</p>'.repeat(4_000)}`,
    );
    const before = performance.eventLoopUtilization();
    const startedAt = performance.now();
    const { stories } = await readApart({ bytes: page, fileName: 'long.html' });
    const took = performance.now() - startedAt;
    expect(stories).toHaveLength(1);
    const { active } = performance.eventLoopUtilization(before);
    // What comes back is as large as the page, and is all that this thread has to do with it.
    expect(active).toBeLessThan(took / 2);
  });

  it.each([
    ['a million empty paragraphs', () => word('<w:p/>'.repeat(1_000_000)), /1000000 paragraphs/],
    [
      'tables in tables',
      () => word(`${'<w:tbl><w:tr><w:tc>'.repeat(500)}${'</w:tc></w:tr></w:tbl>'.repeat(500)}`),
      /nests deeper/,
    ],
    [
      'more than it says',
      async () => {
        const bytes = await word(
          `<w:p><w:r><w:t>${' '.repeat(140 * 1024 * 1024)}</w:t></w:r></w:p>`,
        );
        const view = new DataView(bytes.buffer, bytes.byteOffset);
        for (let at = 0; at + 46 <= bytes.length; at += 1) {
          if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
        }
        return bytes;
      },
      /unpacks to more/,
    ],
  ])('refuses a Word document of %s with the reason', async (_what, bytes, reason) => {
    const { stories, problems } = await readApart({ bytes: await bytes(), fileName: 'bad.docx' });
    expect(stories).toEqual([]);
    expect(problems[0]).toMatch(reason);
  });

  it('reads what nests deeper than any stack, and loses no word of it', async () => {
    const html = `<h1>Deep</h1><p>Above.</p>${'<div>'.repeat(100_000)}Below it all.`;
    const { stories, problems } = await readApart({ bytes: text(html), fileName: 'deep.html' });
    expect(problems).toEqual([]);
    expect(stories[0]?.story.sections[0]?.paragraphs).toEqual(['Above.', 'Below it all.']);
    for (const [name, deep] of [
      ['deep.json', '['.repeat(200_000)],
      ['deep.xml', '<a>'.repeat(100_000)],
      ['deep.md', `# A\n\n${'> '.repeat(5_000)}b`],
      ['yaml.md', `---\na: ${'['.repeat(20_000)}\n---\n# A\n\nB.`],
    ] as const) {
      const read = await readApart({ bytes: text(deep), fileName: name });
      expect(read.stories.length + read.problems.length, name).toBeGreaterThan(0);
      expect(read.isGivenUp, name).toBe(false);
    }
  });

  it('reads what is wider than any stack', async () => {
    for (const [name, wide] of [
      ['rows.html', `<h1>A</h1><p>B.</p><table>${'<tr><td>1<td>2'.repeat(150_000)}</table>`],
      ['paragraphs.html', `<h1>A</h1><div>${'<p>x'.repeat(150_000)}</div>`],
      ['headings.html', `<h1>A</h1><p>B.</p>${'<h2>x'.repeat(150_000)}`],
      ['list.html', `<h1>A</h1><p>B.</p><ul>${'<li>x'.repeat(150_000)}</ul>`],
      ['breaks.html', `<h1>A</h1><p>B.${'<br>x'.repeat(150_000)}</p>`],
      ['words.html', `<h1>A</h1><p>B.${'<b>x</b> y '.repeat(150_000)}</p>`],
      ['lines.txt', `A\n\n${'x\n'.repeat(150_000)}`],
      ['paragraphs.txt', `A\n\n${'x\n\n'.repeat(150_000)}`],
      ['list.md', `# A\n\nB.\n\n${'- x\n'.repeat(150_000)}`],
    ] as const) {
      const read = await readApart({ bytes: text(wide), fileName: name });
      expect(read.stories.length + read.problems.length, name).toBeGreaterThan(0);
      expect(read.problems.join('\n'), name).not.toContain('Reading it failed');
    }
  });
});

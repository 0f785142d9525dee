import { readFile } from 'node:fs/promises';
import path from 'node:path';

import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';

import { seriousFindings } from '../support/seriousFindings';
import { newsroomInBrowser } from '../support/newsroomInBrowser';

const FOLDER = path.resolve('tests/fixtures/formats');

const newsroom = newsroomInBrowser();

const fixture = async (name: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: await readFile(path.join(FOLDER, name)),
});

/** As Word puts it on the clipboard behind the text. */
const COMMENT_OF_WORD =
  "<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Is that sure?</p></div></div>";

/** A document with a change that nobody has accepted. */
async function trackedDocument(): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await readFile(path.join(FOLDER, 'mill.docx')));
  const name = 'word/document.xml';
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const body =
    `<w:p>${run('Mill to close')}</w:p><w:p>${run('It employs ')}` +
    `<w:del w:id="3" w:author="Ada"><w:r><w:delText>forty</w:delText></w:r></w:del>` +
    `<w:ins w:id="4" w:author="Ada">${run('fifty')}</w:ins>${run(' people.')}</w:p>`;
  const document = (await zip.file(name)?.async('string')) ?? '';
  zip.file(
    name,
    document.replace(/<w:body>[\s\S]*<\/w:body>/, () => `<w:body>${body}</w:body>`),
  );
  return zip.generateAsync({ type: 'uint8array' });
}

describe('importing in the panel', () => {
  it('shows what will be made, makes it when asked, and names what it cannot read', async () => {
    const { page } = await newsroom.desk('writer');
    await page.getByRole('button', { name: 'Open Menu' }).first().click();
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    const files = page.getByLabel('Drag files here, or choose them');
    await files.setInputFiles([
      await fixture('harbour.md'),
      await fixture('mill.docx'),
      { name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
    ]);
    await page.getByText('2 ready to import, 1 file not readable.').waitFor();
    await page.getByText('notes.pdf: This kind of file is not read.').waitFor();
    const story = page.locator('.import__story', { hasText: 'Harbour crane stands still' });
    await story.getByText('What comes next').waitFor();
    await story.getByText('Mara Teck').first().waitFor();
    const receipt = story.locator('.import__receipt');
    await receipt.getByText('Language recognised by its words').waitFor();
    expect(await seriousFindings(page, '.import')).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.setViewportSize({ width: 1280, height: 800 });

    await page.getByRole('button', { name: 'Import these 2 stories' }).click();
    await page.getByText('2 imported, 1 file not readable.').waitFor();
    await page.getByRole('link', { name: 'Mill wheel turns again' }).click();
    await page.waitForURL(/\/collections\/articles\/[0-9a-f]{24}/);
    await page.getByText('noon').first().waitFor();
  });

  it('takes dropped files, and knows what was imported before', async () => {
    const { page } = await newsroom.admin('writer');
    await page.goto(`${newsroom.url}/admin/import`);
    const text = await readFile(path.join(FOLDER, 'harbour.md'), 'utf8');
    const dropped = await page.evaluateHandle((words) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([words], 'harbour.md'));
      return transfer;
    }, text);
    await page.locator('.import__drop').dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByRole('button', { name: 'Import this story' }).click();
    await page.getByText('1 imported before.').waitFor();
  });

  it('tells what of a file is not in its story, before and afterwards on the article', async () => {
    const { page } = await newsroom.admin('writer');
    await page.goto(`${newsroom.url}/admin/import`);
    await page.getByLabel('Drag files here, or choose them').setInputFiles([
      {
        name: 'html-figure-links.html',
        mimeType: 'text/html',
        buffer: await readFile('tests/fixtures/imports/html-figure-links.html'),
      },
    ]);
    const receipt = page.locator('.import__receipt');
    await receipt.getByText('1 picture of the web, which is not asked here').waitFor();
    await receipt.getByText('The mill seen from the harbour. · Tom Quill').waitFor();
    await receipt.getByText('1 other story on the page').waitFor();
    await page.getByRole('button', { name: 'Import this story' }).click();
    await page.getByText('1 imported.').waitFor();
    const link = page.getByRole('link', { name: 'Mill to close' });
    const address = (await link.getAttribute('href')) ?? '';
    await page.goto(`${newsroom.url}${address}/details`);
    await page.getByRole('button', { name: 'Checks' }).click();
    await page.locator('.import__receipt').getByText('1 picture of the web').waitFor();
  });

  it('asks about tracked changes, and reads them as somebody wants', async () => {
    const { page } = await newsroom.admin('writer');
    await page.goto(`${newsroom.url}/admin/import`);
    await page.getByLabel('Drag files here, or choose them').setInputFiles([
      {
        name: 'changed.docx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(await trackedDocument()),
      },
    ]);
    const story = page.locator('.import__story');
    await story.getByText('It employs fifty people.').waitFor();
    await page.getByLabel('as it was before').check();
    await story.getByText('It employs forty people.').waitFor();
    await story.getByText('1 tracked deletion rejected').waitFor();
    expect(await seriousFindings(page, '.import')).toEqual([]);
    await page.getByRole('button', { name: 'Import this story' }).click();
    await page.getByText('1 imported.').waitFor();
    await page.getByRole('link', { name: 'Mill to close' }).click();
    await page.getByText('It employs forty people.').waitFor();
  });

  it.each([
    ['Google Docs', 'imports/paste-google-docs-sup-strike.html', null],
    ['Word', 'pastes/word.html', '1 comment'],
    ['a web page', 'imports/html-figure-links.html', '1 picture'],
  ])('shows what of a paste from %s is not on the page', async (from, file, lost) => {
    const { page } = await newsroom.admin('writer');
    await page.goto(`${newsroom.url}/admin/collections/articles/create`);
    await page.waitForURL(/articles\/[0-9a-f]{24}/);
    await page.locator('.story__sections').click();
    const copied = await readFile(path.resolve('tests/fixtures', file), 'utf8');
    const html = copied.replace('<!--EndFragment-->', `${COMMENT_OF_WORD}$&`);
    await page.evaluate((words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', words);
      clipboardData.setData('text/plain', 'ignored');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, html);
    await expect
      .poll(() => page.locator('#field-headline').inputValue(), { timeout: 30_000 })
      .not.toBe('');
    const receipt = page.locator('.story-paste');
    if (lost === null) {
      expect(await receipt.count()).toBe(0);
      return;
    }
    await receipt.getByText(lost).first().waitFor();
    expect(await seriousFindings(page, '.story__gutter')).toEqual([]);
    await receipt.getByRole('button', { name: 'Read' }).click();
    await expect.poll(() => receipt.count()).toBe(0);
  });
});

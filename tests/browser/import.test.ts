import { readFile } from 'node:fs/promises';
import path from 'node:path';

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
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { lexicalHtml } from '../../src/domain/richText/lexicalHtml';
import { lexicalText } from '../../src/domain/richText/lexicalText';
import type { WholeStory } from '../../src/domain/story/WholeStory';
import { seriousFindings } from '../support/seriousFindings';
import { newsroomInBrowser } from '../support/newsroomInBrowser';
import { cursorIsKnown } from '../support/storyText';

const SOURCE = path.resolve(
  import.meta.dirname,
  '../../seed/articles/nato-chief-russia-ukraine.txt',
);
/** What a browser says of requests while it has no connection, or of a refused late save. */
const NETWORK = [/Failed to load resource/, /ERR_INTERNET_DISCONNECTED/];

const NO_REFERENCES = { quote: () => null, image: () => null, article: () => null };

const newsroom = newsroomInBrowser();

const { admin: open } = newsroom;

/** A new article's story page, on which nothing is written yet. */
async function newStory(page: Page): Promise<string> {
  await page.goto(`${newsroom.url}/admin/collections/articles/create`);
  await page.waitForURL(/articles\/[0-9a-f]{24}/);
  await page.locator('.story__sections > *').first().waitFor();
  return /[0-9a-f]{24}/.exec(page.url())?.[0] ?? '';
}

async function write(page: Page, headline: string): Promise<void> {
  await page.locator('#field-headline').click();
  await page.keyboard.type(headline);
  await page.keyboard.press('Enter');
  await page.keyboard.type('What readers should know first.');
  await page.keyboard.press('Enter');
}

async function heading(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Enter');
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Alt+Digit2');
  await page.keyboard.press('Enter');
}

const isSaved = (page: Page) => page.locator('.story__state', { hasText: /^Saved at/ }).waitFor();

async function stored(page: Page, id: string): Promise<WholeStory> {
  return page.evaluate(
    async (address) => (await fetch(address)).json() as Promise<WholeStory>,
    `/api/articles/${id}/story`,
  );
}

const outline = ({ sections }: WholeStory) =>
  sections.map(({ heading: words, body }) => [words, lexicalText(body)]);

async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await page.evaluate((entries) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(entries)) clipboardData.setData(type, value);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, data);
}

declare global {
  interface Window {
    /** The page's cumulative layout shift so far. */
    shifted: number;
  }
}

function recordShifts(): void {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      window.shifted += (entry as { value?: number }).value ?? 0;
  }).observe({ type: 'layout-shift' });
}

/** A save waits for a pause in typing, and comes onto another page with its next look for news. */
const soon = { timeout: 30_000 };

describe('the story page', () => {
  it('takes a whole story from a blank page, and undoes across its sections', async () => {
    const { page } = await open('writer');
    const id = await newStory(page);
    await write(page, 'Port Hallow lights up');
    await page.keyboard.type('The lighthouse was lit. “We waited,” Ada Quill said.');
    await heading(page, 'A long wait');
    await page.keyboard.type('“Eleven years,” Bruno Quay, the keeper, said.');
    await heading(page, 'What comes now');
    await page.keyboard.type('The harbour opens in spring.');
    await isSaved(page);
    const whole = [
      [null, 'The lighthouse was lit. “We waited,” Ada Quill said.'],
      ['A long wait', '“Eleven years,” Bruno Quay, the keeper, said.'],
      ['What comes now', 'The harbour opens in spring.'],
    ];
    await expect.poll(async () => outline(await stored(page, id)), soon).toEqual(whole);
    expect(await stored(page, id)).toMatchObject({
      headline: 'Port Hallow lights up',
      standfirst: 'What readers should know first.',
    });
    expect(await page.locator('.story__length').innerText()).toMatch(/^\d+ words · 1 minute/);
    expect(await seriousFindings(page, '.workflow-bar')).toEqual([]);
    expect(await seriousFindings(page, '.story__gutter')).toEqual([]);
    const ids = (await stored(page, id)).sections.map((section) => section.id);

    // Joined with the section before it, and undone: the same section is back.
    await page.getByRole('heading', { name: 'What comes now' }).click();
    await page.keyboard.press('Home');
    await cursorIsKnown(page);
    await page.keyboard.press('Backspace');
    await expect.poll(async () => (await stored(page, id)).sections.length, soon).toBe(2);
    expect(outline(await stored(page, id))[1]?.[1]).toContain('What comes now\n\nThe harbour');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => outline(await stored(page, id)), soon).toEqual(whole);
    expect((await stored(page, id)).sections.map((section) => section.id)).toEqual(ids);

    // Nothing is left of it on the next visit but what is stored, and what is read stays in its place.
    await page.addInitScript(recordShifts);
    await page.reload();
    await page.getByRole('heading', { name: 'What comes now' }).waitFor();
    await page.locator('.story-findings').first().waitFor();
    await page.locator('.workflow-bar').waitFor();
    expect(await page.evaluate(() => window.shifted)).toBeLessThan(0.01);
  });

  it('moves sections by keyboard and by mouse, and says so', async () => {
    const { page } = await open('writer');
    const id = await newStory(page);
    await write(page, 'Sections on the move');
    await page.keyboard.type('Lead.');
    await heading(page, 'First');
    await page.keyboard.type('One.');
    await heading(page, 'Second');
    await page.keyboard.type('Two.');
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await page.getByText('Second is now section 2 of 3.').waitFor({ state: 'attached' });
    await expect
      .poll(async () => outline(await stored(page, id)), soon)
      .toEqual([
        [null, 'Lead.'],
        ['Second', 'Two.'],
        ['First', 'One.'],
      ]);
    const handle = page.getByRole('button', { name: /^Move First/ });
    await handle.focus();
    await page.keyboard.press('ArrowUp');
    await page.getByText('First is now section 2 of 3.').waitFor({ state: 'attached' });

    const second = page.getByRole('button', { name: /^Move Second/ });
    // The handles follow their headings when the text has come to rest.
    const places = async () => [await handle.boundingBox(), await second.boundingBox()];
    await expect
      .poll(async () => {
        const [first, last] = await places();
        return (last?.y ?? 0) - (first?.y ?? 0);
      })
      .toBeGreaterThan(0);
    const [to, from] = await places();
    if (!from || !to) throw new Error('The handles are not on the page.');
    await page.mouse.move(from.x + 5, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 5, to.y + 12, { steps: 5 });
    await page.mouse.up();
    await page.getByText('Second is now section 2 of 3.').waitFor({ state: 'attached' });
    await expect
      .poll(async () => outline(await stored(page, id)).map(([words]) => words), soon)
      .toEqual([null, 'Second', 'First']);

    // The bar above saves what is on the page before it does anything.
    await page.getByText('Two.').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' And the last words.');
    await page.getByRole('button', { name: 'Submit for review' }).click();
    await page.locator('.workflow-pill--in_review').waitFor();
    expect(outline(await stored(page, id))[1]?.[1]).toBe('Two. And the last words.');
  });

  it('takes the source article by paste, with its sections', async () => {
    const { page } = await open('writer');
    const id = await newStory(page);
    await page.locator('.story__sections').click();
    await paste(page, { 'text/plain': await readFile(SOURCE, 'utf8') });
    await page.getByRole('heading', { name: 'NATO and Trade Tariffs' }).waitFor();
    await expect
      .poll(() => page.locator('#field-headline').inputValue(), soon)
      .toContain('NATO Chief Says Russia Not Moving Fast Enough');
    await isSaved(page);
    const { sections, headline } = await stored(page, id);
    expect(headline).toContain('NATO Chief');
    expect(sections.length).toBeGreaterThan(3);
    expect(sections[0]?.heading).toBeNull();
    expect(sections.every(({ body }) => lexicalText(body).length > 20)).toBe(true);
  });

  it('keeps headings, emphasis, links, lists and quotations of a paste, and no look', async () => {
    const { page } = await open('writer');
    const id = await newStory(page);
    await write(page, 'Pasted');
    await page.keyboard.type('Before.');
    await page.keyboard.press('Enter');
    await paste(page, {
      'text/html': `<b style="font-weight:normal"><p style="color:red"><span style="font-weight:700">Bold</span> and <a href="https://port.example/a">linked</a></p><h2 style="font-size:40px">The <i>tide</i></h2><ul><li>One</li><li>Two</li></ul><h3>Low water</h3><blockquote><p>Said.</p></blockquote><script>alert(1)</script></b>`,
      'text/plain': 'ignored',
    });
    await page.getByRole('heading', { name: 'The tide' }).waitFor();
    await isSaved(page);
    const { sections } = await stored(page, id);
    expect(outline({ sections } as WholeStory)).toEqual([
      [null, 'Before.\n\nBold and linked'],
      ['The tide', 'One\n\nTwo\n\nLow water\n\nSaid.'],
    ]);
    expect(sections[0]?.body?.root.children[1]).toMatchObject({
      type: 'paragraph',
      children: [
        { text: 'Bold', format: 1 },
        { text: ' and ', format: 0 },
        { type: 'link', fields: { url: 'https://port.example/a' }, children: [{ text: 'linked' }] },
      ],
    });
    expect(sections[1]?.body?.root.children.map(({ type }) => type)).toEqual([
      'list',
      'heading',
      'quote',
    ]);
    expect(JSON.stringify(sections)).not.toMatch(/red|40px|alert/);
  });

  it('keeps a table of a paste, and lets it be written, made longer and headed', async () => {
    const { page } = await open('writer');
    const id = await newStory(page);
    await write(page, 'Ships of Port Hallow');
    await page.keyboard.type('Fewer every year.');
    await page.keyboard.press('Enter');
    await paste(page, {
      'text/html':
        '<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2023</td><td>four</td></tr></table><p>So the office says.</p>',
      'text/plain': 'ignored',
    });
    const table = page.locator('.story-table');
    await table.getByText('four').click();
    await page.keyboard.press('End');
    await cursorIsKnown(page);
    await page.keyboard.type(' or five');
    await page.getByRole('button', { name: 'Row below' }).click();
    await page.keyboard.press('Tab');
    await page.keyboard.type('2024');
    await page.keyboard.press('Tab');
    await page.keyboard.type('nine');
    // A heading in a cell would begin a section there.
    await page.keyboard.press('Control+Alt+Digit2');
    await table.getByText('2023').click();
    await cursorIsKnown(page);
    await page.getByRole('button', { name: 'Heading cells: this column' }).click();
    expect(await seriousFindings(page, '.story__gutter')).toEqual([]);
    const shown =
      '<p>Fewer every year.</p><table><thead><tr><th>Year</th><th scope="col">Ships</th></tr></thead>' +
      '<tbody><tr><th scope="row">2023</th><td>four or five</td></tr><tr><th scope="row">2024</th><td>nine</td></tr></tbody></table>' +
      '<p>So the office says.</p>';
    const html = async () => lexicalHtml((await stored(page, id)).sections[0]?.body, NO_REFERENCES);
    await expect.poll(html, soon).toBe(shown);
    expect((await stored(page, id)).sections).toHaveLength(1);

    // Opening it changes nothing.
    await page.reload();
    await table.getByText('nine').waitFor();
    await page.getByRole('button', { name: 'Table', exact: true }).waitFor();
    expect(await html()).toBe(shown);
  });
});

describe('two people on one story page', () => {
  it('see each other, are joined where they wrote in different places, and choose where not', async () => {
    const one = await open('writer', { expectedErrors: NETWORK });
    const id = await newStory(one.page);
    await write(one.page, 'Two at once');
    await one.page.keyboard.type('The first paragraph.');
    await one.page.keyboard.press('Enter');
    await one.page.keyboard.type('The second paragraph.');
    await isSaved(one.page);

    const two = await open('editor', { expectedErrors: NETWORK });
    await two.page.goto(one.page.url());
    await two.page.locator('.story__sections > *').first().waitFor();
    await one.page.getByText('Also here: Edith Editor').waitFor();
    await two.page.getByText('Also here: Will Writer').waitFor();

    const writeAfter = async (page: Page, paragraph: string, words: string) => {
      await page.getByText(paragraph).click();
      await page.keyboard.press('End');
      await page.keyboard.type(words);
    };
    await Promise.all([
      writeAfter(one.page, 'The first paragraph.', ' By the writer.'),
      writeAfter(two.page, 'The second paragraph.', ' By the editor.'),
    ]);
    const joined = 'The first paragraph. By the writer.\n\nThe second paragraph. By the editor.';
    await expect.poll(async () => outline(await stored(one.page, id))[0]?.[1], soon).toBe(joined);
    await one.page.getByText('By the editor.').waitFor();
    await two.page.getByText('By the writer.').waitFor();

    // The same words: the editor is away from the network while the writer saves.
    await two.context.setOffline(true);
    await writeAfter(two.page, 'The first paragraph.', ' Editor again.');
    await two.page.getByText('Offline: kept in this browser').waitFor();
    await writeAfter(one.page, 'The first paragraph.', ' Writer again.');
    await expect
      .poll(async () => outline(await stored(one.page, id))[0]?.[1], soon)
      .toContain('Writer again.');
    await two.context.setOffline(false);
    await two.page.getByRole('button', { name: 'Compare and choose' }).click();
    const dialog = two.page.getByRole('dialog');
    await dialog.getByText('Writer again.').first().waitFor();
    expect(await seriousFindings(two.page, 'dialog')).toEqual([]);
    await dialog.getByLabel('Both, one after the other').check();
    await dialog.getByRole('button', { name: 'Join the two' }).click();
    const both = /Writer again\.\n\nThe first paragraph\. By the writer\. Editor again\./;
    await expect.poll(async () => outline(await stored(one.page, id))[0]?.[1], soon).toMatch(both);
    await one.page.getByText('Editor again.').waitFor();
  });
});

describe('a section that was taken out', () => {
  it('is offered below the story, and comes back with its text', async () => {
    const { page } = await open('writer');
    const id = await newStory(page);
    await write(page, 'One section less');
    await page.keyboard.type('The lead.');
    await heading(page, 'Taken out');
    await page.keyboard.type('Words that stay.');
    await isSaved(page);
    const before = await stored(page, id);
    await newsroom.api.ask('writer', 'PATCH', `/articles/${id}?draft=true`, {
      sections: before.sections.slice(0, 1).map((section) => section.id),
      revision: before.revision,
    });
    await page.reload();
    await page.getByText('One section taken out').click();
    expect(await seriousFindings(page, '.story-taken')).toEqual([]);
    await page.getByRole('button', { name: 'Put back: Taken out' }).click();
    await page.locator('.story__sections').getByText('Words that stay.').waitFor();
    expect((await stored(page, id)).sections.map((section) => section.id)).toEqual(
      before.sections.map((section) => section.id),
    );
    await page.getByText('One section taken out').waitFor({ state: 'detached' });
  });
});

describe('without a connection', () => {
  it('keeps every word typed in ten seconds, and saves them when it returns', async () => {
    const { page, context } = await open('writer', { expectedErrors: NETWORK });
    const id = await newStory(page);
    await write(page, 'Ten seconds alone');
    await page.keyboard.type('Before.');
    await isSaved(page);
    await context.setOffline(true);
    await page.keyboard.type(' Typed while the line was down, word for word', { delay: 180 });
    await page.getByText('Offline: kept in this browser').waitFor();
    await heading(page, 'Made offline');
    await page.keyboard.type('And its text.', { delay: 100 });
    await context.setOffline(false);
    await expect
      .poll(async () => outline(await stored(page, id)), soon)
      .toEqual([
        [null, 'Before. Typed while the line was down, word for word'],
        ['Made offline', 'And its text.'],
      ]);
    await isSaved(page);
  });

  it('brings back what a page that died had not saved', async () => {
    const { page, context } = await open('writer', { expectedErrors: NETWORK });
    const id = await newStory(page);
    await write(page, 'Back after a crash');
    await page.keyboard.type('Saved.');
    await isSaved(page);
    await page.route('**/story', (route) => route.abort('internetdisconnected'));
    await page.keyboard.type(' Not saved.');
    await page.getByText('Offline: kept in this browser').waitFor();
    const address = page.url();
    await page.close();

    const again = await context.newPage();
    await again.goto(address);
    await again.getByText('Words of').waitFor();
    await again.getByText('Saved. Not saved.').waitFor();
    await expect
      .poll(async () => outline(await stored(again, id))[0]?.[1], soon)
      .toBe('Saved. Not saved.');
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import type { ArticleNotes } from '../../src/domain/notes/Note';
import { newsroomInBrowser } from '../support/newsroomInBrowser';
import { seriousFindings } from '../support/seriousFindings';
import { cursorIsKnown } from '../support/storyText';

const newsroom = newsroomInBrowser();
const { admin: open } = newsroom;

const soon = { timeout: 30_000 };

/** A story of two paragraphs, saved. */
async function newStory(page: Page): Promise<string> {
  await page.goto(`${newsroom.url}/admin/collections/articles/create`);
  await page.waitForURL(/articles\/[0-9a-f]{24}/);
  await page.locator('.story__sections > *').first().waitFor();
  await page.locator('#field-headline').click();
  await page.keyboard.type('A light for Port Hallow');
  await page.keyboard.press('Enter');
  await page.keyboard.type('After eleven years.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The lighthouse was lit on Tuesday.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The keeper thanked everybody.');
  await page.locator('.story__state', { hasText: /^Saved at/ }).waitFor();
  return /[0-9a-f]{24}/.exec(page.url())?.[0] ?? '';
}

async function openStory(page: Page, id: string): Promise<void> {
  await page.goto(`${newsroom.url}/admin/collections/articles/${id}`);
  await page.locator('.story__sections > *').first().waitFor();
}

/** Selects words of a paragraph as a hand does, with the keys alone. */
async function select(page: Page, paragraph: string, words: string): Promise<void> {
  await page.getByText(paragraph).click();
  await page.keyboard.press('Home');
  for (let at = 0; at < paragraph.indexOf(words); at += 1) await page.keyboard.press('ArrowRight');
  for (let at = 0; at < words.length; at += 1) await page.keyboard.press('Shift+ArrowRight');
  await cursorIsKnown(page);
}

const notesOf = (page: Page, id: string) =>
  page.evaluate(
    async (address) => ((await (await fetch(address)).json()) as ArticleNotes).notes,
    `/api/articles/${id}/notes`,
  );

/** The words that are painted in a look. */
const painted = (page: Page, look: string) =>
  page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    look,
  );

describe('notes on a story', () => {
  it('are written, answered, followed through edits and resolved by two people', async () => {
    const { page: writer } = await open('writer');
    const id = await newStory(writer);
    const { page: editor } = await open('editor', { viewport: { width: 1440, height: 900 } });
    await openStory(editor, id);

    // The editor writes a note that calls a colleague, without the mouse.
    await select(editor, 'The lighthouse was lit on Tuesday.', 'lit on Tuesday');
    await editor.keyboard.press('Control+Alt+KeyM');
    const field = editor.getByLabel('Note on “lit on Tuesday”');
    await field.waitFor();
    await expect.poll(() => painted(editor, 'story-note-active')).toEqual(['lit on Tuesday']);
    await editor.keyboard.type('Which Tuesday, @wri');
    await editor.getByRole('option', { name: 'Will Writer' }).waitFor();
    expect(await seriousFindings(editor, '.story-notes')).toEqual([]);
    await editor.keyboard.press('Enter');
    await editor.keyboard.type('?');
    expect(await field.inputValue()).toBe('Which Tuesday, @Will Writer ?');
    await editor.keyboard.press('Control+Enter');
    await editor.locator('.story-note', { hasText: 'Which Tuesday' }).waitFor();
    await editor.getByRole('link', { name: '1 open note' }).waitFor();
    // The cursor is back in the text.
    await expect
      .poll(() => editor.evaluate(() => document.activeElement?.className))
      .toContain('story__sections');

    // The writer has the page open, hears of it, and answers.
    const card = writer.locator('.story-note', { hasText: 'Which Tuesday' });
    await card.waitFor(soon);
    await expect.poll(() => painted(writer, 'story-note')).toEqual(['lit on Tuesday']);
    await card.getByRole('button', { name: 'Reply' }).click();
    await writer.getByLabel('Your reply').fill('The first of May.');
    // Words that are not sent yet outlive the page.
    await writer.reload();
    await card.getByRole('button', { name: 'Reply' }).click();
    expect(await writer.getByLabel('Your reply').inputValue()).toBe('The first of May.');
    expect(await seriousFindings(writer, '.story-notes')).toEqual([]);
    await writer.getByRole('button', { name: 'Reply' }).click();
    await editor.getByText('The first of May.').waitFor(soon);

    // The text is edited before and within the words.
    await writer.getByText('The lighthouse was lit').click();
    await writer.keyboard.press('Home');
    await writer.keyboard.type('At last! ');
    await expect
      .poll(async () => (await notesOf(editor, id))[0]?.anchor, soon)
      .toMatchObject({ exact: 'lit on Tuesday', start: 32 - 4 });
    await editor.getByText('At last! The lighthouse was lit on Tuesday.').waitFor(soon);
    await select(editor, 'At last! The lighthouse was lit on Tuesday.', 'Tuesday');
    await editor.keyboard.type('the first of May');
    const edited = 'lit on the first of May';
    await expect.poll(async () => (await notesOf(editor, id))[0]?.anchor.exact, soon).toBe(edited);
    await expect.poll(() => painted(writer, 'story-note'), soon).toEqual([edited]);

    // From the text to the card and back, by keys alone; then the note is resolved.
    await select(editor, 'At last! The lighthouse was lit on the first of May.', '');
    for (let at = 0; at < 30; at += 1) await editor.keyboard.press('ArrowRight');
    await cursorIsKnown(editor);
    await editor.keyboard.press('Control+Alt+KeyM');
    await expect
      .poll(() => editor.evaluate(() => document.activeElement?.className))
      .toContain('story-note');
    await editor.keyboard.press('Tab');
    await editor.keyboard.press('Enter');
    await expect.poll(() => editor.evaluate(() => String(window.getSelection()))).toBe(edited);
    await editor.locator('.story-note').getByRole('button', { name: 'Resolve' }).press('Enter');
    await editor.getByText('1 resolved note').waitFor();
    await expect.poll(() => painted(editor, 'story-note')).toEqual([]);
    await expect.poll(() => editor.getByRole('link', { name: /open note/ }).count(), soon).toBe(0);
    expect(await seriousFindings(editor, '.story__gutter')).toEqual([]);

    // The notice leads the writer to the thread itself.
    await writer.goto(`${newsroom.url}/admin`);
    await writer.locator('.notices summary').click();
    await writer.getByRole('link', { name: /Edith Editor mentioned you in a note/ }).click();
    await writer.locator('.story-note:focus').waitFor(soon);
    await writer.getByRole('button', { name: 'Open again' }).click();
    await writer.getByRole('link', { name: '1 open note' }).waitFor(soon);
  });

  it('stay with what they were about, and can be on the headline', async () => {
    const { page } = await open('writer', { viewport: { width: 390, height: 844 } });
    const id = await newStory(page);
    await page.locator('#field-headline').selectText();
    await page.keyboard.press('Control+Alt+KeyM');
    await page.getByLabel('Note on “A light for Port Hallow”').fill('Too plain?');
    await page.getByRole('button', { name: 'Write note' }).click();
    await page.getByText('Too plain?').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-headline');

    await select(page, 'The keeper thanked everybody.', 'keeper');
    await page.getByRole('button', { name: 'Write a note on the selected words' }).click();
    const field = page.getByLabel('Note on “keeper”');
    await field.fill('Name her.');
    await field.press('Escape');
    await field.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Alt+KeyM');
    await field.fill('Name her, please.');
    await field.press('Control+Enter');
    await page.getByText('Name her, please.').waitFor();
    await expect.poll(() => painted(page, 'story-note')).toEqual(['keeper']);

    // All of them put away by the keys alone, once it was said how many; and one by one open again.
    const all = page.getByRole('button', { name: 'Resolve all…' });
    await all.press('Enter');
    const question = page.getByRole('dialog', { name: 'Resolve 2 notes?' });
    expect(await seriousFindings(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => all.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await question.getByRole('button', { name: 'Resolve 2 notes' }).press('Enter');
    await page.getByText('2 notes resolved.').waitFor({ state: 'attached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('notes');
    await page.getByText('2 resolved notes').click();
    await page.getByRole('button', { name: 'Open again' }).last().click();
    await page.getByRole('button', { name: 'Open again' }).last().click();
    await expect.poll(() => painted(page, 'story-note')).toEqual(['keeper']);

    await page.getByText('The keeper thanked everybody.').click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('Nobody was thanked.');
    await page.getByText('Not in the text any more: keeper').waitFor(soon);
    await expect
      .poll(
        async () => (await notesOf(page, id)).map(({ about, anchor }) => [about, anchor.start]),
        soon,
      )
      .toEqual([
        ['A light for Port Hallow', 0],
        ['keeper', null],
      ]);
    // Undone, in as many steps as the typing took, the words have their note again.
    const before = page.getByText('The keeper thanked everybody.');
    await expect
      .poll(async () => {
        if ((await before.count()) === 0) await page.keyboard.press('Control+z');
        return before.count();
      }, soon)
      .toBe(1);
    await expect.poll(() => painted(page, 'story-note'), soon).toEqual(['keeper']);
    expect(await seriousFindings(page, '.story__gutter')).toEqual([]);
    const own = page.locator('.story-note', { hasText: 'Name her' });
    await own.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Your comment').fill('Name the keeper.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Name the keeper.').waitFor();
    await page
      .locator('.story-note', { hasText: 'Name the keeper' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await expect.poll(async () => (await notesOf(page, id)).length).toBe(1);
  });

  it('leave whoever went back to writing where they are, however late the answer comes', async () => {
    const { page } = await open('writer', { viewport: { width: 1440, height: 900 } });
    await newStory(page);
    let answer = () => {};
    const hold = async (address: RegExp) => {
      const late = new Promise<void>((resolve) => (answer = resolve));
      await page.route(address, async (route) => {
        if (route.request().method() === 'POST') await late;
        await route.continue();
      });
    };
    const focused = () => page.evaluate(() => document.activeElement?.id);

    await select(page, 'The keeper thanked everybody.', 'keeper');
    await page.keyboard.press('Control+Alt+KeyM');
    const field = page.getByRole('textbox', { name: 'Note on “keeper”' });
    await field.fill('Name her.');
    await hold(/\/notes$/);
    await field.press('Control+Enter');
    await page.locator('#field-headline').click();
    answer();
    await page.getByText('Name her.').waitFor();
    await field.waitFor({ state: 'detached' });
    expect(await focused()).toBe('field-headline');

    await hold(/\/resolve$/);
    await page.getByRole('button', { name: 'Resolve', exact: true }).click();
    await page.locator('#field-standfirst').click();
    answer();
    await page.getByText('1 resolved note').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.type(' At last.');
    await expect
      .poll(() => page.locator('#field-standfirst').inputValue())
      .toBe('After eleven years. At last.');
  });
});

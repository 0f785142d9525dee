import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { bodyOf } from '../support/newsroomApi';
import { newsroomInBrowser } from '../support/newsroomInBrowser';
import { cursorIsKnown } from '../support/storyText';
import { seriousFindings } from '../support/seriousFindings';

const newsroom = newsroomInBrowser();

const SOURCE = path.resolve(
  import.meta.dirname,
  '../../seed/articles/nato-chief-russia-ukraine.txt',
);
const LIGHT = 'We waited eleven years for this light,';
const NOBODY = 'Nobody had told us anything at all.';
/** A save waits for a pause in typing, and what stands how is read after it. */
const soon = { timeout: 30_000 };

async function openStory(as: string, id: string, expectedErrors: RegExp[] = []): Promise<Page> {
  const { page } = await newsroom.admin(as, { expectedErrors });
  await page.goto(`${newsroom.url}/admin/collections/articles/${id}`);
  await page.locator('.story__sections > *').first().waitFor();
  return page;
}

/** What is underlined, by the look of its line. */
const marked = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, ranges]) => [
        name.replace('story-quotation-', ''),
        [...ranges].map((range) => (range as Range).toString()),
      ]),
    ),
  );

const selected = (page: Page) => page.evaluate(() => String(window.getSelection()));

/** Where the middle of the underlined words is on the screen. */
async function placeOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((wanted) => {
    for (const ranges of CSS.highlights.values()) {
      for (const range of ranges as unknown as Iterable<Range>) {
        if (!range.toString().includes(wanted)) continue;
        range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
        const [box] = range.getClientRects();
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
      }
    }
    return null;
  }, words);
  if (!place) throw new Error(`“${words}” is not underlined.`);
  return place;
}

/** Clicks on the underlined words until the cursor is in them: what loads above moves them down. */
async function clickOn(page: Page, words: string): Promise<void> {
  await expect
    .poll(async () => {
      const { x, y } = await placeOf(page, words);
      await page.mouse.click(x, y);
      return isCursorIn(page, words);
    }, soon)
    .toBe(true);
  await cursorIsKnown(page);
}

function isCursorIn(page: Page, words: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const { anchorNode, anchorOffset } = window.getSelection() ?? {};
    return [...CSS.highlights.values()].some((ranges) =>
      [...(ranges as unknown as Iterable<Range>)].some(
        (range) =>
          anchorNode &&
          range.toString().includes(wanted) &&
          range.isPointInRange(anchorNode, anchorOffset ?? 0),
      ),
    );
  }, words);
}

describe('quotations on the story page', () => {
  it('are underlined by how they stand, and their card records, dismisses and verifies', async () => {
    const { api } = newsroom;
    await api.ask('writer', 'POST', '/people', { name: 'Ada Quill' });
    const { id } = await api.writeArticle('Port Hallow lights up', [
      `“${LIGHT}” Ada Quill, the harbour master, said.`,
      `“${NOBODY}”`,
    ]);
    const page = await openStory('writer', id);
    await expect.poll(() => marked(page), soon).toEqual({ unattributed: [LIGHT, NOBODY] });

    // A click tells who spoke, and by which words of the text; one more records it.
    await clickOn(page, LIGHT);
    const card = page.getByRole('dialog', { name: 'Quotation: Not recorded yet' });
    await card.getByText('In the text: “Ada Quill, the harbour master, said”').waitFor();
    expect(await card.getByLabel('Speaker').inputValue()).toBe('Ada Quill');
    expect(await seriousFindings(page, '.story-quotation-card')).toEqual([]);
    await card.getByRole('button', { name: 'Accept', exact: true }).click();
    const recorded = page.getByRole('dialog', { name: 'Quotation: Unverified' });
    await recorded.getByText('Ada Quill').first().waitFor();
    expect(await recorded.getByRole('button', { name: 'Verify' }).count()).toBe(0);
    await expect
      .poll(() => marked(page), soon)
      .toEqual({ unverified: [LIGHT], unattributed: [NOBODY] });

    // By keyboard: the card opens at the cursor, and Escape gives the cursor back where it was.
    await page.keyboard.press('Escape');
    await recorded.waitFor({ state: 'detached' });
    const other = page.getByRole('dialog', { name: 'Quotation: Nobody named' });
    // What was just recorded is still being read anew, which may show the card anew as well.
    await expect
      .poll(async () => {
        await clickOn(page, NOBODY);
        await page.keyboard.press('Escape');
        await page.keyboard.press('Alt+Enter');
        await other.waitFor();
        return other.evaluate((one) => one === document.activeElement);
      }, soon)
      .toBe(true);
    await page.keyboard.press('Escape');
    await other.waitFor({ state: 'detached' });
    await page.keyboard.type('xx');
    await page.getByText(/“Nob.*xx.*at all\.”/).waitFor();
    await page.keyboard.press('Control+z');

    // Words that are not saved yet do not stand in the way: the decision waits for them.
    await page.keyboard.press('End');
    await page.keyboard.type(' It was late.');
    await expect.poll(() => marked(page), soon).toMatchObject({ unattributed: [NOBODY] });
    await clickOn(page, NOBODY);
    await page.keyboard.press('End');
    await page.keyboard.type(' Very late.');
    await other.getByRole('button', { name: 'No quote needed' }).click();
    const dismissed = page.getByRole('dialog', { name: 'Quotation: No quote needed' });
    await dismissed.getByRole('button', { name: 'Undo' }).click();
    await other.getByRole('button', { name: 'No quote needed' }).click();
    await dismissed.waitFor();
    expect(await page.locator('.payload-toast-container li').count()).toBe(0);
    await expect
      .poll(() => marked(page), soon)
      .toEqual({ unverified: [LIGHT], dismissed: [NOBODY] });

    // An editor verifies it where it stands; the list under the text says the same.
    const editor = await openStory('editor', id, [/422 .*\/actions\/approve/]);
    await expect.poll(() => marked(editor), soon).toMatchObject({ unverified: [LIGHT] });
    await clickOn(editor, LIGHT);

    // Or disputes it first, with the reason that everybody reads then; Escape leaves only its field.
    const dispute = editor.getByRole('button', { name: 'Dispute…' });
    const why = editor.getByLabel('What is wrong');
    await dispute.click();
    await why.press('Escape');
    expect(await dispute.evaluate((one) => one === document.activeElement)).toBe(true);
    await dispute.press('Enter');
    expect(await editor.getByRole('button', { name: 'Dispute', exact: true }).isDisabled()).toBe(
      true,
    );
    await why.fill('The tape says ten years.');
    expect(await seriousFindings(editor, '.story-quotation-card')).toEqual([]);
    await editor.getByRole('button', { name: 'Dispute', exact: true }).click();
    const disputed = editor.getByRole('dialog', { name: 'Quotation: Disputed' });
    await disputed.getByText('“The tape says ten years.”').waitFor();
    await expect.poll(() => marked(editor), soon).toMatchObject({ altered: [LIGHT] });

    await editor.getByRole('button', { name: 'Verify' }).click();
    await editor.getByRole('dialog', { name: 'Quotation: Verified' }).waitFor();
    await expect.poll(() => marked(editor), soon).toMatchObject({ verified: [LIGHT] });
    const list = editor.locator('.story-findings', { hasText: 'Quotations: ' });
    await list.getByText('1 Verified').click();
    await list.getByRole('button', { name: `“${NOBODY}”` }).waitFor();
    expect(await seriousFindings(editor, '.story__gutter')).toEqual([]);
    await list.getByRole('button', { name: `“${LIGHT}”` }).click();
    await expect.poll(() => selected(editor)).toBe(LIGHT);

    // What the approval meets is told in its dialog, and each leads to its place on the page.
    await api.ask('writer', 'POST', `/articles/${id}/actions/submit`);
    await editor.reload();
    await editor.getByRole('button', { name: 'Approve', exact: true }).click();
    const dialog = editor.getByRole('dialog', { name: 'Approve' });
    const { revision, headline, sections } = await api.ask(
      'editor',
      'GET',
      `/articles/${id}/story`,
    );
    const [lead] = sections;
    const body = bodyOf(['“It is brighter than the sun,” Ada Quill said.']);
    await api.ask('writer', 'PUT', `/articles/${id}/story`, {
      revision,
      headline,
      standfirst: null,
      sections: [
        {
          ...lead,
          body: {
            root: {
              ...lead.body.root,
              children: [...lead.body.root.children, ...body.root.children],
            },
          },
        },
      ],
    });
    await editor.getByText('brighter than the sun').first().waitFor(soon);
    const told = dialog.getByRole('button', { name: /brighter than the sun/ });
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
    await told.waitFor();
    const sun = 'It is brighter than the sun,';
    const open = async () => (await marked(editor)).unattributed;
    await expect.poll(open, soon).toContain(sun);
    await told.click();
    await expect.poll(() => selected(editor)).toBe(sun);
    expect(await dialog.count()).toBe(0);
    const found = editor.getByRole('dialog', { name: 'Quotation: Not recorded yet' });
    await found.getByRole('button', { name: 'Accept', exact: true }).waitFor();
    const cursor = () => editor.evaluate(() => document.activeElement?.className);
    expect(await cursor()).toContain('story__sections');
    await editor.getByRole('button', { name: 'The standfirst is empty: write one.' }).click();
    await expect
      .poll(() => editor.evaluate(() => document.activeElement?.id))
      .toBe('field-standfirst');
  });

  it('keep their line on the words while somebody types, and change it with them', async () => {
    const { api } = newsroom;
    const { id, section } = await api.writeArticle('The tide turns', [
      '“The tide will wait for nobody,” Bruno Quay said.',
    ]);
    const { quotations } = await api.ask('writer', 'GET', `/articles/${id}/quotations`);
    await api.ask('writer', 'POST', `/sections/${section}/quotations/${quotations[0].key}/accept`, {
      newPerson: 'Bruno Quay',
    });
    const words = 'The tide will wait for nobody,';
    const page = await openStory('writer', id);
    await expect.poll(() => marked(page), soon).toEqual({ unverified: [words] });
    await page.getByText('Bruno Quay said.').click();
    await page.keyboard.press('Home');
    await page.keyboard.type('On the quay, ');
    expect(await marked(page)).toEqual({ unverified: [words] });

    await clickOn(page, words);
    await page.keyboard.type('-sea-');
    const card = page.getByRole('dialog', { name: 'Quotation: Altered' });
    await card.locator('del').first().waitFor();
    await card.getByText('The text has other words than the quote on record.').waitFor();
    expect(Object.keys(await marked(page))).toEqual(['altered']);
  });
});

describe('people and topics of a story', () => {
  it('are offered, added, left out and taken back', async () => {
    const { api } = newsroom;
    const topic = await api.ask('editor', 'POST', '/topics', { name: 'Harbour lights' });
    await api.ask('writer', 'POST', '/people', { name: 'Mara Lind', aliases: ['Ms. Lind'] });
    const { id, section } = await api.writeArticle('The lamp is back', [
      'The harbour lights are on again. “It was dark,” Mara Lind said.',
      '“It was cold,” Bernard Stone said. “And wet.”',
    ]);
    const page = await openStory('writer', id);
    const offers = page.getByRole('region', { name: 'People and topics in this story' });
    const add = (name: RegExp) => offers.getByRole('button', { name });
    await add(/^Add Mara Lind to the people/).waitFor();
    expect(await seriousFindings(page, '.story-mentions')).toEqual([]);

    const listed = async () => {
      const { people } = await api.ask('writer', 'GET', `/sections/${section}?draft=true&depth=1`);
      return (people ?? []).map(({ name }: { name: string }) => name);
    };
    const topics = async () =>
      (await api.ask('writer', 'GET', `/articles/${id}?draft=true&depth=0`)).topics ?? [];

    await add(/^Add Mara Lind to the people/).click();
    await offers.getByText('Mara Lind is listed in the sections that name them.').waitFor();
    expect(await listed()).toEqual(['Mara Lind']);
    await offers.getByRole('button', { name: 'Undo' }).click();
    await add(/^Add Mara Lind to the people/).waitFor();
    expect(await listed()).toEqual([]);

    await add(/^Add Bernard Stone to People and/).click();
    await offers.getByText('Bernard Stone is in People now').waitFor();
    expect(await listed()).toEqual(['Bernard Stone']);
    await offers.getByRole('button', { name: 'Undo' }).click();
    // The record outlives the undoing, which says so and leads to it.
    await offers.getByText('What was made in People stays there: Bernard Stone.').waitFor();
    await offers.getByRole('link', { name: 'Open Bernard Stone' }).waitFor();
    expect(await listed()).toEqual([]);
    await add(/^Add Bernard Stone to the people/).waitFor();

    // All with one click, and each taken back by itself.
    await add(/^Add the topic Harbour lights/).waitFor();
    await add(/^Add all 3$/).click();
    await offers.getByText('3 added:').waitFor();
    expect((await listed()).toSorted()).toEqual(['Bernard Stone', 'Mara Lind']);
    expect(await topics()).toEqual([topic.doc.id]);
    expect(await seriousFindings(page, '.story-mentions')).toEqual([]);
    await add(/^Take back Mara Lind$/).click();
    await offers.getByText('Taken back: Mara Lind. Still added:').waitFor();
    expect(await listed()).toEqual(['Bernard Stone']);
    await add(/^Take all back$/).waitFor();

    // Left out on this browser, on the next visit too, until they are asked for again.
    await offers.getByRole('button', { name: 'Do not offer Mara Lind for this article' }).click();
    await offers.getByText('Mara Lind is not offered for this article any more.').waitFor();
    await page.reload();
    await offers.getByRole('button', { name: 'Offer the 1 left out again' }).click();
    await add(/^Add Mara Lind to the people/).waitFor();

    // Writing goes on from what was added: nobody is told of a newer text.
    await page.locator('.story__sections').getByText('It was cold').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' So they said.');
    await page.locator('.story__state', { hasText: /^Saved at/ }).waitFor();
    await expect
      .poll(async () => JSON.stringify(await api.ask('writer', 'GET', `/articles/${id}/story`)))
      .toContain('So they said.');
    expect(await listed()).toEqual(['Bernard Stone']);
  });
});

describe('the source article, pasted', () => {
  it('brings its sections, its quotations with their speakers, and its people', async () => {
    const { page } = await newsroom.admin('writer');
    await page.goto(`${newsroom.url}/admin/collections/articles/create`);
    await page.waitForURL(/articles\/[0-9a-f]{24}/);
    const id = /[0-9a-f]{24}/.exec(page.url())?.[0] ?? '';
    await page.locator('.story__sections').click();
    const text = await readFile(SOURCE, 'utf8');
    await page.evaluate((plain) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
    await page.getByRole('heading', { name: 'NATO and Trade Tariffs' }).waitFor();
    await expect
      .poll(async () => Object.values(await marked(page)).flat(), soon)
      .toEqual([
        'break the deadlock',
        expect.stringMatching(/^Russians also have to dance the tango/),
        'are really close to the American position.',
        expect.stringMatching(/^until January this year/),
      ]);

    const offers = page.getByRole('region', { name: 'People and topics in this story' });
    await offers.getByRole('button', { name: /^Add Mark Rutte to the people/ }).click();
    await offers.getByText('Mark Rutte is listed in the sections that name them.').waitFor();

    // Whoever is known to be named is known as the speaker as well.
    const list = page.locator('.story-findings', { hasText: 'Quotations: ' });
    await list.locator('summary').click();
    const tango = list.locator('.quotations__row', { hasText: 'to dance the tango' });
    await expect.poll(() => tango.getByLabel('Speaker').inputValue(), soon).toBe('Mark Rutte');
    await tango.getByRole('button', { name: 'Accept', exact: true }).click();
    await tango.getByText('Unverified').waitFor();
    await expect
      .poll(async () => Object.keys(await marked(page)).toSorted(), soon)
      .toEqual(['unattributed', 'unverified']);
    const { sections } = await newsroom.api.ask(
      'writer',
      'GET',
      `/articles/${id}?draft=true&depth=3`,
    );
    expect(sections.length).toBeGreaterThan(3);
    const names = sections.map(({ people }: { people?: { name: string }[] }) =>
      (people ?? []).map(({ name }) => name),
    );
    expect(names.flat().filter((name: string) => name === 'Mark Rutte').length).toBeGreaterThan(2);
    const speakers = sections.flatMap(({ quotes }: { quotes?: { speaker: { name: string } }[] }) =>
      (quotes ?? []).map(({ speaker }) => speaker.name),
    );
    expect(speakers).toEqual(['Mark Rutte']);
  });
});

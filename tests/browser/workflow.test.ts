import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { lexicalText } from '../../src/domain/richText/lexicalText';
import { saved } from '../support/adminPage';
import { seriousFindings } from '../support/seriousFindings';
import { drawing, writeFullArticle } from '../support/fullArticle';
import { bodyOf, type Json } from '../support/newsroomApi';
import { newsroomInBrowser } from '../support/newsroomInBrowser';

const newsroom = newsroomInBrowser();

/** A refused save is told to the browser's console, and to the person. */
const REFUSED_SAVE = /status of 409/;

const { admin } = newsroom;

async function open(page: Page, collection: string, id: string): Promise<void> {
  // An article opens on its story page; this is about its form.
  const form = collection === 'articles' ? '/details' : '';
  await page.goto(`${newsroom.url}/admin/collections/${collection}/${id}${form}`);
  const field = collection === 'articles' ? '#field-headline' : '[contenteditable=true]';
  await page.locator(field).first().waitFor();
}

/** What the history holds of a document, the newest first, in plain words. */
async function versions(collection: string, id: string): Promise<string[]> {
  const query = `where[parent][equals]=${id}&sort=-updatedAt&limit=50&depth=0`;
  const { docs } = await newsroom.api.ask('editor', 'GET', `/${collection}/versions?${query}`);
  return docs.map(({ version }: Json) => `${version.standfirst ?? ''}${lexicalText(version.body)}`);
}

async function newest(collection: string, id: string): Promise<Json> {
  return newsroom.api.ask('editor', 'GET', `/${collection}/${id}?draft=true&depth=0`);
}

const newerText = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'Somebody saved a newer text' });
const keptWords = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'not saved, but kept' });

describe('two people on one text', () => {
  it('with unsaved words on both sides, both texts are in the history afterwards', async () => {
    const { id } = await newsroom.api.writeArticle('Two hands on one standfirst');
    const one = await admin('writer', { expectedErrors: [REFUSED_SAVE] });
    const two = await admin('editor', { expectedErrors: [REFUSED_SAVE] });
    await open(one.page, 'articles', id);
    await open(two.page, 'articles', id);
    const refused = two.page.waitForResponse((response) => response.status() === 409);
    await saved(one.page, () => one.page.locator('#field-standfirst').fill('The words of one.'));
    await two.page.locator('#field-standfirst').fill('The words of two.');
    await refused;

    await newerText(two.page).getByRole('button', { name: 'See both' }).click();
    const dialog = two.page.getByRole('dialog');
    await dialog.locator('del', { hasText: 'one' }).waitFor();
    await dialog.locator('ins', { hasText: 'two' }).waitFor();
    expect(await seriousFindings(two.page, 'dialog')).toEqual([]);
    const save = dialog.getByRole('button', { name: 'Save this' });
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByRole('radio', { name: 'Mine', exact: true }).check();
    await dialog
      .getByRole('region', { name: 'What comes of it' })
      .getByText('The words of two.')
      .waitFor();
    await save.click();
    await dialog.waitFor({ state: 'detached' });
    await newerText(two.page).waitFor({ state: 'detached' });
    expect(await two.page.locator('#field-standfirst').inputValue()).toBe('The words of two.');
    expect((await versions('articles', id)).slice(0, 2)).toEqual([
      'The words of two.',
      'The words of one.',
    ]);
    // The form goes on from there.
    await saved(two.page, () => two.page.locator('#field-standfirst').fill('And more of two.'));
  });

  it('joins what each did to another paragraph, and shows it before it is saved', async () => {
    const { section } = await newsroom.api.writeArticle('Two hands on one section', [
      'A.',
      'B.',
      'C.',
    ]);
    const { page } = await admin('writer', { expectedErrors: [REFUSED_SAVE] });
    await open(page, 'sections', section);
    await newsroom.api.ask('editor', 'PATCH', `/sections/${section}?draft=true`, {
      body: bodyOf(['A, by the editor.', 'B.', 'C.']),
    });
    const body = page.locator('[contenteditable=true]').first();
    await body.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' By the writer.');
    await newerText(page).getByRole('button', { name: 'See both' }).click();
    const dialog = page.getByRole('dialog');
    const result = dialog.getByRole('region', { name: 'What comes of it' });
    await expect
      .poll(() => result.locator('p').innerText())
      .toBe('A, by the editor.\n\nB.\n\nC. By the writer.');
    await dialog.getByRole('button', { name: 'Save this' }).click();
    await dialog.waitFor({ state: 'detached' });
    await body.getByText('A, by the editor.').waitFor();
    await saved(page, async () => {
      await body.click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' Later.');
    });
    // One autosave takes what is typed so far, the next the rest.
    await expect
      .poll(async () => lexicalText((await newest('sections', section)).body))
      .toBe('A, by the editor.\n\nB.\n\nC. By the writer. Later.');
  });

  it('types for a while, with pauses and a slow network, and is not told of itself', async () => {
    const { id } = await newsroom.api.writeArticle('Alone and slow');
    const { page } = await admin('writer');
    await open(page, 'articles', id);
    await page.route(/autosave=true/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 900));
      await route.continue();
    });
    const field = page.locator('#field-standfirst');
    await field.fill('');
    const words = ['One', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
    for (const [index, word] of words.entries()) {
      await field.pressSequentially(`${word} `, { delay: 60 });
      // Sometimes within an autosave that is under way, sometimes after it.
      await page.waitForTimeout(index % 2 === 0 ? 1_700 : 2_600);
    }
    await expect
      .poll(async () => (await newest('articles', id)).standfirst, { timeout: 20_000 })
      .toBe(`${words.join(' ')} `);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.waitForTimeout(3_500);
    expect(await newerText(page).count()).toBe(0);
    expect(await keptWords(page).count()).toBe(0);
  });

  it('goes on typing while a save takes longer than its pauses, and no save is refused', async () => {
    const { id } = await newsroom.api.writeArticle('Faster than the line');
    const { page } = await admin('writer');
    await open(page, 'articles', id);
    const statuses: number[] = [];
    page.on('response', (response) => {
      if (response.url().includes('autosave=true')) statuses.push(response.status());
    });
    await page.route(/autosave=true/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      await route.continue();
    });
    const field = page.locator('#field-standfirst');
    await field.fill('');
    const words = ['One', 'two', 'three', 'four'];
    for (const word of words) {
      await field.pressSequentially(`${word} `, { delay: 60 });
      // Long enough for the next save to wait in line behind the last one.
      await page.waitForTimeout(2_000);
    }
    await expect
      .poll(async () => (await newest('articles', id)).standfirst, { timeout: 60_000 })
      .toBe(`${words.join(' ')} `);
    expect(statuses.length).toBeGreaterThan(1);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await newerText(page).count()).toBe(0);
  });
});

describe('leaving with words that are not saved yet', () => {
  it('gives them back where the save is refused, and keeps them until they are dealt with', async () => {
    const { section } = await newsroom.api.writeArticle('Left in a hurry', ['Old words.']);
    const { page } = await admin('writer', { expectedErrors: [REFUSED_SAVE] });
    await open(page, 'sections', section);
    await newsroom.api.ask('editor', 'PATCH', `/sections/${section}?draft=true`, {
      body: bodyOf(['The words of the editor.']),
    });
    await page.locator('[contenteditable=true]').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Last words of the writer.');
    await page.goto(`${newsroom.url}/admin/collections/articles`);
    await keptWords(page).waitFor();
    await page.reload();
    await keptWords(page).getByRole('button', { name: 'See both' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('ins', { hasText: 'Last' }).waitFor();
    await dialog.getByRole('button', { name: 'All mine' }).click();
    await dialog.getByRole('button', { name: 'Save this' }).click();
    await keptWords(page).waitFor({ state: 'detached' });
    expect((await versions('sections', section)).slice(0, 2)).toEqual([
      'Old words. Last words of the writer.',
      'The words of the editor.',
    ]);
    await page.reload();
    await page.locator('.collection-list').waitFor();
    expect(await keptWords(page).count()).toBe(0);
  });

  it('keeps them while there is no network, and saves them when it is back', async () => {
    const { id, section } = await newsroom.api.writeArticle('Written on a train', ['Old words.']);
    const { page, context } = await admin('writer', {
      expectedErrors: [/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/, /Error submitting form/],
    });
    await open(page, 'articles', id);
    await page.getByRole('button', { name: 'Edit Lead' }).click();
    const body = page.locator('.drawer [contenteditable=true]').first();
    await body.click();
    await context.setOffline(true);
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Words from the tunnel.');
    await page.keyboard.press('Escape');
    await keptWords(page).getByText('The server cannot be reached').waitFor();
    await context.setOffline(false);
    await keptWords(page).waitFor({ state: 'detached' });
    await expect
      .poll(async () => lexicalText((await newest('sections', section)).body))
      .toBe('Old words. Words from the tunnel.');
  });
});

describe('approving', () => {
  it('shows the whole text first, and what moved while it was read', async () => {
    const { id, section } = await newsroom.api.writeArticle('Read before approved', [
      'Read by the editor.',
    ]);
    await newsroom.api.ask('writer', 'POST', `/articles/${id}/actions/submit`);
    const { page } = await admin('editor', { expectedErrors: [REFUSED_SAVE, /ERR_FAILED/] });
    await open(page, 'articles', id);

    await page.route(/\/diff\?/, (route) => route.abort());
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const approve = dialog.getByRole('button', { name: 'Approve', exact: true });
    await dialog.getByText('could not be loaded').waitFor();
    expect(await approve.isDisabled()).toBe(true);
    await page.unroute(/\/diff\?/);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.getByText('Read by the editor.').waitFor();

    await newsroom.api.ask('writer', 'PATCH', `/sections/${section}?draft=true`, {
      body: bodyOf(['Rewritten by the writer.']),
    });
    await approve.click();
    await dialog.getByText('The article has changed since you opened it').waitFor();
    await dialog.getByText('What moved while you were reading').waitFor();
    await dialog.locator('ins', { hasText: 'Rewritten' }).waitFor();
    expect((await newest('articles', id)).workflow.stage).toBe('in_review');
    await approve.click();
    await page.getByText('Edition 1 is approved and waits').waitFor();
  });

  it('shows all of a new article, and of a changed one what is another', async () => {
    const { api } = newsroom;
    const story = await writeFullArticle(api, 'All of it before it is approved');
    await api.ask('writer', 'POST', `/articles/${story.id}/actions/submit`);
    const { page } = await admin('editor');
    await open(page, 'articles', story.id);
    const opened = async () => {
      await page.getByRole('button', { name: 'Approve', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('button[type=submit]:enabled').waitFor();
      return dialog;
    };
    const pictures = (dialog: Locator) =>
      dialog.locator('img').evaluateAll((all) =>
        Promise.all(
          all.map(async (each) => {
            const image = each as HTMLImageElement;
            image.loading = 'eager';
            await image.decode();
            return image.naturalWidth;
          }),
        ),
      );

    const whole = await opened();
    const text = (await whole.textContent()) ?? '';
    for (const words of [
      'Exactly what is below is frozen as an edition, and readers get nothing else.',
      'Port shuts quay over cracks',
      'Cracks below the waterline',
      'Why the old quay of Port Hallow is shut.',
      'Hallow Courier',
      'The quay that nobody wanted',
      'The quay, shut since Tuesday',
      'A crane, seen from below',
      'https://hallow.example/minutes',
      'https://video.example/7',
      'The inspection, filmed by the port',
      'We had no choice.',
      'Council meeting',
    ])
      expect(text).toContain(words);
    expect(await pictures(whole)).toHaveLength(2);
    expect(await seriousFindings(page, 'dialog')).toEqual([]);
    await whole.getByRole('button', { name: 'Search and social networks' }).press('Enter');
    const heading = whole.getByRole('heading', { name: 'Search and social networks' });
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    // Wherever one reads, what decides is in sight.
    const approve = whole.getByRole('button', { name: 'Approve', exact: true });
    await approve.click({ trial: true, noWaitAfter: true });
    const { y = 0 } = (await approve.boundingBox()) ?? {};
    expect(y).toBeLessThan(page.viewportSize()?.height ?? 0);
    await approve.click();
    await page.getByText('Edition 1 is approved and waits').waitFor();

    await api.ask('publisher', 'POST', `/articles/${story.id}/actions/publish`);
    const file = { name: 'other.png', type: 'image/png', bytes: await drawing('indianred') };
    const fields = { alt: 'Another crane', caption: 'Elsewhere', credit: 'Somebody Else' };
    const other = await api.upload('admin', 'media', file, fields);
    await api.ask('writer', 'PATCH', `/articles/${story.id}?draft=true`, {
      webHeadline: 'Port shuts quay for ever',
    });
    await story.rewrite({
      struck: true,
      minutes: 'https://elsewhere.example/',
      filmCaption: 'An invented caption',
      crane: other.doc.id,
    });
    const change = { kind: 'update', note: 'The port has spoken.' };
    await api.ask('writer', 'POST', `/articles/${story.id}/actions/submit`, { change });
    await page.reload();
    const changes = await opened();
    const told = (await changes.textContent()) ?? '';
    for (const words of [
      'The port has spoken.',
      'Web headline',
      'Paragraph · Changed: where a link leads',
      'Picture · Changed: the picture',
      'Embed · Changed: the caption',
      'Paragraph · Changed: words struck through',
      'An invented caption',
      'https://elsewhere.example/',
      'One paragraph unchanged',
    ])
      expect(told).toContain(words);
    await changes.locator('ins s', { hasText: 'The harbour master knew' }).waitFor();
    expect(await pictures(changes)).toHaveLength(2);
    expect(await seriousFindings(page, 'dialog')).toEqual([]);
    await changes.getByText('Everything that is in it').click();
    await changes.getByRole('heading', { name: 'Quotations on record' }).waitFor();
  });
});

describe('an action whose answer is lost on the way', () => {
  it('is done once, though it is asked for again', async () => {
    const { id } = await newsroom.api.writeArticle('Asked for twice');
    await newsroom.api.ask('writer', 'POST', `/articles/${id}/actions/submit`);
    const { page } = await admin('editor', { expectedErrors: [/ERR_FAILED/] });
    await open(page, 'articles', id);
    const keys: (string | undefined)[] = [];
    await page.route('**/actions/requestChanges', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      const response = await route.fetch();
      await (keys.length === 1 ? route.abort() : route.fulfill({ response }));
    });
    await page.locator('.workflow-bar__more summary').click();
    await page.getByRole('button', { name: 'Request changes' }).click();
    const dialog = page.getByRole('dialog', { name: 'Request changes' });
    await dialog.getByRole('textbox').fill('Who opened it?');
    await dialog.getByRole('button', { name: 'Request changes' }).click();
    await dialog.getByText('No answer came from the server.').waitFor();
    await dialog.getByRole('button', { name: 'Request changes' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.workflow-pill--changes_requested').waitFor();

    expect(keys).toEqual([expect.any(String), keys[0]]);
    const query = `where[article][equals]=${id}&where[action][equals]=requestChanges`;
    const { docs } = await newsroom.api.ask('editor', 'GET', `/audit-entries?${query}`);
    expect(docs).toHaveLength(1);
  });
});

describe('by keyboard alone', () => {
  /** Presses Tab until the one element is reached, as somebody without a mouse does. */
  async function tabTo(page: Page, target: Locator): Promise<void> {
    await target.waitFor();
    for (let presses = 0; presses < 150; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('Tab does not lead there.');
  }
  async function press(page: Page, name: string, within: Page | Locator = page): Promise<void> {
    await tabTo(page, within.getByRole('button', { name, exact: true }));
    await page.keyboard.press('Enter');
  }

  async function pressMore(page: Page, name: string): Promise<void> {
    await tabTo(page, page.locator('.workflow-bar__more summary'));
    await page.keyboard.press('Enter');
    await press(page, name);
  }

  it('an article is submitted, sent back, submitted again, approved and scheduled', async () => {
    const { id } = await newsroom.api.writeArticle('No mouse needed');
    const stage = (page: Page, name: string) => page.locator(`.workflow-pill--${name}`).waitFor();
    const address = `${newsroom.url}/admin/collections/articles/${id}`;
    const at = async (as: string) => {
      const { page } = await admin(as);
      await page.goto(address);
      await page.locator('.workflow-bar').waitFor();
      return page;
    };
    const writer = await at('writer');
    await press(writer, 'Submit for review');
    await stage(writer, 'in_review');

    const editor = await at('editor');
    await pressMore(editor, 'Request changes');
    const wish = editor.getByRole('dialog', { name: 'Request changes' });
    await tabTo(editor, wish.getByRole('textbox'));
    await editor.keyboard.type('Who opened it?');
    await press(editor, 'Request changes', wish);
    await stage(editor, 'changes_requested');

    await writer.reload();
    await press(writer, 'Submit for review');
    await stage(writer, 'in_review');
    await editor.reload();
    await press(editor, 'Approve');
    const reading = editor.getByRole('dialog', { name: 'Approve' });
    await reading.locator('button[type=submit]:enabled').waitFor();
    await press(editor, 'Approve', reading);
    await stage(editor, 'approved');

    const publisher = await at('publisher');
    await pressMore(publisher, 'Schedule');
    const time = publisher.getByRole('dialog').getByLabel('Time', { exact: true });
    await tabTo(publisher, time);
    // The same in either order of day and month, and with a clock of twelve hours or of 24.
    const year = new Date().getUTCFullYear() + 1;
    await publisher.keyboard.type(`1212${year}`);
    await publisher.keyboard.press('ArrowRight');
    await publisher.keyboard.type('1010A');
    expect(await time.inputValue()).toBe(`${year}-12-12T10:10`);
    await publisher.keyboard.press('Enter');
    await publisher.getByRole('dialog').waitFor({ state: 'detached' });
    const query = `where[article][equals]=${id}`;
    const { docs } = await newsroom.api.ask('editor', 'GET', `/publications?${query}`);
    expect(docs).toMatchObject([{ state: 'pending', wallTime: `${year}-12-12T10:10` }]);
  });
});

describe('after publication', () => {
  it('is held and released, rolled back, restored as a draft, and withdrawn', async () => {
    const { id, section } = await newsroom.api.writeArticle('A life after publication', [
      'First text.',
    ]);
    await newsroom.api.approve(id);
    const { page } = await admin('publisher');
    await open(page, 'articles', id);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const asked = page.getByRole('dialog', { name: 'Publish' });
    await asked.getByText('Readers see the approved edition at once.').waitFor();
    await asked.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Live: edition 1').waitFor();
    await newsroom.api.ask('writer', 'PATCH', `/sections/${section}?draft=true`, {
      body: bodyOf(['Second text.']),
    });
    await newsroom.api.publish(id, { kind: 'update', note: 'There is more.' });
    const { slug } = await newest('articles', id);
    const readers = async () => (await fetch(`${newsroom.url}/v1/articles/${slug}`)).text();

    await open(page, 'articles', id);
    await page.getByText('Live: edition 2').waitFor();
    const act = async (name: string, words: Record<string, string>) => {
      await page.getByText('More actions').click();
      await page.locator('.workflow-bar__more').getByRole('button', { name, exact: true }).click();
      for (const [label, text] of Object.entries(words)) {
        await page.getByRole('dialog').getByLabel(label).fill(text);
      }
      await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await act('Hold', { 'Reason, for the history': 'A lawyer reads it.' });
    await page.locator('.workflow-pill--hold').waitFor();
    await act('Release', { 'Reason, for the history': 'The lawyer has read it.' });
    await page.locator('.workflow-pill--hold').waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'History' }).click();
    const first = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: /^1/ }) });
    await first.getByRole('button', { name: 'Show readers this edition' }).click();
    const question = page.getByRole('dialog');
    await question.getByLabel('Note that readers see').fill('The second text was wrong.');
    await question.getByRole('button', { name: 'Show readers this edition' }).click();
    await page.getByRole('rowheader', { name: /^1 · readers see this/ }).waitFor();
    await expect.poll(readers, { timeout: 30_000 }).toContain('First text.');
    expect(await readers()).toContain('The second text was wrong.');

    await first.getByRole('button', { name: 'Restore as draft' }).click();
    await page.getByText('The text of edition 1 is the draft now.').waitFor();
    await page.getByRole('link', { name: 'Details', exact: true }).click();
    await page.getByRole('button', { name: 'Edit Lead' }).getByText('First text.').waitFor();

    await act('Withdraw', {
      'Reason, for the history': 'It was not so.',
      'Notice that readers find in its place': 'This article has been withdrawn.',
    });
    await page.locator('.workflow-pill--withdrawn').waitFor();
    await expect.poll(readers, { timeout: 30_000 }).toContain('This article has been withdrawn.');
    expect((await fetch(`${newsroom.url}/v1/articles/${slug}`)).status).toBe(410);
  });
});

describe('what is in the way', () => {
  it('is told once, and a click opens the tab or the section that it is about', async () => {
    const { id, section } = await newsroom.api.writeArticle('Much in the way', ['Some words.']);
    const empty = await newsroom.api.ask('writer', 'POST', '/sections?draft=true', {
      heading: 'Nothing yet',
    });
    await newsroom.api.ask('writer', 'PATCH', `/articles/${id}?draft=true`, {
      sections: [section, empty.doc.id],
      flags: { legal: 'required' },
    });
    const { page } = await admin('editor');
    await open(page, 'articles', id);
    const bar = page.getByRole('region', { name: 'Workflow' });
    const told = bar.locator('.workflow-bar__blockers li');
    await told.first().waitFor();
    await bar.locator('details.workflow-bar__blockers summary').click();
    const messages = await told.allInnerTexts();
    expect(new Set(messages).size).toBe(messages.length);

    await told.filter({ hasText: /legal/i }).getByRole('button').click();
    await page.locator('.tabs-field__tab-button--active', { hasText: 'Checks' }).waitFor();
    await page.locator('#field-flags__legal').waitFor();
    await told
      .filter({ hasText: /section/i })
      .first()
      .getByRole('button')
      .click();
    await page.locator('.drawer #field-heading').waitFor();
  });

  it('offers no button that publishes or unpublishes a section, a quote or an article', async () => {
    const { id, section } = await newsroom.api.writeArticle('Public by actions only');
    await newsroom.api.publish(id);
    const quote = await newsroom.api.ask('writer', 'POST', '/quotes?draft=true', {
      text: 'Only words.',
    });
    const { page } = await admin('admin');
    for (const path of [
      `articles/${id}/details`,
      `sections/${section}`,
      `quotes/${quote.doc.id}`,
    ]) {
      await page.goto(`${newsroom.url}/admin/collections/${path}`);
      await page.locator('.doc-controls').waitFor();
      for (const name of [/^Publish/, /^Unpublish/, /Revert to published/, /^Schedule publish/i]) {
        const button = page.locator('.doc-controls').getByRole('button', { name });
        expect(await button.count(), `${path} ${String(name)}`).toBe(0);
      }
    }
    await page.goto(`${newsroom.url}/admin/collections/articles/${id}`);
    await page.locator('.workflow-bar').waitFor();
    expect(await page.getByRole('button', { name: /^(Unp|P)ublish/ }).count()).toBe(0);
  });
});

describe('the bell', () => {
  it('counts every unread notice, not only those that it lists, and reads them all off', async () => {
    for (let turn = 0; turn < 17; turn += 1) {
      const { id } = await newsroom.api.writeArticle(`For the editor to read, ${turn}`);
      await newsroom.api.ask('writer', 'POST', `/articles/${id}/actions/submit`);
    }
    const { page } = await newsroom.desk('editor');
    const bell = page.getByLabel(/^Notices, \d+ unread/);
    const count = async () =>
      Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0]);
    await expect.poll(count, { timeout: 30_000 }).toBeGreaterThanOrEqual(17);
    await bell.click();
    await expect.poll(() => page.locator('.notices__list li').count()).toBe(15);
    expect(await seriousFindings(page, '.notices')).toEqual([]);
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await expect.poll(count, { timeout: 30_000 }).toBe(0);
  });
});

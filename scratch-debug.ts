import { readFile } from 'node:fs/promises';
import { startServer } from './tests/support/serverProcess';
import { launchChromium } from './tests/support/launchChromium';
import { openAdmin } from './tests/support/adminPage';
import { newsroomApi } from './tests/support/newsroomApi';
const server = await startServer();
const browser = await launchChromium();
try {
  const api = newsroomApi(server);
  await api.ask('writer', 'POST', '/people', { name: 'Ada Quill' });
  const { id } = await api.writeArticle('Port Hallow lights up', [
    `“We waited eleven years for this light,” Ada Quill, the harbour master, said.`,
    `“Nobody had told us anything at all.”`,
  ]);
  const { page } = await openAdmin({ browser, server, as: 'writer' });
  await page.goto(`${server.url}/admin/collections/articles/${id}`);
  await page.locator('.story__sections > *').first().waitFor();
  await page.waitForTimeout(2000);
  await page.evaluate(() => {
    (window as any).log = [];
    document.addEventListener('keydown', (e) =>
      (window as any).log.push([
        'key',
        e.key,
        e.defaultPrevented,
        document.activeElement?.className.slice(0, 30),
        window.getSelection()?.anchorNode?.nodeName,
        window.getSelection()?.anchorOffset,
      ]),
    );
    new MutationObserver((ms) => {
      for (const m of ms) {
        for (const n of m.addedNodes)
          if ((n as Element).className?.includes?.('story-quotation-card'))
            (window as any).log.push(['card+', (n as Element).getAttribute('aria-label')]);
        for (const n of m.removedNodes)
          if ((n as Element).className?.includes?.('story-quotation-card'))
            (window as any).log.push(['card-']);
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
  const clickOn = async (words: string) => {
    const place = await page.evaluate((wanted) => {
      for (const ranges of CSS.highlights.values())
        for (const range of ranges as unknown as Iterable<Range>) {
          if (!range.toString().includes(wanted)) continue;
          const b = range.getClientRects()[0]!;
          return { x: b.x + b.width / 2, y: b.y + b.height / 2 };
        }
      return null;
    }, words);
    await page.mouse.click(place!.x, place!.y);
  };
  await clickOn('eleven');
  await page
    .locator('.story-quotation-card')
    .getByRole('button', { name: 'Accept', exact: true })
    .click();
  await page
    .getByRole('dialog', { name: 'Quotation: Unverified' })
    .getByText('Ada Quill')
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Quotation: Unverified' }).waitFor({ state: 'detached' });
  await clickOn('Nobody');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+Enter');
  await page.waitForTimeout(1000);
  console.log(JSON.stringify(await page.evaluate(() => (window as any).log), null, 0));
  await page.screenshot({ path: '/tmp/wa-scratch/debug.png' });
  await page.goto(`${server.url}/admin/collections/articles/create`);
  await page.waitForURL(/articles\/[0-9a-f]{24}/);
  await page.locator('.story__sections').click();
  await page.evaluate(
    (plain) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    await readFile('seed/articles/nato-chief-russia-ukraine.txt', 'utf8'),
  );
  await page.waitForTimeout(8000);
  const aid = /[0-9a-f]{24}/.exec(page.url())![0];
  const q = await api.ask('writer', 'GET', `/articles/${aid}/quotations`);
  console.log(
    JSON.stringify(
      q.quotations.map((x: any) => [x.state, x.words.slice(0, 20), x.evidence, x.suggestion]),
    ),
  );
  console.log(JSON.stringify(await api.ask('writer', 'GET', `/articles/${aid}/story/mentions`)));
  await page.screenshot({ path: '/tmp/wa-scratch/debug2.png', fullPage: true });
} finally {
  await browser.close();
  await server.stop();
}

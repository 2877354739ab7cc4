import type { APIRequestContext, BrowserContext, Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { mapReady, openCase, send, wordsRead } from './cases.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

const base = [46.1 + Math.random() * 0.2, 40.25 + Math.random() * 0.15] as const;
type Told = { killed: number; injured?: number; words: string; language?: string; device?: string; shift?: number };

/** One of the tellers, east of the first by so many degrees. */
const tell = (request: APIRequestContext, { words, device = 'av_mine', shift = 0, ...told }: Told) =>
  send(request, {
    ...{ at: [base[0] + shift, base[1]], metres: 400, injured: 0, description: words, devices: [{ category: device }] },
    date: { start: '2020-11-28', precision: 'day' },
    ...told,
  });

/** Every press is counted; nothing else touches the page. */
function keyboardOf(page: Page) {
  let presses = 0;
  return {
    press: async (key: string) => {
      presses += 1;
      await page.keyboard.press(key);
    },
    get presses() {
      return presses;
    },
  };
}

test.describe
  .serial('two tellers of one event', () => {
    test.setTimeout(120_000);
    let [one, two] = [] as unknown as [BrowserContext, BrowserContext];
    let [first, second] = [0, 0];

    test.beforeAll(async ({ browser, request }) => {
      one = await signedIn(browser, 'moderator one', { viewport: { width: 1280, height: 900 } });
      two = await signedIn(browser, 'moderator two', { viewport: { width: 1280, height: 900 } });
      first = await tell(request, { killed: 4, words: 'A car drove over it; four of one family.' });
      second = await tell(request, {
        killed: 5,
        words: 'Maşın minaya düşüb, beş nəfər.',
        language: 'az',
        shift: 0.002,
      });
    });
    test.afterAll(async () => {
      await one.close();
      await two.close();
    });

    test('stand side by side on one map, differences told in words and signs', async () => {
      const page = await one.newPage();
      await openCase(page, first);
      await page.keyboard.press('t');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(`R-${first}`);
      await mapReady(page);
      await expect(page.locator('.map-look-side-a.map-reach')).toHaveCount(1);
      await expect(page.locator('.map-look-side-b.map-reach')).toHaveCount(1);
      await expect(page.locator('.map-letter')).toHaveText(['A', 'B']);
      await expect(page.getByRole('row', { name: /killed 4 5/ })).toContainText('differs');
      await expect(page.getByRole('row', { name: /device/ })).toContainText('same');
      await expect(page.getByText('Maşın minaya düşüb')).toHaveAttribute('lang', 'az');
      await page.close();
    });

    test('become one incident by a key, are undone by a key, and joined again', async () => {
      const page = await one.newPage();
      await page.goto(`/en/triage/twin?a=R-${first}&b=R-${second}`);
      await mapReady(page);
      await page.keyboard.press('j');
      await expect(page.getByRole('status')).toContainText('one incident now');
      await expect(page.getByText('Both belong to I-')).toBeVisible();
      await page.keyboard.press('u');
      await expect(page.getByRole('status')).toContainText('It is undone');
      await page.keyboard.press('j');
      await expect(page.getByText('Both belong to I-')).toBeVisible();
      await page.close();
    });

    test('are told apart where they differ: one value is chosen with a reason, the other is kept', async () => {
      const page = await one.newPage();
      await page.goto(`/en/triage/twin?a=R-${first}&b=R-${second}`);
      await mapReady(page);
      await page.keyboard.press('c');
      await expect(page.locator('#choose-killed-0')).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert').first()).toContainText('Give the reason');
      await page.getByLabel('5 (R-').check();
      await page.locator('#choose-killed-reason').fill('The hospital list of the day after names five.');
      await page.getByRole('button', { name: 'This value counts' }).click();
      await expect(page.getByRole('status')).toContainText('The others are kept');
      const row = page.locator('.story-values > div').filter({ hasText: 'killed' });
      await expect(row).toContainText('chosen from R-');
      await expect(row).toContainText('names five');
      await expect(row).toContainText('also told: 4');
      await page.close();
    });

    test('are merged, graded and proposed with at most 12 key presses and no mouse', async ({ request }) => {
      const [third, fourth] = [
        await tell(request, { killed: 0, injured: 2, words: 'Two hurt at the ford.', device: 'ap_mine', shift: 0.2 }),
        await tell(request, { killed: 0, injured: 2, words: 'Two men at the ford.', device: 'ap_mine', shift: 0.201 }),
      ];
      const page = await one.newPage();
      const keyboard = keyboardOf(page);
      await openCase(page, third);
      await keyboard.press('m');
      await expect(page.getByRole('status')).toContainText('one incident now');
      await keyboard.press('w');
      await expect(page.getByRole('status')).toContainText('decisions saved');
      for (const key of ['g', 'c', '2', 'x', 'Enter']) await keyboard.press(key);
      await expect(page.getByRole('status')).toContainText('The grade is saved');
      await keyboard.press('p');
      await expect(page.getByRole('status')).toContainText('A second person verifies it');
      expect(keyboard.presses).toBeLessThanOrEqual(12);
      await expect(page.getByRole('link', { name: `R-${fourth}` }).first()).toBeVisible();
      await page.close();
    });

    test('that are two are linked in their order, and the link is seen from both', async ({ request }) => {
      const [blast, rescue] = [
        await tell(request, { killed: 1, words: 'A tractor on the field road.', shift: 0.4 }),
        await tell(request, { killed: 0, injured: 2, words: 'Those who came to help.', shift: 0.401 }),
      ];
      const page = await one.newPage();
      for (const number of [blast, rescue]) {
        await openCase(page, number);
        await page.locator('#assign-new').click();
        await expect(page.getByRole('status')).toContainText('in an incident now');
      }
      await page.goto(`/en/triage/twin?a=R-${blast}&b=R-${rescue}`);
      await mapReady(page);
      await page.keyboard.press('l');
      await expect(page.getByLabel('How they hang together')).toBeFocused();
      await page.getByLabel('Which came first').selectOption('this');
      await page.locator('#link-reason').fill('The second mine lay a metre beside the first.');
      await page.getByRole('button', { name: 'Link them' }).click();
      await expect(page.getByRole('status')).toContainText('The incidents are linked');
      await openCase(page, rescue);
      const links = page.getByRole('list', { name: 'Linked incidents' });
      await expect(links).toContainText('secondary blast');
      await expect(links).toContainText('came before this one');
      await page.keyboard.press('u');
      await expect(page.getByRole('status')).toContainText('It is undone');
      await page.close();
    });

    test('go on to a clue: both graded, one proposes, the other verifies what was chosen', async () => {
      const page = await one.newPage();
      for (const number of [first, second]) {
        await openCase(page, number);
        await wordsRead(page);
        for (const key of ['g', 'b', '2', 'x', 'Enter']) await page.keyboard.press(key);
        await expect(page.getByRole('status')).toContainText('The grade is saved');
      }
      await page.keyboard.press('p');
      await expect(page.getByRole('status')).toContainText('A second person verifies it');
      await page.keyboard.press('v');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/Clue C-\d+/);
      const clueAddress = page.url();
      await page.close();
      const other = await two.newPage();
      await other.goto(clueAddress);
      await expect(other.locator('.story-values')).toContainText('names five');
      await other.locator('#verify-section > summary').click();
      await other.getByRole('button', { name: 'Verify' }).click();
      await expect(other.getByRole('status')).toContainText('verified by desk review');
      await expect(other.getByText('5 killed, 0 injured', { exact: true })).toBeVisible();
      await expect(other.getByRole('button', { name: 'This value counts' })).toHaveCount(0);
      await other.close();
    });

    for (const width of [360, 1280])
      test(`the twin view at ${width} px: nothing for axe to say, nothing sticks out`, { tag: '@once' }, async () => {
        const page = await one.newPage();
        await page.setViewportSize({ width, height: 900 });
        for (const locale of ['en', 'hy']) {
          await page.goto(`/${locale}/triage/twin?a=R-${first}&b=R-${second}`);
          await mapReady(page);
          await accessible(page);
        }
        await page.close();
      });
  });

import type { APIRequestContext, BrowserContext, Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { send, somewhere } from './cases.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

const status = (page: Page) => page.getByRole('status');
const refusal = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text }).first();

async function open(page: Page, section: string) {
  const details = page.locator(`#${section}-section`);
  if (!(await details.evaluate((element: HTMLDetailsElement) => element.open)))
    await details.locator('summary').click();
}

test.describe
  .serial('a case in the evidence ledger', () => {
    test.setTimeout(120_000);
    let [one, two] = [] as unknown as [BrowserContext, BrowserContext];
    let [clue, ledger, number] = ['', '', 0];

    test.beforeAll(async ({ browser }) => {
      one = await signedIn(browser, 'moderator one', { viewport: { width: 1280, height: 900 } });
      two = await signedIn(browser, 'moderator two', { viewport: { width: 1280, height: 900 } });
    });
    test.afterAll(async () => {
      await one.close();
      await two.close();
    });

    /** A report in an incident of its own, graded F/3, its case open. */
    async function caseOf(page: Page, request: APIRequestContext): Promise<number> {
      const sent = await send(request, {
        at: somewhere(46.35, 39.45),
        date: { start: '2024-04-11', precision: 'day' },
      });
      await page.goto(`/en/triage?q=R-${sent}`);
      await page
        .getByRole('link', { name: new RegExp(`R-${sent}\\b`) })
        .first()
        .click();
      await expect(page.locator('.map-frame')).toHaveAttribute('data-ready', 'yes');
      await page.keyboard.press('a');
      await expect(status(page)).toContainText('in an incident now');
      await open(page, 'grade');
      await page.getByLabel('Source', { exact: true }).selectOption('F');
      await page.getByLabel('Information', { exact: true }).selectOption('3');
      await page.getByLabel('Kind of source').selectOption('individual');
      await page.getByLabel('That something exploded is attested').check();
      await page.getByRole('button', { name: 'Save the grade' }).click();
      await expect(status(page)).toContainText('The grade is saved');
      return sent;
    }

    async function addStatement(page: Page, information: string) {
      await open(page, 'evidence');
      await page.getByLabel('What it is').selectOption('official_statement');
      await page.getByLabel('What it says').fill('The agency names the day and the village.');
      await page.getByLabel('Source', { exact: true }).selectOption('B');
      await page.getByLabel('Information', { exact: true }).selectOption(information);
      await page.getByLabel('Kind of source').selectOption('official');
      await page.getByLabel('Chain of knowledge').fill('agency');
    }

    test('what is missing is said in a sentence that leads to its control, and a statement mends it', async ({
      request,
    }) => {
      const page = await one.newPage();
      number = await caseOf(page, request);
      await page.getByRole('link', { name: /Add a statement, or a second chain/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Evidence ledger of incident I-');
      ledger = page.url().split('#')[0]!;
      await addStatement(page, '2');
      await page.getByRole('button', { name: 'Add to the ledger' }).click();
      await expect(refusal(page, 'Choose the consent')).toBeVisible();
      await expect(page.getByLabel('What it says')).toHaveValue('The agency names the day and the village.');
      await page.getByLabel('Consent to its use').selectOption('published');
      await page.getByRole('button', { name: 'Add to the ledger' }).click();
      await expect(status(page)).toContainText('stands in the ledger');
      const row = page.getByRole('row').filter({ hasText: 'official statement' });
      await expect(row).toContainText('a statement that does not place the event within 250 m');
      await expect(row).toContainText('counts');
      await expect(page.getByRole('row').filter({ hasText: `R-${number}` })).toContainText('presumed to depend');
      await expect(page.getByText(/Attested: by an official or accredited statement, E-\d+/)).toBeVisible();
      await page.close();
    });

    test('two moderators decide: refusals are explained, and the change on the layer is shown', async () => {
      const page = await one.newPage();
      await page.goto(ledger);
      await page.getByRole('link', { name: `Case R-${number}` }).click();
      await expect(page.locator('.map-frame')).toHaveAttribute('data-ready', 'yes');
      await page.keyboard.press('p');
      await expect(status(page)).toContainText('A second person verifies it');
      await page.keyboard.press('v');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/Clue C-\d+/);
      clue = page.url();
      await open(page, 'verify');
      await expect(page.getByText('You proposed this clue. Another moderator verifies it.')).toBeVisible();
      await page.getByRole('button', { name: 'Verify' }).click();
      await expect(refusal(page, 'You proposed this clue')).toBeVisible();
      await page.close();

      const other = await two.newPage();
      await other.goto(clue);
      await open(other, 'verify');
      await other.getByRole('button', { name: 'Verify' }).click();
      await expect(status(other)).toContainText('verified by desk review');
      await expect(async () => {
        await other.goto(clue);
        await expect(other.getByRole('img', { name: 'After' })).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 60_000 });
      const panel = other.getByRole('region', { name: 'What changed on the danger layer' });
      await expect(panel).toContainText(/\d+ cells? up by class/);
      await expect(panel).toContainText('km² in all');
      await other.close();
    });

    test('a correction goes through two persons again, and the old values stay', async () => {
      const page = await one.newPage();
      await page.goto(ledger);
      await addStatement(page, '1');
      await page.getByLabel('Consent to its use').selectOption('published');
      await page.getByRole('button', { name: 'Add to the ledger' }).click();
      await expect(status(page)).toContainText('stands in the ledger');
      await page.goto(clue);
      await open(page, 'correct');
      await page.locator('#correct-reason').fill('The agency confirmed it.');
      await page.getByRole('button', { name: 'Propose a correction' }).click();
      await expect(status(page)).toContainText('A second person confirms it');
      await open(page, 'confirmCorrection');
      await page.getByRole('button', { name: 'Confirm the correction' }).click();
      await expect(refusal(page, 'You proposed this clue')).toBeVisible();
      await page.close();

      const other = await two.newPage();
      await other.goto(clue);
      await expect(other.getByText('A correction waits for a second person')).toBeVisible();
      await open(other, 'confirmCorrection');
      await other.getByRole('button', { name: 'Confirm the correction' }).click();
      await expect(status(other)).toContainText('The clue is corrected');
      await expect(other.getByRole('heading', { name: 'Earlier versions' })).toBeVisible();
      await expect(other.getByText('information: 2, now 1')).toBeVisible();
      await other.setViewportSize({ width: 360, height: 900 });
      await other.goto(clue);
      await accessible(other);
      await other.close();
    });
  });

import type { BrowserContext, Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { openCase, send, somewhere, wordsRead } from './cases.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

const told = (description: string) => ({
  ...{ at: somewhere(45.9, 40.2, 0.3), description },
  date: { start: '2024-05-14', precision: 'day' },
});

async function gradeCase(page: Page, source: string, information: string) {
  await wordsRead(page);
  await page.keyboard.press('g');
  await page.getByLabel('Source', { exact: true }).selectOption(source);
  await page.getByLabel('Information', { exact: true }).selectOption(information);
  await page.getByLabel('Kind of source').selectOption('individual');
  await page.getByLabel('That something exploded is attested').check();
  await page.getByRole('button', { name: 'Save the grade' }).click();
}

test.describe
  .serial('a case and two moderators', () => {
    test.setTimeout(120_000);
    let [one, two] = [] as unknown as [BrowserContext, BrowserContext];
    let number = 0;
    let clueAddress = '';

    test.beforeAll(async ({ browser }) => {
      one = await signedIn(browser, 'moderator one', { viewport: { width: 1280, height: 900 } });
      two = await signedIn(browser, 'moderator two', { viewport: { width: 1280, height: 900 } });
    });
    test.afterAll(async () => {
      await one.close();
      await two.close();
    });

    test('the workbench is closed to visitors', async ({ page }) => {
      await page.goto('/en/triage');
      await expect(page).toHaveURL(/\/accounts\/sign-in/);
      await page.goto('/en/clues');
      await expect(page).toHaveURL(/\/accounts\/sign-in/);
    });

    test('what is typed and not saved is asked for before it is left', async ({ request }) => {
      const page = await one.newPage();
      await openCase(page, await send(request, told('A grade that is left half done.')));
      await page.keyboard.press('g');
      await page.getByLabel('Source', { exact: true }).selectOption('C');
      await expect(page.getByText('What you typed here is not saved yet.')).toBeVisible();
      const asked: string[] = [];
      page.once('dialog', (dialog) => {
        asked.push(dialog.message());
        return dialog.dismiss();
      });
      await page.getByRole('link', { name: 'Map', exact: true }).click();
      expect(asked).toEqual(['What you typed here is not saved yet.']);
      await expect(page.getByLabel('Source', { exact: true })).toHaveValue('C');
      await page.close({ runBeforeUnload: false });
    });

    test('a report is found, put into an incident by a key, graded, and its evidence class follows', async ({
      request,
    }) => {
      const page = await one.newPage();
      number = await send(request, {
        ...told('Ask Aram at the third house. Boom by the weir.'),
        contact: 'aram@example.org',
        consent: { shareWithNgos: true, contactMe: true },
      });
      await openCase(page, number);
      await page.keyboard.press('a');
      await expect(page.getByRole('status')).toContainText('in an incident now');
      await expect(page.getByText('not graded yet')).toBeVisible();
      await gradeCase(page, 'C', '2');
      await expect(page.getByRole('status')).toContainText('The grade is saved');
      await expect(page.getByText('direct: detonation attested and located within 250 m')).toBeVisible();
      await expect(page.getByText(/Located: within 120 m, class B/)).toBeVisible();
      await expect(page.getByText(/Attested: by R-\d+, graded C\/2/)).toBeVisible();
      await page.close();
    });

    test('a stale edit is refused, says what changed, and nothing typed is lost', async () => {
      const [first, second] = [await one.newPage(), await two.newPage()];
      await openCase(first, number);
      await openCase(second, number);
      await first.getByText('Refer urgently to the authority').first().click();
      await expect(first.locator('#urgent-text')).toHaveValue(/WGS 84/);
      await first.locator('#urgent-to').fill('102');
      await first.locator('#urgent-reason').fill('Children play at the weir.');
      await first.getByRole('button', { name: 'Record that it was passed on' }).click();
      await expect(first.getByRole('status')).toContainText('urgent flag is changed');
      await expect(first.getByText(/102 · by telephone · .*WGS 84/s)).toBeVisible();
      await first.getByText('How to reach the reporter').click();
      await first.locator('#contact-reason').fill('Which weir?');
      await first.getByRole('button', { name: 'Show the contact' }).click();
      await expect(first.getByRole('textbox', { name: 'Contact', exact: true })).toHaveValue('aram@example.org');
      await expect(first.getByText('the reporter’s contact read')).toBeVisible();
      expect(first.url()).not.toContain('aram');
      await second.keyboard.press('n');
      await expect(second.locator('#rejected-reason')).toBeFocused();
      await second.locator('#rejected-reason').fill('I hold it for a test.');
      await second.getByRole('button', { name: 'Not usable' }).last().click();
      const alert = second.getByRole('alert').filter({ hasText: 'Somebody was faster' });
      await expect(alert).toContainText('urgent flag set');
      await expect(alert).toContainText('Children play at the weir.');
      await expect(second.locator('#rejected-reason')).toHaveValue('I hold it for a test.');
      await first.close();
      await second.close();
    });

    test('the proposer cannot verify; another moderator can, and the reports follow', async () => {
      const page = await one.newPage();
      await openCase(page, number);
      await page.keyboard.press('p');
      await expect(page.getByRole('status')).toContainText('A second person verifies it');
      await page.keyboard.press('v');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/Clue C-\d+/);
      clueAddress = page.url();
      await page.locator('#verify-section > summary').click();
      await page.getByRole('button', { name: 'Verify' }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'You proposed this clue' })).toBeVisible();
      await page.close();

      const other = await two.newPage();
      await other.goto(clueAddress);
      await expect(other.getByText('a second moderator decides')).toBeVisible();
      await other.waitForLoadState('networkidle');
      await other.keyboard.press('v');
      await expect(other.getByRole('status')).toContainText('verified by desk review');
      await expect(other.getByText('verified by desk review; not surveyed').first()).toBeVisible();
      await expect(other.getByRole('table', { name: 'Once verified' })).toContainText('The position, known to 120 m');
      await other.getByRole('link', { name: `R-${number}` }).click();
      await expect(other.getByRole('region', { name: 'Case' })).toContainText('verified by desk review; not surveyed');
      await other.close();
    });

    test('a clue is withdrawn with a reason only', async () => {
      const page = await two.newPage();
      await page.goto(clueAddress);
      await page.locator('#withdraw-section > summary').click();
      await page.getByRole('button', { name: 'Withdraw' }).click();
      await expect(page.getByRole('alert').first()).toContainText('Give the reason');
      await page.locator('#withdraw-reason').fill('The pin is on the wrong bank.');
      // on a slow line the button says that it is under way, and a second press sends nothing more
      let sendings = 0;
      await page.route('**/clues/*', async (route) => {
        if (route.request().method() === 'POST') {
          sendings += 1;
          await new Promise((resolve) => setTimeout(resolve, 700));
        }
        await route.continue();
      });
      const button = page.getByRole('button', { name: 'Withdraw' });
      await button.click();
      await expect(button).toHaveAttribute('aria-busy', 'true');
      await button.click();
      await expect(page.getByRole('status')).toContainText('The clue is withdrawn');
      expect(sendings).toBe(1);
      await expect(page.getByRole('listitem').filter({ hasText: 'The pin is on the wrong bank.' })).toBeVisible();
      await page.close();
    });

    test("a moderator's own claim counts, and the reporter's stays", async () => {
      const page = await one.newPage();
      await openCase(page, number);
      await page.getByRole('link', { name: 'Open the location desk' }).click();
      const shape = page.getByRole('region', { name: 'Point, line or area, drawn or by coordinates' });
      await page.locator('#shape-vertices').fill('40.3010 46.0650');
      await page.locator('#shape-uncertaintyMetres').fill('300');
      await page.locator('#shape-reason').fill('He points at the other bank.');
      await shape.getByRole('button', { name: 'Add the claim' }).click();
      await expect(page.getByText('Your claim stands beside the others')).toBeVisible();
      await page.getByRole('link', { name: 'Back to the case' }).click();
      await expect(page.getByText('A moderator’s own claim counts')).toBeVisible();
      await expect(page.getByText('2 claims, 300 m')).toBeVisible();
      await page.close();
    });

    test('a visitor finds no such clue', async ({ page }) => {
      const answer = await page.goto(clueAddress);
      expect(answer?.status()).toBe(404);
    });

    for (const width of [360, 1280])
      test(`workbench and clue at ${width} px: nothing for axe to say, nothing sticks out`, {
        tag: '@once',
      }, async () => {
        const page = await one.newPage();
        await page.setViewportSize({ width, height: 900 });
        await openCase(page, number);
        await expect(page.locator('.map-frame')).toHaveAttribute('data-ready', 'yes');
        for (const address of [page.url(), clueAddress, '/en/clues']) {
          await page.goto(address);
          await accessible(page);
        }
        await page.close();
      });

    test('the keys work in a Russian layout, and the workbench speaks four languages', async () => {
      const page = await one.newPage();
      await openCase(page, number);
      await page.keyboard.press('Shift+Slash');
      const keys = page.getByRole('dialog', { name: 'Keys of this page' });
      await expect(keys.getByText('Grade', { exact: true })).toBeVisible();
      await expect(keys.getByText(/^Grade.*: Source/)).toBeVisible();
      await page.keyboard.press('n');
      await expect(page.locator('#rejected-reason')).not.toBeFocused();
      await page.keyboard.press('Escape');
      await expect(keys).toBeHidden();
      const address = page.url().split('/triage')[1];
      for (const [locale, grade] of [
        ['az', 'Qiymətləndir'],
        ['hy', 'Գնահատել'],
        ['ru', 'Оценить'],
      ] as const) {
        await page.goto(`/${locale}/triage${address}`);
        await expect(page.getByRole('navigation').getByRole('link', { name: grade })).toBeVisible();
      }
      await page.evaluate(() =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyG', key: 'п', bubbles: true })),
      );
      await expect(page.locator('#grade-sourceReliability')).toBeFocused();
      await page.close();
    });
  });

import type { Page } from '@playwright/test';
import { loadMessages } from '../lib/i18n/messages.ts';
import { tooWide } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

const phone = { viewport: { width: 360, height: 640 } };
const pictures = process.env.MINECLUE_PICTURES;
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const fits = async (page: Page) => expect(await tooWide(page)).toBeLessThanOrEqual(0);

test('an interview in Armenian by a member who reads English: script, draft, second window, sending, another like it', async ({
  browser,
}) => {
  const [en, hy] = [await loadMessages('en'), await loadMessages('hy')];
  const context = await signedIn(browser, 'organisation member', { ...phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/en/reports/interview');
  await fits(page);
  await picture(page, 'interview-list-360');
  await page.getByRole('radio', { name: 'Հայերեն' }).check();
  await press(page, en.interview.start.begin);
  await expect(page.locator('blockquote[lang=hy]')).toContainText(hy.interview.script.words.question);
  await picture(page, 'interview-script-360');
  await press(page, en.interview.script.begin);
  await expect(page.getByText(en.errors.consent_not_read)).toBeVisible();
  await page.getByRole('checkbox').check();
  await press(page, en.interview.script.begin);

  await page.getByRole('button', { name: hy.reports.door.human }).click();
  await page.getByRole('radio', { name: hy.reports.place.coordinates }).check();
  await page.getByLabel(hy.reports.place.coordinatesLabel).fill('39.8177, 46.7528');
  await picture(page, 'interview-place-360');
  await press(page, hy.interview.saveAndClose);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(hy.interview.closed.title);

  const second = await context.newPage();
  await page.goto('/en/reports/interview');
  await second.goto('/en/reports/interview');
  const goOn = (at: Page) => at.locator('.drafts li').first().getByRole('button', { name: en.common.continue }).click();
  await goOn(page);
  await expect(page.getByLabel(hy.reports.place.coordinatesLabel)).toHaveValue('39.8177, 46.7528');
  await goOn(second);
  await press(second, hy.common.continue);
  await press(page, hy.common.continue);
  await expect(page.getByRole('alert')).toContainText(hy.interview.stale.text);
  await picture(page, 'interview-stale-360');
  await second.close();

  await press(page, hy.common.continue);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByLabel(hy.reports.people.injured).fill('1');
  await press(page, hy.reports.skipToEnd);
  await press(page, hy.reports.check.send);
  await expect(page.locator('[data-receipt]')).toHaveText(/^(\w{4}-){3}\w{4}$/);
  await picture(page, 'interview-sent-360');

  await press(page, hy.interview.sent.another);
  await page.getByRole('checkbox').check();
  await press(page, hy.interview.script.begin);
  await expect(page.getByLabel(hy.reports.people.injured)).toHaveValue('');
  await page.goto('/en/reports/interview');
  await expect(page.locator('#sent tbody tr').first()).toContainText(en.interview.sentList.states.received);
  await expect(page.locator('#sent tbody th').first()).toContainText(/R-\d+/);
  await page.setViewportSize({ width: 1280, height: 900 });
  await picture(page, 'interview-list-1280');
  const drafts = await page.locator('.drafts li').count();
  await page.locator('.drafts summary').first().click();
  await press(page, en.interview.drafts.deleteNow);
  await expect(page.getByRole('status')).toContainText(en.interview.drafts.deleted);
  await expect(page.locator('.drafts li')).toHaveCount(drafts - 1);
  await context.close();
});

test('a visitor who opens the interviews is asked to sign in, and an administrator is refused', async ({
  browser,
  page,
}) => {
  await page.goto('/en/reports/interview');
  await expect(page).toHaveURL(/accounts\/sign-in/);
  const context = await signedIn(browser, 'administrator');
  const refused = await (await context.newPage()).goto('/en/reports/interview');
  expect(refused?.status()).toBe(403);
  await context.close();
});

for (const language of ['en', 'hy', 'az', 'ru'] as const)
  test(`the paper form and the posters print on A4 in ${language}`, { tag: '@once' }, async ({ page }) => {
    const { paper } = await loadMessages(language);
    await page.goto(`/${language}/reports/paper`);
    await page.locator(`a[href="/${language}/reports/paper/form"]`).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(paper.head);
    await expect(page.locator('input, select, textarea, button')).toHaveCount(0);
    expect(await page.locator('.question').count()).toBeGreaterThan(15);
    await page.setViewportSize(phone.viewport);
    await fits(page);
    const form = await page.pdf({ preferCSSPageSize: true, path: pictures && `${pictures}/paper-${language}.pdf` });
    expect(pagesOf(form)).toBeLessThanOrEqual(8);
    await page.goto(`/${language}/reports/paper/poster`);
    await expect(page.locator('.poster').first()).toHaveAttribute('lang', language);
    await fits(page);
    const posters = await page.pdf({ preferCSSPageSize: true, path: pictures && `${pictures}/poster-${language}.pdf` });
    expect(pagesOf(posters)).toBe(4);
  });

for (const language of ['en', 'hy', 'az', 'ru'] as const)
  test(`the home page shows every reader their door at 360 px and 1280 px in ${language}`, { tag: '@once' }, async ({
    page,
  }) => {
    const { home } = await loadMessages(language);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: width === 360 ? 'light' : 'dark' });
      await page.goto(`/${language}`);
      await fits(page);
      const ways = page.getByRole('navigation', { name: home.ways.title }).getByRole('link');
      await expect(ways).toHaveText([home.ways.map, home.ways.data, home.ways.work, home.ways.paper]);
      await picture(page, `home-${language}-${width}`);
    }
  });

test('before sending, the reader sees the square that would be marked, and that an organisation gets nothing', async ({
  page,
}) => {
  const { reports } = await loadMessages('en');
  await page.setViewportSize(phone.viewport);
  await page.goto('/en/reports/new');
  await press(page, reports.safety.nobody);
  await page.getByRole('button', { name: reports.door.human }).click();
  await page.getByRole('radio', { name: reports.place.coordinates }).check();
  await page.getByLabel(reports.place.coordinatesLabel).fill('39.8177, 46.7528');
  await press(page, reports.skipToEnd);
  await expect(page.getByRole('img', { name: reports.own.drawing })).toBeVisible();
  await expect(page.locator('.views')).toContainText(reports.own.organisationNot);
  await expect(page.getByText(/Sending uses about \d+ kB/)).toBeVisible();
  await expect(page.getByRole('link', { name: reports.own.erase })).toHaveAttribute('href', '/exit');
  await fits(page);
  await picture(page, 'own-view-360');
});

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

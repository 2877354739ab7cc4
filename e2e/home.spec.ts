import { expect, test } from '@playwright/test';
import { accessible } from './accessible.ts';

const languages = [
  { locale: 'az', caveat: 'DEMƏK DEYİL', name: 'Azərbaycanca', method: 'Metod' },
  { locale: 'hy', caveat: 'ՉԻ նշանակում', name: 'Հայերեն', method: 'Մեթոդ' },
  { locale: 'ru', caveat: 'НЕ означает', name: 'Русский', method: 'Метод' },
  { locale: 'en', caveat: 'NOT mean this area is safe', name: 'English', method: 'Method' },
] as const;

const pages = ['', '/safety', '/privacy', '/privacy/browser', '/method'];

for (const { locale, caveat, name } of languages) {
  test.describe(`in ${name}`, () => {
    test('the home page opens with safety words, three doors and the caveat', { tag: '@once' }, async ({ page }) => {
      await page.goto(`/${locale}`);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const doors = page.getByRole('main').getByRole('navigation').first();
      await expect(doors.getByRole('button')).toHaveCount(3);
      // which door somebody took stands in no address
      await expect(doors.locator('form[method=post]')).toHaveAttribute('action', `/${locale}/reports/new`);
      await expect(doors.locator('[href]')).toHaveCount(0);
      await expect(page.getByRole('contentinfo')).toContainText(new RegExp(caveat, 'i'));
      await expect(page.getByRole('navigation').getByRole('link', { name, exact: true })).toHaveAttribute(
        'aria-current',
        'true',
      );
    });

    test('every reading page fits 360 px, and its targets are large', { tag: '@once' }, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 640 });
      for (const path of pages) {
        await page.goto(`/${locale}${path}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
        const small = await page.evaluate(() =>
          [...document.querySelectorAll('header a, nav a, .safety-strip a, .button')]
            .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0 && box.height < 44)
            .map(({ text }) => text),
        );
        expect(small, path).toEqual([]);
      }
    });

    // Colours and structure are the same in every language: all pages in one of them, the home page in each.
    for (const path of locale === 'en' ? pages : [''])
      test(`axe finds nothing on ${path || '/'}, light and dark`, { tag: '@once' }, async ({ page }) => {
        await page.setViewportSize({ width: 360, height: 640 });
        await page.goto(`/${locale}${path}`);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await accessible(page);
        }
      });
  });
}

test('the address without a language answers in the language that the browser asks for', async ({ request }) => {
  const answer = await request.get('/', { headers: { 'accept-language': 'fr, hy;q=0.8' }, maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  expect(answer.headers().location).toBe('/hy');
});

test('the language switch keeps the page', async ({ page }) => {
  await page.goto('/en/method');
  await page.getByRole('link', { name: 'Русский' }).click();
  await expect(page).toHaveURL(/\/ru\/method$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Как мы работаем');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const address of ['/nowhere', '/az/nowhere', '/en/no/where'])
    test(`${address} is missing, said in all four languages`, async ({ page }) => {
      expect((await page.goto(address))?.status()).toBe(404);
      for (const { name } of languages) await expect(page.getByRole('link', { name })).toBeVisible();
      await expect(page.getByText('does NOT mean this area is safe')).toBeVisible();
      await expect(page.getByText('DEMONSTRATION', { exact: true })).toBeVisible();
    });
});

test('every page forbids foreign frames and scripts', async ({ request }) => {
  const { 'content-security-policy': policy = '', 'referrer-policy': referrer } = (await request.get('/en')).headers();
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*https?:/);
  expect(referrer).toBe('same-origin');
});

test('leaving erases what the site stored only when the request comes from the site itself', async ({ request }) => {
  const own = await request.get('/exit', { maxRedirects: 0, headers: { 'sec-fetch-site': 'same-origin' } });
  expect(own.headers()['clear-site-data']).toContain('"storage"');
  const foreign = await request.get('/exit', { maxRedirects: 0, headers: { 'sec-fetch-site': 'cross-site' } });
  expect(foreign.headers()['clear-site-data']).toBeUndefined();
  expect(foreign.headers().location).toMatch(/^https:\/\/\w\w\.wikipedia\.org\/$/);
});

test('every page prints with the caveat, black on white', async ({ page }) => {
  await page.goto('/en/method');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('contentinfo').getByText('NOT mean this area is safe')).toBeVisible();
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return [color, backgroundColor];
  });
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});

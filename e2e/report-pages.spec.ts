import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { loadMessages } from '../lib/i18n/messages.ts';
import { accessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { everyPage, type Seen } from './report-walk.ts';
import { languages, poster, press, words } from './reporting.ts';
import { signedIn } from './sign-in.ts';

// 1280 px at 400 %
test.use({ viewport: { width: 320, height: 640 } });
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const asItStands = (page: Page): Seen => ({ name: page.url(), html: '' });

/** What is wrong with each page, laid into one document: axe-core is read once, and pages change as the form's script changes them. */
async function wrongs(page: Page, withColours: boolean, pages: Seen[] = [asItStands(page)]): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(
    async ({ pages, withColours }) => {
      type Axe = { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      const { axe } = globalThis as unknown as { axe: Axe };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const rules = { 'color-contrast': { enabled: withColours } };
      const found: string[] = [];
      for (const { name, html } of pages) {
        if (html) {
          const next = new DOMParser().parseFromString(html, 'text/html');
          document.title = next.title;
          document.documentElement.lang = next.documentElement.lang;
          document.body.replaceWith(document.adoptNode(next.body));
        }
        const { violations } = await axe.run({ runOnly: tags, rules, resultTypes: ['violations'] });
        for (const { id, nodes } of violations)
          found.push(`${name}: ${id} ${nodes.map((node) => node.html).join(' ')}`);
        const wide = document.documentElement.scrollWidth - innerWidth;
        if (wide > 0) found.push(`${name}: ${wide} px wider than the window`);
        const targets =
          'button, select, textarea, summary, input, .choice > label, .button, .exit, .emergency-call, nav a';
        for (const target of document.querySelectorAll<HTMLElement>(targets)) {
          const { width, height } = target.getBoundingClientRect();
          const labelled =
            target.matches('[type=hidden], .choice > input, .choice input') || target.closest('.honey, .skip-link');
          if (labelled || width < 2 || !target.checkVisibility()) continue;
          if (Math.min(width, height) < 43.9)
            found.push(`${name}: ${width} × ${height} px ${target.outerHTML.slice(0, 160)}`);
        }
      }
      return found;
    },
    { pages, withColours },
  );
}

for (const locale of languages)
  test(`axe finds nothing on any page and state of the form in ${locale}, at 400 % zoom, with targets of 44 px`, {
    tag: '@once',
  }, async ({ page }) => {
    const pages = await everyPage(page.request, locale);
    expect(pages.length).toBeGreaterThan(35);
    await page.goto(`/${locale}/reports/new`);
    // colours are the same in every language
    expect(await wrongs(page, locale === 'en', pages)).toEqual([]);
    if (locale !== 'en') return;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await wrongs(page, true, pages)).toEqual([]);
  });

test('axe finds nothing on the pages around the form, in every language', { tag: '@once' }, async ({ page }) => {
  for (const locale of languages)
    for (const path of ['/safety', '/privacy/browser', '/follow-up']) {
      await page.goto(`/${locale}${path}`);
      expect(await wrongs(page, locale === 'en')).toEqual([]);
    }
});

test('axe finds nothing offline, and the page says that what was typed stays until the connection is back', {
  tag: '@once',
}, async ({ page, context }) => {
  const { r, c } = await words('en');
  await page.goto('/en');
  await page.locator('.door[value=human]').click();
  await expect(page.locator('html[data-script]')).toBeAttached();
  expect(new URL(page.url()).search).toBe('');
  await press(page, r.safety.nobody);
  await page.locator('[name=where][value=words]').check();
  await page.getByLabel(r.place.wordsLabel).fill('typed without a connection');
  await context.setOffline(true);
  await press(page, c.continue);
  await expect(page.getByRole('alert')).toHaveText(r.offline);
  await expect(page.getByRole('alert')).toBeInViewport();
  await expect(page.getByLabel(r.place.wordsLabel)).toHaveValue('typed without a connection');
  await accessible(page);
  await context.setOffline(false);
  await expect(page.getByRole('alert')).toHaveText(r.resilience.online);
  await press(page, c.continue);
  await expect(page.locator('h1')).toHaveText(r.date.title);
});

test('axe finds nothing in forced colours, where buttons keep an edge, and nothing moves for those who ask', {
  tag: '@once',
}, async ({ page }) => {
  const { r } = await words('hy');
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.goto('/hy/reports/new');
  await press(page, r.safety.nobody);
  await expect(page.locator('.door-button')).toHaveCount(3);
  // the colours are the reader's own, and axe-core does not know them
  expect(await wrongs(page, false)).toEqual([]);
  const look = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { borderTopWidth, borderTopStyle, transitionDuration } = getComputedStyle(element);
        return `${borderTopWidth} ${borderTopStyle}, ${transitionDuration}`;
      });
  for (const selector of ['.exit', '.door-button']) expect(await look(selector)).toBe('2px solid, 0s');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).toBe('solid');
});

test('axe finds nothing on the pages of an interview, and the browser’s Back loses no answer of its draft', {
  tag: '@once',
}, async ({ browser }) => {
  const { interview } = await loadMessages('en');
  const { r, c } = await words('en');
  const context = await signedIn(browser, 'organisation member', { viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto('/en/reports/interview');
  await accessible(page);
  await page.getByRole('radio', { name: 'English' }).check();
  await press(page, interview.start.begin);
  await accessible(page);
  await page.getByRole('checkbox').check();
  await press(page, interview.script.begin);
  await page.getByRole('button', { name: r.door.human }).click();
  await page.locator('[name=where][value=words]').check();
  await page.getByLabel(r.place.wordsLabel).fill('by the mill');
  await press(page, c.continue);
  await page.getByRole('radio', { name: r.date.today }).check();
  await press(page, c.continue);
  await expect(page.locator('h1')).toHaveText(r.people.title);
  await accessible(page);
  await page.goBack();
  await page.goBack();
  await expect(page.getByLabel(r.place.wordsLabel)).toHaveValue('by the mill');
  await page.getByLabel(r.place.wordsLabel).fill('by the old mill');
  await press(page, r.skipToEnd);
  await expect(page.locator('.answers')).toContainText('by the old mill');
  await expect(page.locator('.answers')).toContainText(String(new Date().getFullYear()));
  await context.close();
});

test('the browser’s Back on the form keeps what was told after the page that it brings up', async ({ page }) => {
  const { r, c } = await words('en');
  await page.goto('/en');
  await page.locator('.door[value=human]').click();
  await press(page, r.safety.nobody);
  await page.locator('[name=where][value=words]').check();
  await page.getByLabel(r.place.wordsLabel).fill('by the mill');
  await press(page, c.continue);
  await page.getByRole('radio', { name: r.date.today }).check();
  await press(page, c.continue);
  await page.getByLabel(r.people.injured).fill('2');
  await press(page, c.continue);
  await expect(page.locator('h1')).not.toHaveText(r.people.title);
  for (let i = 0; i < 3; i += 1) await page.goBack();
  await press(page, r.skipToEnd);
  await expect(page.locator('.answers')).toContainText(`${r.check.injured}: 2`);
  await expect(page.locator('.answers')).toContainText(String(new Date().getFullYear()));
});

test('what chosen photos cost to send is told at once, as small as the phone makes them', async ({ page }) => {
  const { r } = await words('ru');
  const { post, first } = poster(page.request, 'ru');
  let html = await post(await first(), { go: 'start' });
  html = await post(html, { door: 'human', go: 'next' });
  html = await post(html, { where: 'words', placeWords: 'у моста', go: 'check' });
  const body = await post(html, { go: 'change:photos' });
  await page.route('**/ru/reports/new', (route) => route.fulfill({ body, contentType: 'text/html' }), { times: 1 });
  await page.goto('/ru/reports/new');
  await expect(page.locator('html[data-script]')).toBeAttached();
  const create = { width: 3000, height: 2000, channels: 3, background: '#808080' } as const;
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const buffer = await sharp({ create: { ...create, noise } })
    .jpeg({ quality: 95 })
    .toBuffer();
  await page.locator('[name=photo]').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer });
  const told = page.locator('[data-photo-cost]');
  const [before = '', after = ''] = r.photos.cost.split('{size}');
  await expect(told).toContainText(before);
  const [, size = ''] = /^(\d,\d) МБ/.exec(((await told.textContent()) ?? '').slice(before.length)) ?? [];
  expect(Number(size.replace(',', '.'))).toBeGreaterThan(0);
  expect(Number(size.replace(',', '.')) * 1e6).toBeLessThan(buffer.length / 2);
  expect(await told.textContent()).toContain(after);
});

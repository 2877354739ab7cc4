import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { everyPage, type Seen } from './report-walk.ts';
import { languages } from './reporting.ts';

// 1280 px at 400 %
test.use({ viewport: { width: 320, height: 640 } });
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What is wrong with each page, laid into one document: axe-core is read once, and pages change as the form's script changes them. */
async function wrongs(page: Page, pages: Seen[], withColours: boolean): Promise<string[]> {
  return page.evaluate(
    async ({ pages, withColours }) => {
      type Axe = { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      const { axe } = globalThis as unknown as { axe: Axe };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const rules = { 'color-contrast': { enabled: withColours } };
      const found: string[] = [];
      for (const { name, html } of pages) {
        const next = new DOMParser().parseFromString(html, 'text/html');
        document.title = next.title;
        document.documentElement.lang = next.documentElement.lang;
        document.body.replaceWith(document.adoptNode(next.body));
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
  test(`axe finds nothing on any page and state of the form in ${locale}, at 400 % zoom, with targets of 44 px`, async ({
    page,
  }) => {
    const pages = await everyPage(page.request, locale);
    expect(pages.length).toBeGreaterThan(35);
    await page.goto(`/${locale}/reports/new`);
    await page.addScriptTag({ path: axe });
    expect(await wrongs(page, pages, locale === 'en')).toEqual([]);
    if (locale !== 'en') return;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await wrongs(page, pages, true)).toEqual([]);
  });

for (const locale of languages)
  test(`axe finds nothing on the pages around the form in ${locale}`, async ({ page }) => {
    for (const path of ['/safety', '/privacy/browser', '/follow-up']) {
      await page.goto(`/${locale}${path}`);
      await accessible(page);
    }
  });

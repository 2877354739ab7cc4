import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * axe-core finds nothing on the page as it stands, and nothing of it is wider than the window.
 * What Leaflet draws is left out: the list beside each map says the same.
 */
export async function accessible(page: Page): Promise<void> {
  // without a frame of another origin one pass in the page itself is the same, and takes half the time
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(rules).exclude('.leaflet-pane');
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => [page.url(), id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await tooWide(page), `${page.url()} is wider than its window`).toBeLessThanOrEqual(0);
}

/** CSS pixels by which the page is wider than the window. */
export const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

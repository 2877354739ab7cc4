import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { accessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

async function download(page: Page, name: string) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  const text = readFileSync(await file.path(), 'utf8');
  return { name: file.suggestedFilename(), text, sha256: createHash('sha256').update(text).digest('hex') };
}
const table = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('everybody downloads the squares of the map, marked as a demonstration', async ({ page }) => {
    await page.goto('/en/datasets');
    const geojson = await download(page, 'Download squares.geojson');
    expect(geojson.name).toMatch(/^DEMONSTRATION-mineclue-squares-release-\d+-\d{4}-\d\d-\d\d\.geojson$/);
    const collection = JSON.parse(geojson.text);
    const map = await (await page.request.get('/api/v1/risk/map?tier=public&locale=en')).json();
    const marked = map.features.filter(({ look }: { look: string }) => look === 'danger-public');
    expect(collection.features.map(({ id }: { id: string }) => id)).toEqual(marked.map(({ id }: { id: string }) => id));
    expect(collection.metadata.caveat).toContain('does NOT mean this area is safe');
    expect(collection.demonstration).toBe('DEMONSTRATION');
    const csv = await download(page, 'Download squares.csv');
    expect(table(csv.text)).toHaveLength(collection.features.length + 1);
    await expect(page.getByText(`sha256 ${csv.sha256.slice(0, 16)}…`)).toBeVisible();
  });

  test('an organisation downloads the verified clues, the same in CSV and GeoJSON as moderators see', async ({
    browser,
  }) => {
    // what other stories verified goes out before
    const administrator = await signedIn(browser, 'administrator');
    const batches = await administrator.newPage();
    await batches.goto('/en/map/batches');
    await batches.getByRole('button', { name: 'Publish for organisations now' }).click();
    await expect(batches.getByRole('status')).toContainText('Published for organisations.');
    await administrator.close();
    const context = await signedIn(browser, 'organisation member', { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/en/datasets');
    const csv = await download(page, 'Download clues.csv');
    expect(csv.name).toMatch(/^DEMONSTRATION-mineclue-clues-/);
    const [tags, ...rows] = table(csv.text);
    expect(tags?.report_id).toBe('#meta+id');
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(row.demonstration).toBe('DEMONSTRATION');
      expect(row.caveat).toContain('do not plan movement');
      expect(row.date_reported).toMatch(/^\d{4}-\d\d-\d\d$/);
      for (const number of [row.killed, row.injured, row.animals_killed]) expect(number).toMatch(/^\d*$/);
    }
    const collection = JSON.parse((await download(page, 'Download clues.geojson')).text);
    expect(collection.features.map(({ properties }: { properties: object }) => withoutMetadata(properties))).toEqual(
      rows.map(withoutMetadata),
    );

    const moderator = await signedIn(browser, 'moderator one');
    const live = await (await moderator.request.get('/api/v1/risk/map?tier=moderator&locale=en')).json();
    const clues = live.features.filter(({ href }: { href?: string }) => href?.includes('/clues/'));
    expect(rows.length).toBe(clues.length);
    await Promise.all([moderator.close(), context.close()]);
  });
});

const withoutMetadata = (row: object) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([key]) => !['release', 'removed_since', 'licence', 'caveat', 'demonstration'].includes(key))
      .map(([key, value]) => [key, String(value ?? '')]),
  );

test('clues are refused to the public, and so is a file that does not exist', async ({ page }) => {
  for (const file of ['clues.csv', 'clues.geojson', 'clues.csv.metadata.json'])
    expect((await page.request.get(`/api/v1/datasets/${file}`)).status()).toBe(401);
  expect((await page.request.get('/api/v1/datasets/victims.xlsx')).status()).toBe(404);
  await page.goto('/en/datasets');
  await expect(page.getByRole('link', { name: /clues\.csv/ })).toHaveCount(0);
});

for (const locale of ['az', 'hy', 'ru', 'en'])
  test(`the data page in ${locale} fits 360 px, and axe finds nothing`, { tag: '@once' }, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`/${locale}/datasets`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await accessible(page);
  });

import type { BrowserContext, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { accessible, tooWide } from './accessible.ts';
import { openCase, send, wordsRead } from './cases.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

const caveats = [
  'No reports here does NOT mean this area is safe.',
  'Treat land as dangerous unless the mine-action authority has released it.',
];

async function seesBothCaveats(page: Page): Promise<void> {
  for (const words of caveats) await expect(page.locator('.map-caveat').getByText(words)).toBeVisible();
}

/** Names of places on the map that moves, and those that its buttons or its attribution lie over. */
function namesAndThoseUnderControls() {
  const boxes = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => ({
      name: element.textContent,
      box: element.getBoundingClientRect(),
    }));
  const controls = boxes('.leaflet-control');
  const names = boxes('.map-name span');
  const under = names.filter(({ box: a }) =>
    controls.some(({ box: b }) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  );
  const wide = (document.querySelector('.map-canvas')?.clientWidth ?? 0) > 360;
  return { drawn: names.length > 0, under: under.map(({ name }) => name), wide };
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the public map is a drawing with both caveats and a list of the same', async ({ page }) => {
    await page.goto('/en/map');
    await expect(
      page.getByRole('img', { name: /squares? of 5 km with evidence of danger; all the rest is unknown/ }),
    ).toBeVisible();
    await seesBothCaveats(page);
    await expect(page.getByRole('button', { name: /Open the map/ })).toBeHidden();
    const table = page.getByRole('table', { name: 'Evidence of danger near' });
    await expect(table.getByRole('row').nth(1)).toBeVisible();
  });
});

test('the public map that moves comes after a tap, and shows the squares that the list has', async ({ page }) => {
  const scripts: string[] = [];
  await page.route(/tile\.openstreetmap/, (route) => route.abort());
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto('/en/map', { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => url.includes('/risk/map'))).toEqual([]);
  const listed = (await page.locator('#squares tbody td:last-child').allTextContents()).join(', ').split(', ');
  await page.getByRole('button', { name: /Open the map/ }).click();
  await expect(page.locator('.map-frame[data-ready=yes]')).toBeVisible();
  await expect(page.locator('path.map-look-danger-public')).toHaveCount(listed.length);
  await expect(page.locator('path.map-look-unknown')).toHaveCount(1);
  await seesBothCaveats(page);
  await page.setViewportSize({ width: 360, height: 640 });
  await expect.poll(() => page.evaluate(namesAndThoseUnderControls)).toEqual({ drawn: true, under: [], wide: false });
  await page.locator('path.map-look-danger-public').first().dispatchEvent('click');
  await expect(page.locator('.leaflet-popup')).toContainText('does NOT mean this area is safe');
});

for (const locale of ['az', 'hy', 'ru', 'en'])
  test(`the map in ${locale} fits, keeps its caveats in view, and axe finds nothing`, { tag: '@once' }, async ({
    page,
  }) => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`/${locale}/map`);
      expect(await tooWide(page)).toBeLessThanOrEqual(0);
      // before anything is scrolled, and while the map fills the window
      for (const at of ['.public-map', '.public-map figcaption']) {
        await page
          .locator(at)
          .first()
          .evaluate((element) => element.scrollIntoView({ block: 'start' }));
        await expect(page.locator('.map-caveat')).toBeInViewport({ ratio: 0.99 });
      }
      // structure and colours are the same in every language and at every width
      if (width === 360 || locale === 'hy') await accessible(page);
    }
  });

test('no colour of the map is green', async ({ page }) => {
  await page.goto('/en/map');
  const colours = await page.evaluate(() =>
    [...document.querySelectorAll('.public-map *')].flatMap((element) => {
      const { fill, stroke, backgroundColor } = getComputedStyle(element);
      return [fill, stroke, backgroundColor];
    }),
  );
  for (const colour of new Set(colours)) {
    const [r = 0, g = 0, b = 0] = (colour.match(/\d+(\.\d+)?/g) ?? []).map(Number);
    expect(g > r + 30 && g > b + 30, colour).toBe(false);
  }
});

test('moderators see classes and clues, others are refused what is theirs', async ({ browser, page }) => {
  for (const tier of ['moderator', 'organisation'])
    expect((await page.request.get(`/api/v1/risk/map?tier=${tier}&locale=en`)).status()).toBe(401);
  expect((await page.request.get('/api/v1/risk/version')).status()).toBe(401);
  const context = await signedIn(browser, 'moderator one');
  const map = await context.newPage();
  await map.route(/tile\.openstreetmap/, (route) => route.abort());
  await map.goto('/en/map');
  await expect(map.locator('.map-frame[data-ready=yes]')).toBeVisible();
  await expect(map.locator('path.map-look-danger-5')).toHaveCount(1);
  await expect(map.locator('path.map-look-unknown')).toHaveCount(1);
  await seesBothCaveats(map);
  const rows = await map.locator('#clues tbody tr').count();
  expect(rows).toBeGreaterThan(10);
  // without a connection an old layer does not pass for the live one
  const behind = map.getByText('this map may be older than what is known');
  await expect(behind).toBeHidden();
  await context.setOffline(true);
  await expect(behind).toBeVisible();
  await context.setOffline(false);
  await expect(behind).toBeHidden();
  await context.close();
});

test('the public map stays as it is until a batch, which an administrator can run by hand', async ({
  browser,
  page,
}) => {
  const read = async () => (await page.request.get('/api/v1/risk/map?tier=public&locale=en')).json();
  const before = await read();
  expect(
    (await page.request.post('/api/v1/risk/publications', { form: { audience: 'public', locale: 'en' } })).status(),
  ).toBe(401);
  expect((await read()).number).toBe(before.number);
  const context = await signedIn(browser, 'administrator');
  const batches = await context.newPage();
  await batches.goto('/en/map/batches');
  await batches.getByRole('button', { name: 'Publish for the public now' }).click();
  await expect(batches.getByRole('status')).toContainText('Published for the public.');
  expect((await read()).number).toBeGreaterThan(before.number);
  await context.close();
});

test('a report that two moderators make a clue reaches their open map in seconds, others with the next batch', async ({
  browser,
  request,
}) => {
  test.setTimeout(150_000);
  const one = await signedIn(browser, 'moderator one');
  const two = await signedIn(browser, 'moderator two');
  const member = await signedIn(browser, 'organisation member');
  const administrator = await signedIn(browser, 'administrator');
  const payload = async (context: BrowserContext, tier: string) =>
    (await context.request.get(`/api/v1/risk/map?tier=${tier}&locale=en`)).json();
  const rows = async () => {
    const [, ...clues] = parse(await (await member.request.get('/api/v1/datasets/clues.csv')).text(), {
      columns: true,
    });
    return clues as Record<string, string>[];
  };
  const squaresOf = ({ features }: { features: { look: string }[] }) =>
    features.filter(({ look }) => look === 'danger-public').length;

  const batches = await administrator.newPage();
  const publish = async () => {
    for (const audience of ['the public', 'organisations']) {
      await batches.goto('/en/map/batches');
      await batches.getByRole('button', { name: new RegExp(`Publish for ${audience} now`) }).click();
      await expect(batches.getByRole('status')).toContainText(`Published for ${audience}.`);
    }
  };
  // what other stories verified goes out before
  await publish();

  const map = await one.newPage();
  await map.route(/tile\.openstreetmap/, (route) => route.abort());
  await map.goto('/en/map');
  await expect(map.locator('.map-frame[data-ready=yes]')).toBeVisible();
  const version = Number(await map.locator('[data-map-version]').getAttribute('data-map-version'));
  const before = { public: await payload(member, 'public'), rows: await rows() };

  // far from every other clue, the banks of the Araz in the south; elsewhere and on another day when told again
  const turn = Date.now() % 200;
  const spot = { lng: Number((46.7 + turn / 1000).toFixed(4)), lat: 39.1204 };
  const day = `${2005 + (turn % 19)}-05-14`;
  const number = await send(request, {
    ...{ at: [spot.lng, spot.lat], metres: 60, kind: 'animal_accident', injured: 0 },
    date: { start: day, precision: 'day' },
    description: 'Two goats by the ford.',
    animals: [{ species: 'goat', countKilled: 2, causeBasis: 'crater' }],
  });

  const page = await one.newPage();
  await openCase(page, number);
  await page.keyboard.press('a');
  await expect(page.getByRole('status')).toContainText('in an incident now');
  await wordsRead(page);
  await page.keyboard.press('g');
  await page.getByLabel('Source', { exact: true }).selectOption('C');
  await page.getByLabel('Information', { exact: true }).selectOption('2');
  await page.getByLabel('Kind of source').selectOption('individual');
  await page.getByLabel('That something exploded is attested').check();
  await page.getByRole('button', { name: 'Save the grade' }).click();
  await expect(page.getByRole('status')).toContainText('The grade is saved');
  await page.keyboard.press('p');
  await expect(page.getByRole('status')).toContainText('A second person verifies it');
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Clue C-\d+/);
  const second = await two.newPage();
  await second.goto(page.url());
  await second.locator('#verify-section > summary').click();
  await second.getByRole('button', { name: 'Verify' }).click();
  const began = Date.now();
  await expect(map.locator('[data-map-version]')).not.toHaveAttribute('data-map-version', String(version), {
    timeout: 30_000,
  });
  console.log(`verified -> drawn anew on an open map: ${Date.now() - began} ms`);
  const live = await payload(one, 'moderator');
  expect(live.number).toBeGreaterThan(version);

  expect(await payload(member, 'public')).toEqual(before.public);
  expect(await rows()).toEqual(before.rows);
  await publish();
  expect(squaresOf(await payload(member, 'public'))).toBeGreaterThan(squaresOf(before.public));
  const added = (await rows()).filter(({ report_id }) => !before.rows.some((row) => row.report_id === report_id));
  expect(added).toHaveLength(1);
  expect(added[0]).toMatchObject({
    event_kind: 'animal_accident',
    date_start: day,
    lat: String(spot.lat),
    lon: String(spot.lng),
    uncertainty_m: '60',
    animals_killed: '2',
    killed: '',
    demonstration: 'DEMONSTRATION',
  });
  expect(JSON.stringify(added)).not.toContain('goats by the ford');
  await Promise.all([one, two, member, administrator].map((context) => context.close()));
});

import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { type Language, press, words } from './reporting.ts';

const receiptShape = /^(\w{4}-){3}\w{4}$/;
test.use({ viewport: { width: 360, height: 640 } });

async function throughDoor(page: Page, locale: Language, door: 'human' | 'animal' | 'know') {
  const { r } = await words(locale);
  await page.goto(`/${locale}/reports/new`);
  await press(page, r.safety.nobody);
  await page.getByRole('button', { name: r.door[door] }).click();
}

async function sendAndRead(page: Page, locale: Language) {
  const { r } = await words(locale);
  await press(page, r.check.send);
  const receipt = page.locator('[data-receipt]');
  await expect(receipt).toHaveText(receiptShape);
  await expect(page.getByText(r.practice.after)).toBeVisible();
  expect(page.url()).toMatch(new RegExp(`/${locale}/reports/new$`));
  expect(await page.title()).not.toContain((await receipt.textContent()) ?? '');
  return (await receipt.textContent()) ?? '';
}

for (const javaScriptEnabled of [false, true])
  test.describe(`English, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('what is refused stands at its field, and everything typed stays', async ({ page }) => {
      const { r, c, e } = await words('en');
      await throughDoor(page, 'en', 'know');
      await press(page, c.continue);
      await expect(page.getByRole('alert')).toContainText(e.kind_required);
      await page.getByRole('radio', { name: r.kind.hazard_sighting }).check();
      await press(page, c.continue);
      await press(page, c.continue);
      await page.getByRole('radio', { name: r.place.coordinates }).check();
      await page.getByLabel(r.place.coordinatesLabel).fill('46,7528; 39,8177');
      await press(page, c.continue);
      await expect(page.getByRole('alert')).toContainText(e.coordinates_swapped);
      await expect(page.getByLabel(r.place.coordinatesLabel)).toHaveValue('46,7528; 39,8177');
      await page.getByRole('link', { name: e.coordinates_swapped }).click();
      await expect(page.getByLabel(r.place.coordinatesLabel)).toBeFocused();
      await page.locator('[name=coordinatesMeant]').check();
      await press(page, c.continue);
      await press(page, c.continue);
      await page.getByRole('radio', { name: r.date.day, exact: true }).check();
      await page.locator('[name=day_d]').fill('31');
      await page.locator('[name=day_m]').selectOption('2');
      await page.locator('[name=day_y]').fill('2024');
      await press(page, c.continue);
      await expect(page.locator('#day_d-error')).toContainText(e.date_invalid);
      await expect(page.locator('[name=day_d]')).toHaveValue('31');
      await press(page, c.back);
      await press(page, c.back);
      await expect(page.getByLabel(r.place.coordinatesLabel)).toHaveValue('46,7528; 39,8177');
      await press(page, 'Azərbaycanca');
      await expect(page.locator('html')).toHaveAttribute('lang', 'az');
      await expect(page.locator('[name=coordinates]')).toHaveValue('46,7528; 39,8177');
    });

    test('somebody hurt now: the numbers, and no form before help was called', async ({ page }) => {
      const { r } = await words('en');
      await page.goto('/en/reports/new');
      await press(page, r.safety.somebody);
      await expect(page.locator('.call-first')).toContainText('102');
      await expect(page.locator('main :is(input, select, textarea):not([type=hidden], [name=website])')).toHaveCount(0);
      await press(page, r.hurt.called);
      await expect(page.locator('h1')).toHaveText(r.door.title);
    });
  });

/** To the last page with a place in words. */
async function toCheck(page: Page) {
  const { r, c } = await words('en');
  await throughDoor(page, 'en', 'human');
  await page.getByRole('radio', { name: r.place.words }).check();
  await page.getByLabel(r.place.wordsLabel).fill(`by the well ${Date.now()}`);
  await press(page, r.skipToEnd);
  await expect(page.locator('h1')).toHaveText(r.check.title);
  return { r, c };
}

test('a double click sends once; the same report again gives the same receipt, changed it is refused', async ({
  page,
}) => {
  const { r, c } = await toCheck(page);
  const fields = await page.locator('#answers').evaluate((form) => [...new FormData(form as HTMLFormElement)]);
  await page.getByRole('button', { name: r.check.send }).dblclick();
  const receipt = await page.locator('[data-receipt]').textContent();
  const again = new URLSearchParams([...(fields as [string, string][]), ['go', 'send']]).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await page.request.post('/en/reports/new', { data: again, headers });
  expect(await answer.text()).toContain(receipt);
  expect(answer.headers()['cache-control']).toContain('no-store');
  await page.goBack();
  await page.getByRole('button', { name: new RegExp(`^${c.change} .*${r.check.date}`) }).click();
  await page.getByRole('radio', { name: r.date.today }).check();
  await press(page, c.continue);
  await press(page, r.check.send);
  await expect(page.getByRole('alert')).toContainText((await words('en')).e.content_differs);
  await press(page, r.refused.asNew);
  expect(await sendAndRead(page, 'en')).not.toBe(receipt);
});

test('back and forward keep what was typed', async ({ page }) => {
  const { r, c } = await words('en');
  await throughDoor(page, 'en', 'human');
  await page.getByRole('radio', { name: r.place.words }).check();
  await page.getByLabel(r.place.wordsLabel).fill('near the bridge');
  await press(page, c.continue);
  await page.getByRole('radio', { name: r.date.year, exact: true }).check();
  await page.locator('[name=year_y]').fill('2021');
  await page.goBack();
  await expect(page.getByLabel(r.place.wordsLabel)).toHaveValue('near the bridge');
  await page.goForward();
  await expect(page.locator('[name=year_y]')).toHaveValue('2021');
});

test('too many from one network: told when to try again, answers kept', async ({ page }) => {
  const { r } = await toCheck(page);
  const fields = await page.locator('#answers').evaluate((form) => [...new FormData(form as HTMLFormElement)]);
  const data = new URLSearchParams([...(fields as [string, string][]), ['go', 'send']]).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '203.0.113.77' };
  let answer = await page.request.post('/en/reports/new', { data, headers });
  for (let i = 0; i < 45 && answer.status() === 200; i++)
    answer = await page.request.post('/en/reports/new', { data, headers });
  expect(answer.status()).toBe(429);
  expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
  const html = await answer.text();
  expect(html).toContain('by the well');
  expect(html).toContain(r.refused.kept);
});

test('what another site posts is refused on a page without its words, and a foreign seal shows what was typed', async ({
  page,
}) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' };
  const data = 'sealed=x&step=description&description=what+I+saw';
  for (const path of ['/ru/reports/new', '/ru/follow-up']) {
    const foreign = await page.request.post(path, { data, headers });
    expect(foreign.status()).toBe(403);
    const told = await foreign.text();
    expect(told).toContain((await words('ru')).r.refused.crossSite);
    expect(told).toContain(`href="${path}"`);
    expect(told).not.toContain('what I saw');
  }
  const own = await page.request.post('/en/reports/new', {
    data,
    headers: { ...headers, 'sec-fetch-site': 'same-origin' },
  });
  expect(own.status()).toBe(400);
  expect(await own.text()).toContain('what I saw');
});

test('a point on the map by keyboard, then a line tap by tap, with the map library fetched after the tap only', async ({
  page,
}) => {
  const { r, c } = await words('en');
  await page.route(/tile\.openstreetmap/, (route) => route.abort());
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await throughDoor(page, 'en', 'know');
  await page.getByRole('radio', { name: r.kind.hazard_sighting }).check();
  await press(page, c.continue);
  await press(page, c.continue);
  await page.getByRole('radio', { name: r.place.map }).check();
  expect(fetched.filter((path) => /leaflet|place-map/.test(path))).toEqual([]);
  await press(page, r.place.mapButton);
  await page.getByRole('application').press('Enter');
  await expect(page.locator('[name=pinLat]')).not.toHaveValue('');
  await press(page, r.place.another_know);
  await expect(page.locator('h1')).toHaveText(r.place.titleFurther);
  await page.getByRole('radio', { name: r.place.line }).check();
  await press(page, r.place.draw);
  const map = page.getByRole('application');
  for (const x of [60, 90]) await map.click({ position: { x, y: 80 } });
  await map.press('Enter');
  const drawn = page.locator('[data-drawn]:visible');
  await expect(drawn).toContainText('Points: 3');
  await press(page, r.place.undo);
  await expect(drawn).toContainText('Points: 2');
  await press(page, r.place.done);
  await expect(map).toBeHidden();
  await expect(page.getByRole('button', { name: r.place.draw })).toBeFocused();
  await expect(page.getByLabel(r.place.linePoints)).toHaveValue(/^(\d\d\.\d{5}, \d\d\.\d{5}\n?){2}$/);
  await press(page, r.skipToEnd);
  await expect(page.locator('.answers')).toContainText('A line of 2 points');
  await sendAndRead(page, 'en');
});

test('a receipt shows the state and withdraws the report', async ({ page }) => {
  await toCheck(page);
  const { r } = await words('en');
  const receipt = await sendAndRead(page, 'en');
  await page.goto('/en/follow-up');
  await page.getByLabel(r.followUp.label).fill('0000');
  await press(page, r.followUp.show);
  await page.getByRole('link', { name: (await words('en')).e.receipt_invalid }).click();
  await expect(page.getByLabel(r.followUp.label)).toBeFocused();
  await page.getByLabel(r.followUp.label).fill(receipt.toLowerCase());
  await press(page, r.followUp.show);
  await expect(page.getByText('received', { exact: true })).toBeVisible();
  await press(page, r.followUp.withdraw);
  await expect(page.getByText(r.followUp.withdrawn)).toBeVisible();
});

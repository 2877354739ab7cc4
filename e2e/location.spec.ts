import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { makePhoto } from '../lib/media/testing.ts';
import { accessible } from './accessible.ts';
import { send, wordsRead } from './cases.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

const shot = async (page: Page, name: string) => {
  if (!process.env.MINECLUE_SHOTS) return;
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${process.env.MINECLUE_SHOTS}/${name}.png`, fullPage: true });
};

test.describe
  .serial('where it was, and what came back from the ground', () => {
    test.setTimeout(120_000);
    let [one, two] = [] as unknown as [BrowserContext, BrowserContext];
    const reportId = randomUUID();
    let clueAddress = '';
    const [lng, lat] = [45.91 + Math.random() * 0.2, 40.05 + Math.random() * 0.1];

    test.beforeAll(async ({ browser }) => {
      one = await signedIn(browser, 'moderator one', { viewport: { width: 1280, height: 900 } });
      two = await signedIn(browser, 'moderator two', { viewport: { width: 1280, height: 900 } });
    });
    test.afterAll(async () => {
      await one.close();
      await two.close();
    });

    test('an offset is drawn as a wedge with its sum of errors, and saved with a reason', async ({ request }) => {
      await send(request, {
        ...{ reportId, kind: 'hazard_knowledge', injured: undefined, description: 'A fence along the old trench.' },
        ...{ at: [lng, lat], metres: 400 },
        date: { start: '1993-01-01', end: '1994-12-31', precision: 'range' },
        reporter: { type: 'former_resident', knowledgeBasis: 'own_observation' },
      });
      const page = await one.newPage();
      await page.goto(`/en/triage/location?report=${reportId}`);
      await expect(page.getByText('Claim A counts.')).toBeVisible();
      await page.getByLabel('From the place').fill('Kəlbəcər');
      await page.getByLabel('Distance', { exact: true }).fill('2');
      await page.getByRole('button', { name: 'Draw it' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Sum of errors' })).toContainText('direction 22.5°');
      await expect(page.locator('.desk-map .map-frame')).toHaveAttribute('data-ready', 'yes');
      await shot(page, 'desk-offset');
      await page.getByRole('button', { name: 'Add the claim' }).first().click();
      await expect(page.getByRole('alert').first()).toContainText('Give the reason');
      await page.getByLabel('Why there').first().fill('So he told it.');
      await page.getByRole('button', { name: 'Add the claim' }).first().click();
      await expect(page.getByText('Claim B counts.')).toBeVisible();
      await expect(page.getByRole('table', { name: 'Claims by letter' })).toContainText('direction');
      await page.close();
    });

    test('a line is given by its vertices; a swap is named; it becomes a fence with its error, not its length', async () => {
      const page = await one.newPage();
      await page.goto(`/en/triage/location?report=${reportId}`);
      await page.getByLabel('Shape').first().selectOption('line');
      await page.getByLabel('Coordinates, one vertex per line').fill(`${lng} ${lat}\n${lng + 0.02} ${lat}`);
      await page.getByLabel('Error, metres').fill('150');
      await page.getByLabel('Why there').last().fill('He drew the fence on a map.');
      await page.getByRole('button', { name: 'Add the claim' }).last().click();
      await expect(page.getByRole('alert').first()).toContainText('swapped');
      await page
        .getByLabel('Coordinates, one vertex per line')
        .fill(`${lat.toFixed(5)}, ${lng.toFixed(5)}\n${lat.toFixed(5)}, ${(lng + 0.02).toFixed(5)}`);
      await page.getByLabel('Control points: x y').fill('1 1 = 40.1, 46.0');
      await page.getByRole('button', { name: 'Add the claim' }).last().click();
      await expect(page.getByText('Claim C counts.')).toBeVisible();
      await expect(page.getByLabel('Control points: x y')).toHaveValue('1 1 = 40.1, 46.0');
      await expect(page.getByText('± 150 m · class B')).toBeVisible();
      // pixels of 0.0001 degrees: the same place read off a sketch
      const marks = [
        [0, 0],
        [200, 5],
        [195, 150],
        [8, 140],
      ].map(([x, y]) => `${x} ${y} = ${(lat + 0.01 - y! / 1e4).toFixed(5)}, ${(lng - 0.01 + x! / 1e4).toFixed(5)}`);
      await page.getByLabel('Control points: x y').fill(marks.join('\n'));
      await page.getByLabel('The feature on the image').fill('100 100');
      await page.getByRole('button', { name: 'Fit the image' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'RMSE' })).toContainText('Error with datum and drawing');
      await expect(page.getByRole('table', { name: 'Residual of each' })).toBeVisible();
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await accessible(page);
        await shot(page, `desk-${width}`);
      }
      await page.goto(`/hy/triage/location?report=${reportId}`);
      await shot(page, 'desk-hy');
      await page.close();
    });

    test('a sketch is sent, placed by clicks on it and on the map, and the claim remembers it', async ({
      page: visitor,
    }) => {
      const page = await one.newPage();
      await page.goto(`/en/triage/location?report=${reportId}`);
      const upload = async (name: string, mimeType: string, buffer: Buffer) => {
        await page.getByLabel('Image of the map or sketch').setInputFiles({ name, mimeType, buffer });
        await page.getByRole('button', { name: 'Send the image' }).click();
      };
      await upload('sketch.png', 'image/png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
      await expect(page.getByText('An SVG drawing cannot be taken.')).toBeVisible();
      const points = page.getByLabel('Control points: x y');
      await points.fill('1 1 = 40.1, 46.0');
      await upload('sketch.png', 'image/png', await makePhoto({ width: 400, height: 300, format: 'png' }));
      const image = page.getByRole('img', { name: 'Image 1' });
      await expect(image).toBeVisible();
      await expect(points).toHaveValue('1 1 = 40.1, 46.0');
      const more = '1 1 = 40.1, 46.0\n2 2 = 40.2';
      await points.fill(more);
      await page.getByRole('button', { name: 'Draw it' }).click();
      await expect(page.getByText('No such place is known.').first()).toBeVisible();
      await expect(points).toHaveValue(more);
      await points.fill('3 3 = 40.1, 46.0');
      await page.getByRole('button', { name: 'Image 1' }).click();
      await expect(points).toHaveValue('3 3 = 40.1, 46.0');
      await points.fill('');
      const map = page.getByRole('application', { name: 'Map for control points' });
      await expect(page.locator('.scan-sides .map-frame')).toHaveAttribute('data-ready', 'yes');
      const [sheet, ground] = [(await image.boundingBox())!, (await map.boundingBox())!];
      const scale = sheet.width / 400;
      for (const [x, y] of [
        [40, 30],
        [200, 60],
        [120, 180],
      ] as const) {
        await image.click({ position: { x: x * scale, y: y * scale } });
        await expect(page.getByText('Now click the same point')).toBeVisible();
        await map.click({ position: { x: ground.width * 0.3 + x, y: ground.height * 0.2 + y } });
      }
      await expect(page.getByLabel('Control points: x y')).toHaveValue(
        /^(39|40) (29|30) = \d+\.\d{5}, .*\n(199|200) (59|60) = .*\n(119|120) (179|180) = .*$/,
      );
      await page.getByLabel('The feature', { exact: true }).check();
      await image.click({ position: { x: 110 * scale, y: 90 * scale } });
      await expect(page.getByLabel('The feature on the image')).toHaveValue(/^(109|110) (89|90)$/);
      await page.getByRole('button', { name: 'Fit the image' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'RMSE' })).toContainText('500 m is assumed');
      await expect(page.getByRole('table', { name: 'Residual of each' }).getByRole('row')).toHaveCount(4);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await accessible(page);
        await shot(page, `desk-scan-${width}`);
      }
      await page.locator('#scan-reason').fill('He marked it on his sketch.');
      await page
        .locator('section', { has: page.locator('#scan-title') })
        .getByRole('button', { name: 'Add the claim' })
        .click();
      await expect(
        page.getByRole('table', { name: 'Claims by letter' }).getByRole('button', { name: 'Image 1' }),
      ).toBeVisible();
      const address = (await image.getAttribute('src'))!;
      const served = await page.request.get(address);
      expect([served.status(), served.headers()['cache-control']]).toEqual([200, 'private, no-store']);
      expect((await visitor.request.get(address)).status()).toBe(401);
      await page.getByText('Remove image 1').click();
      await page.getByLabel('Why it is removed').fill('A list of names is on it.');
      await page.getByRole('button', { name: 'Delete image 1 for good' }).click();
      await expect(page.getByText('The image is deleted.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Image 1' })).toHaveCount(0);
      await expect(points).toHaveValue(/^(39|40) (29|30) = /);
      await page.close();
    });

    test('it is proposed, verified, and official feedback is recorded and confirmed by another', async () => {
      const page = await one.newPage();
      await page.goto(`/en/triage?state=all&report=${reportId}`);
      await page.keyboard.press('a');
      await expect(page.getByRole('status')).toContainText('in an incident now');
      await wordsRead(page);
      await page.keyboard.press('g');
      await page.getByLabel('Source', { exact: true }).selectOption('C');
      await page.getByLabel('Information', { exact: true }).selectOption('2');
      await page.getByLabel('Kind of source').selectOption('individual');
      await page.getByRole('button', { name: 'Save the grade' }).click();
      await expect(page.getByRole('status')).toContainText('The grade is saved');
      await page.keyboard.press('p');
      await expect(page.getByRole('status')).toContainText('A second person verifies it');
      await page.keyboard.press('v');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/Clue C-\d+/);
      clueAddress = page.url();
      const other = await two.newPage();
      await other.goto(clueAddress);
      await other.locator('#verify-section > summary').click();
      await other.getByRole('button', { name: 'Verify' }).click();
      await expect(other.getByRole('status')).toContainText('verified by desk review');

      await page.goto(clueAddress);
      await page.locator('#feedback-section > summary').click();
      await page.getByLabel('Authority or operator').fill('Agency for tests');
      await page.getByLabel('Document (number or title)').fill('CR-7');
      await page.getByLabel('Outcome').selectOption('not_found');
      await page.getByLabel('Completed on').fill('2025-05-01');
      const corner = (north: number, east: number) => `${(lat + north).toFixed(5)}, ${(lng + east).toFixed(5)}`;
      await page
        .getByLabel('Corners of the polygon')
        .fill([corner(-0.003, -0.004), corner(-0.003, 0.01), corner(0.003, 0.01), corner(0.003, -0.004)].join('\n'));
      await page.getByRole('button', { name: 'Record feedback' }).click();
      await expect(page.getByRole('status')).toContainText('A second person confirms it');
      await expect(page.getByText(/Recorded, not counted: “not found” counts only when/)).toBeVisible();
      await page.getByRole('button', { name: 'Confirm' }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'You recorded this' })).toBeVisible();
      await other.goto(clueAddress);
      await other.getByRole('button', { name: 'Confirm' }).click();
      await expect(other.getByRole('status')).toContainText('The danger layer follows');
      for (const width of [360, 1280]) {
        await other.setViewportSize({ width, height: 900 });
        await accessible(other);
        await shot(other, `clue-${width}`);
      }
      await other.goto('/en/clues/reliability');
      await expect(other.getByRole('table', { name: 'Reliability by type' })).toContainText('n too small to tell');
      await accessible(other);
      await shot(other, 'reliability');
      await page.close();
      await other.close();
    });

    test('a visitor is asked to sign in, and finds no clue', async ({ page }) => {
      await page.goto('/en/clues/reliability');
      await expect(page).toHaveURL(/sign-in/);
      await page.goto(`/en/triage/location?report=${reportId}`);
      await expect(page).toHaveURL(/sign-in/);
      expect((await page.goto(clueAddress))?.status()).toBe(404);
    });
  });

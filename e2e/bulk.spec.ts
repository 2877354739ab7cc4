import type { BrowserContext, Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

const columns =
  'id,date,date_precision,place_en,place_az,district,lat,lon,coord_precision,gazetteer_id,killed,injured,victim_category,activity,device_class,animal_involved,animal_species,animals_killed,animals_injured,publisher,publisher2,confidence,conflict';
const village = 'Alibayli,Əlibəyli,Tovuz,40.94001,45.48895,village_centroid,wof:1209142519';
const csv = [
  columns,
  `E-1,2019-05-05,day,${village},1,0,civilian,grazing,AP mine,no,,,,first.example,,high,`,
  `E-2,2019-05-05,day,${village},2,0,civilian,grazing,AP mine,no,,,,second.example,,high,`,
  'E-3,2019-06,month,,,,,,none,,0,1,civilian,grazing,mine,no,,,,first.example,,low,',
  'E-4,2019-13-05,day,Nowhere,,,,,none,,0,1,civilian,,mine,no,,,,first.example,,low,',
].join('\n');

const press = async (page: Page, key: string, then: string) => {
  await page.keyboard.press(key);
  await expect(page.getByRole('status')).toContainText(then);
};

test.describe
  .serial('a list of published events and two moderators', () => {
    test.setTimeout(120_000);
    let [one, two] = [] as unknown as [BrowserContext, BrowserContext];
    let address = '';
    test.beforeAll(async ({ browser }) => {
      one = await signedIn(browser, 'moderator one', { viewport: { width: 1280, height: 900 } });
      two = await signedIn(browser, 'moderator two', { viewport: { width: 1280, height: 900 } });
    });
    test.afterAll(async () => {
      await one.close();
      await two.close();
    });

    test('is closed to visitors', async ({ page }) => {
      for (const path of ['/en/triage/bulk', '/en/triage/verify']) {
        await page.goto(path);
        await expect(page).toHaveURL(/\/accounts\/sign-in/);
      }
    });

    test('is checked, brought in, decided by one key a row, graded and proposed', async () => {
      const page = await one.newPage();
      await page.goto('/en/triage/bulk');
      const file = { name: 'news.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
      await page.getByLabel('CSV file').setInputFiles(file);
      await page.getByLabel('Name of the list').fill(`news-${Date.now()}`);
      await page.getByRole('button', { name: 'Check the file' }).click();
      await expect(page.getByText('4 rows read: 2 located, 1 without a place.')).toBeVisible();
      await expect(page.getByRole('row', { name: /E-4/ })).toContainText('date: 2019-13-05');
      await page.getByRole('button', { name: 'Bring 3 reports in' }).click();
      await expect(page.getByRole('status')).toContainText('are reports now');
      address = page.url();
      await expect(page.getByRole('heading', { level: 2 })).toContainText('E-1');
      await page.waitForLoadState('networkidle');
      await press(page, 'n', 'Decided');
      await expect(page.getByRole('heading', { level: 2 })).toContainText('E-2');
      await expect(page.getByRole('button', { name: /Same event: into I-/ })).toBeVisible();
      await press(page, 's', 'Decided');
      await expect(page.getByRole('heading', { level: 2 })).toContainText('E-3');
      await press(page, 'x', 'Decided');
      await expect(page.getByText('2 texts to read')).toBeVisible();
      await press(page, 'w', 'The texts are read');
      await expect(page.getByText('to read')).toHaveCount(0);
      await page.getByText('Grade 2 rows at once').click();
      await page.getByLabel('Source', { exact: true }).selectOption('C');
      await page.getByLabel('Information', { exact: true }).selectOption('2');
      await page.getByLabel('That something exploded is attested').check();
      await page.getByRole('button', { name: 'Grade them' }).click();
      await expect(page.getByRole('status')).toContainText('The rows are graded');
      await press(page, 'p', 'What was ready is proposed');
      await expect(page.locator('.bulk-rows > li').filter({ hasText: 'E-2' })).toContainText('proposed');
      await page.close();
    });

    test('is not for its proposer to verify; another verifies in a row, one key each', async () => {
      const mine = await one.newPage();
      await mine.goto('/en/triage/verify');
      await expect(mine.getByText(/more (is|are) for others/)).toBeVisible();
      await mine.close();
      const page = await two.newPage();
      await page.goto('/en/triage/verify');
      const before = await page.locator('.bulk-rows > li').count();
      expect(before).toBeGreaterThan(0);
      await page.waitForLoadState('networkidle');
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await accessible(page);
      }
      await page.locator('.bulk-rows a').last().click();
      await expect(page.getByText('also told:').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      await press(page, 'v', 'The clue is verified');
      await expect(page.locator('.bulk-rows > li')).toHaveCount(before - 1);
      await page.close();
    });

    for (const width of [360, 1280])
      test(`the list at ${width} px: nothing for axe to say, nothing sticks out`, { tag: '@once' }, async () => {
        const page = await one.newPage();
        await page.setViewportSize({ width, height: 900 });
        for (const locale of ['en', 'hy'])
          for (const path of ['/triage/bulk', new URL(address).pathname.replace('/en', '') + new URL(address).search]) {
            await page.goto(`/${locale}${path}`);
            await accessible(page);
          }
        await page.close();
      });
  });

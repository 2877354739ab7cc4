import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { loadMessages } from '../lib/i18n/messages.ts';
import { makePhoto } from '../lib/media/testing.ts';
import { accessible, tooWide } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

const gps = { lat: [39, 48, 0], lng: [46, 45, 0] } as { lat: [number, number, number]; lng: [number, number, number] };
const pictures = process.env.MINECLUE_PICTURES;
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};
const file = (name: string, buffer: Buffer, mimeType = 'image/jpeg') => ({ name, mimeType, buffer });

async function press(page: Page, name: string) {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.getByRole('button', { name, exact: true }).first().click();
}

/** To the page that asks for photos, by the shortest way that passes it. */
async function toPhotos(page: Page, locale: 'az' | 'hy' | 'ru' | 'en') {
  const { reports: r, common: c } = await loadMessages(locale);
  await page.goto(`/${locale}/reports/new`);
  await press(page, r.safety.nobody);
  await page.getByRole('button', { name: r.door.animal }).click();
  await page.getByRole('radio', { name: r.place.coordinates }).check();
  await page.getByLabel(r.place.coordinatesLabel).fill('39.81, 46.76');
  for (let i = 0; i < 15; i += 1) {
    await press(page, c.continue);
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    if ((await page.locator('[name=step]').inputValue()) === 'photos') return { r, c };
  }
  throw new Error('no page asks for photos');
}

test.describe('photos in a report, without JavaScript', () => {
  test.use({ viewport: { width: 360, height: 640 }, javaScriptEnabled: false });

  test('two photos go along, a drawing and a torn file do not, the camera’s place only if wanted', async ({ page }) => {
    const { r, c } = await toPhotos(page, 'hy');
    const { errors: e } = await loadMessages('hy');
    await expect(page.locator('main')).toContainText(r.photos.only);
    await picture(page, 'media-photos-empty-hy');
    const torn = (await makePhoto({ seed: 5 })).subarray(0, 2000);
    await page
      .locator('[name=photo]')
      .setInputFiles([
        file('a.jpg', await makePhoto({ gps })),
        file('b.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
        file('c.jpg', torn),
      ]);
    await press(page, c.continue);
    await expect(page.getByRole('alert')).toContainText(e.photo_svg);
    await expect(page.locator('main')).toContainText(e.photo_broken);
    await expect(page.locator('.photo-list img')).toHaveCount(1);
    await expect(page.locator('#photos')).toHaveAttribute('aria-invalid', 'true');
    await page
      .locator('[name=photo]')
      .setInputFiles([
        file('d.png', await makePhoto({ seed: 7, format: 'png' }), 'image/png'),
        file('e.webp', await makePhoto({ seed: 11, format: 'webp' }), 'image/webp'),
      ]);
    await page.getByRole('checkbox').check();
    await press(page, r.photos.add);
    await expect(page.locator('.photo-list img')).toHaveCount(3);
    await expect(page.getByRole('checkbox')).toBeChecked();
    await page.locator('button[value^=removePhoto]').nth(2).click();
    await expect(page.locator('.photo-list img')).toHaveCount(2);
    await picture(page, 'media-photos-hy');
    const thumbnail = await page.locator('.photo-list img').first().getAttribute('src');
    const small = Buffer.from(thumbnail!.split(',')[1]!, 'base64');
    expect((await sharp(small).metadata()).exif).toBeUndefined();
    await press(page, c.continue);
    await press(page, c.continue);
    await page.locator('[name=shareWithNgos]').check();
    await page.locator('[name=photoUse]').check();
    await press(page, c.continue);
    await expect(page.locator('.answers')).toContainText('2 լուսանկար');
    await expect(page.locator('main')).toContainText(r.photos.remembers);
    await picture(page, 'media-check-hy');
    await press(page, r.check.send);
    await expect(page.locator('[data-receipt]')).toBeVisible();
  });
});

test.describe('photos in a report, with JavaScript', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('a large photo is made smaller on the phone and keeps its place to ask about', async ({ page }) => {
    const { r } = await toPhotos(page, 'en');
    const large = await makePhoto({ width: 3200, height: 2400, gps });
    const sent: number[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.postDataBuffer()?.length ?? 0);
    });
    await page.locator('[name=photo]').setInputFiles([file('large.jpg', large)]);
    await press(page, r.photos.add);
    await expect(page.locator('.photo-list img')).toHaveCount(1);
    await expect(page.getByRole('checkbox')).not.toBeChecked();
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    await accessible(page);
    await picture(page, 'media-photos-en');
  });
});

test.describe
  .serial('a photo that a moderator redacts', () => {
    test.setTimeout(120_000);

    test('blurred until wanted, a box by hand and one by numbers, and the copy that goes out has neither face nor EXIF', async ({
      browser,
      page,
    }) => {
      const { r, c } = await toPhotos(page, 'en');
      await page.locator('[name=photo]').setInputFiles([file('a.jpg', await makePhoto({ gps, seed: 3 }))]);
      await press(page, c.continue);
      await press(page, c.continue);
      await press(page, c.continue);
      await page.locator('[name=shareWithNgos]').check();
      await page.locator('[name=photoUse]').check();
      await press(page, c.continue);
      await press(page, r.check.send);
      await expect(page.locator('[data-receipt]')).toBeVisible();

      const moderator = await signedIn(browser, 'moderator one', { viewport: { width: 1280, height: 900 } });
      const desk = await moderator.newPage();
      await desk.goto('/en/triage?state=submitted&kind=animal_accident');
      await desk.getByRole('link', { name: /R-\d+/ }).last().click();
      await expect(desk.locator('.case-photos img')).toHaveCount(1);
      await expect(desk.locator('.case-photos img')).toHaveCSS('filter', /blur/);
      await desk.locator('.case-photos label').click();
      await expect(desk.locator('.case-photos img')).toHaveCSS('filter', 'none');
      await picture(desk, 'media-case-en');
      const own = (await desk.getByRole('region', { name: 'Case' }).textContent())!.match(/R-\d+/)![0];
      await desk.goto(`/en/triage/twin?a=${own}&b=R-1`);
      await expect(desk.getByRole('article', { name: own }).locator('.case-photos img')).toHaveCSS('filter', /blur/);
      await desk.goBack();
      await desk.locator('.case-photos a').click();
      await expect(desk.locator('h1')).toContainText('Photo 1');
      const show = desk.getByRole('button', { name: 'Show', exact: true });
      await expect(async () => {
        await show.click({ timeout: 1000 });
        await expect(show).toHaveCount(0, { timeout: 500 });
      }).toPass();
      await desk.locator('.boxes-frame').scrollIntoViewIfNeeded();
      const frame = (await desk.locator('.boxes-frame').boundingBox())!;
      await desk.mouse.move(frame.x + frame.width * 0.25, frame.y + frame.height * 0.25);
      await desk.mouse.down();
      await desk.mouse.move(frame.x + frame.width * 0.5, frame.y + frame.height * 0.5, { steps: 4 });
      await desk.mouse.up();
      await expect(desk.locator('.box-fields')).toHaveCount(1);
      await desk.getByRole('button', { name: 'Add a box' }).press('Enter');
      const typed = desk.locator('.box-fields').nth(1);
      for (const [name, value] of [
        ['From left', '200'],
        ['From top', '10'],
        ['Width', '60'],
        ['Height', '40'],
      ] as const)
        await typed.getByLabel(name).fill(value);
      await picture(desk, 'media-boxes-en');
      await accessible(desk);
      await desk.getByRole('button', { name: 'Save: reviewed with these boxes' }).click();
      await expect(desk.locator('.redaction-out')).toBeVisible();
      const source = await desk.locator('.redaction-out').getAttribute('src');
      const answer = await moderator.request.get(source!);
      expect(answer.headers()['cache-control']).toContain('no-store');
      const out = await answer.body();
      const { exif, width, height } = await sharp(out).metadata();
      expect([exif, width, height]).toEqual([undefined, 320, 240]);
      for (const [left, top] of [
        [120, 90],
        [230, 30],
      ] as const) {
        const [red, green, blue] = await sharp(out).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
        expect(Math.max(Math.abs(red! - 27), Math.abs(green! - 36), Math.abs(blue! - 48))).toBeLessThan(14);
      }
      expect((await page.request.get(source!)).status()).toBe(401);
      await desk.getByRole('button', { name: 'Undo the last step' }).click();
      await expect(desk.locator('.redaction-out')).toHaveCount(0);
      await desk.setViewportSize({ width: 360, height: 700 });
      expect(await tooWide(desk)).toBeLessThanOrEqual(0);
      await picture(desk, 'media-boxes-360');
      await moderator.close();
    });
  });

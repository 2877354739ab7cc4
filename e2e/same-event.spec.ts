import { openCase, send } from './cases.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

test('a candidate for the same event is lit on the map for whoever points at it or walks the list by keys', async ({
  browser,
  request,
}) => {
  const [lng, lat] = [46.4 + Math.random() * 0.2, 39.15 + Math.random() * 0.2];
  const numbers: number[] = [];
  for (const east of [0, 0.002]) {
    const date = { start: '2024-05-21', precision: 'day' };
    numbers.push(await send(request, { at: [lng + east, lat], metres: 300, date }));
  }
  const context = await signedIn(browser, 'moderator one', { viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await openCase(page, numbers[0] as number);
  const candidate = page.getByRole('link', { name: `R-${numbers[1]}`, exact: true });
  await expect(candidate).toBeVisible();
  await expect(page.locator('.map-selected')).toHaveCount(0);
  await candidate.hover();
  await expect(page.locator('.map-selected').first()).toBeAttached();
  await page.mouse.move(2, 2);
  await page.getByRole('link', { name: `Compare with R-${numbers[1]}` }).focus();
  await expect(page.locator('.map-selected').first()).toBeAttached();
  await page.screenshot({ path: process.env.MINECLUE_SHOT ?? test.info().outputPath('lit.png') });
  await context.close();
});

import { accessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

test('a moderator sees where to ask next, and what the danger of a place is made of', async ({
  browser,
  page: visitor,
}) => {
  await visitor.goto('/en/map/questions');
  await expect(visitor).toHaveURL(/sign-in/);

  const context = await signedIn(browser, 'moderator one', { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/en/map');
  await page.getByRole('link', { name: /Where to ask next/ }).click();
  const list = page.getByRole('table', { name: 'Settlements to ask about' });
  await expect(list.getByRole('row').nth(5)).toBeVisible();

  await list.getByRole('link').first().click();
  const parts = page.getByRole('table', { name: 'What the danger here is made of' });
  await expect(parts.getByRole('link').first()).toHaveAttribute('href', /\/en\/clues\//);
  const shares = (await parts.locator('tbody td:last-child').allTextContents()).map((text) =>
    Number.parseInt(text, 10),
  );
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(95);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThan(105);

  await page.getByLabel('Position').fill('nowhere');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('This position cannot be read')).toBeVisible();

  for (const [locale, width] of [
    ['en', 1280],
    ['hy', 360],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/${locale}/map/questions?at=39.6, 47.0`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (process.env.MINECLUE_PICTURES) await page.screenshot({ path: `${process.env.MINECLUE_PICTURES}/questions-${locale}.png`, fullPage: true }); // biome-ignore format: to look at
  }
  const live = await (await signedIn(browser, 'moderator one')).newPage();
  await live.goto('/en/map/questions?at=39.6, 47.0');
  await accessible(live);
  await context.close();
});

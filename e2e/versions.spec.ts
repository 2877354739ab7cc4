import { accessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

test('a moderator computes a stored version of the danger layer again, and compares two', async ({
  browser,
  page: visitor,
}) => {
  await visitor.goto('/en/map/versions');
  await expect(visitor).toHaveURL(/sign-in/);

  const context = await signedIn(browser, 'moderator one');
  const page = await context.newPage();
  await page.goto('/en/map');
  await page.getByRole('link', { name: 'Versions of the danger layer' }).click();
  await page
    .getByRole('button', { name: /^Compute version \d+ again$/ })
    .first()
    .click();
  await expect(page.getByRole('status')).toContainText('It came out the same to the last byte.');

  const newest = page.getByRole('radio', { name: /^Compare to version/ }).first();
  await newest.check();
  await page
    .getByRole('radio', { name: /^Compare from version/ })
    .last()
    .check();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('status')).toContainText(/cells? (has|have) another class or state/);

  const there = page.url().replace('/en/', '/hy/');
  await page.setViewportSize({ width: 360, height: 900 });
  await page.goto(there);
  await accessible(page);
  if (process.env.MINECLUE_PICTURES) await page.screenshot({ path: `${process.env.MINECLUE_PICTURES}/versions-hy.png`, fullPage: true }); // biome-ignore format: to look at
  await context.close();
});

import type { Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

const shot = async (page: Page, name: string) => {
  if (!process.env.MINECLUE_SHOTS) return;
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${process.env.MINECLUE_SHOTS}/${name}.png`, fullPage: true });
};

test('a minefield record is entered, placed with its errors, and accepted by another', async ({
  browser,
  page: visitor,
}) => {
  test.setTimeout(120_000);
  const one = await signedIn(browser, 'moderator one', { viewport: { width: 1280, height: 900 } });
  const two = await signedIn(browser, 'moderator two', { viewport: { width: 1280, height: 900 } });
  const page = await one.newPage();
  const documentId = `Form ${Date.now()}`;
  await page.goto('/en/triage');
  await page.getByRole('link', { name: 'Minefield records' }).click();
  await page.getByRole('link', { name: 'Enter a record' }).click();
  await page.getByLabel('Number or title of the document').fill(documentId);
  await page.getByLabel('Scale (optional)').fill('50000');
  await page.getByLabel('Reference point, coordinates').fill('39.80000, 46.70000');
  await page.getByLabel('Shape').selectOption('polygon');
  await page.getByLabel('The first leg').selectOption('yes');
  await page.getByLabel('Bearings and distances').fill('north 200');
  await page.getByRole('button', { name: 'Propose the record' }).click();
  await expect(page.getByRole('alert').first()).toContainText('through whose hands');
  await page.getByLabel('Chain of custody').fill('Engineer company, archive, agency');
  await page.getByRole('button', { name: 'Propose the record' }).click();
  await expect(page.getByRole('alert').first()).toContainText('one leg per line');
  await expect(page.getByLabel('Number or title of the document')).toHaveValue(documentId);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await accessible(page);
    await shot(page, `record-form-${width}`);
  }
  await page.getByLabel('Bearings and distances').fill('90 300\n0 200\n90 400\n180 200\n270 400');
  await page.getByLabel('Types and counts').fill('PMN-2, 120');
  await page.getByLabel('Laid from').fill('1993');
  await page.getByRole('button', { name: 'Propose the record' }).click();
  await expect(page.getByRole('status')).toContainText('A second person accepts it');
  await expect(page.getByText('Sum of errors')).toBeVisible();
  await page.getByRole('button', { name: 'Accept the record' }).click();
  await expect(page.getByRole('alert').first()).toContainText('You recorded this');

  const other = await two.newPage();
  await other.goto(page.url());
  await other.getByText('Send the record back').first().click();
  await other.locator('#send_back_record-reason').fill('The depth of the field is 300 m in the form.');
  await other.getByRole('button', { name: 'Send the record back' }).click();
  await expect(other.getByRole('status')).toContainText('It can be corrected');
  await page.reload();
  await page.getByRole('link', { name: 'Correct this record' }).click();
  await expect(page.getByLabel('Number or title of the document')).toHaveValue(documentId);
  await page.getByLabel('Bearings and distances').fill('90 300\n0 300\n90 400\n180 300\n270 400');
  await page.getByRole('button', { name: 'Propose the record' }).click();
  await expect(page.getByLabel('What was wrong')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('What was wrong').fill('The depth of the field.');
  await shot(page, 'record-correct');
  await page.getByRole('button', { name: 'Propose the record' }).click();
  await expect(page.getByText('Corrects: ')).toContainText('sent back');
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Accept the record' }).click();
  await expect(other.getByRole('status')).toContainText('The danger layer follows');
  await expect(other.getByText('PMN-2: 120')).toBeVisible();
  for (const width of [360, 1280]) {
    await other.setViewportSize({ width, height: 900 });
    await accessible(other);
    await shot(other, `record-${width}`);
  }
  const address = other.url();
  if (process.env.MINECLUE_SHOTS) {
    await other.goto(address.replace('/en/', '/hy/'));
    await shot(other, 'record-hy');
  }
  await other.goto('/en/records');
  const rows = other.getByRole('row').filter({ hasText: documentId });
  await expect(rows.nth(0)).toContainText('accepted');
  await expect(rows.nth(1)).toContainText('replaced by a correction');
  await other.setViewportSize({ width: 360, height: 900 });
  await accessible(other);
  await shot(other, 'records-360');
  await visitor.goto(address);
  await expect(visitor).toHaveURL(/sign-in/);
  await one.close();
  await two.close();
});

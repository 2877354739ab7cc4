import { randomUUID } from 'node:crypto';
import { accessible, tooWide } from './accessible.ts';
import { openCase, send, somewhere } from './cases.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

const words = 'Vüqar müəllim tapıb, zəng edin (050) 555-12-34, dəyirmanın yanında.';

test('words of a report: each mark by one key, a selected word, undone again', async ({ browser, request }) => {
  test.setTimeout(90_000);
  const reportId = randomUUID();
  const number = await send(request, {
    ...{ reportId, language: 'az', description: words, at: somewhere(46.4, 40.0, 0.1), metres: 400 },
    date: { start: '2021-04-11', precision: 'day' },
  });
  const moderator = await signedIn(browser, 'moderator one', { viewport: { width: 1280, height: 900 } });
  const page = await moderator.newPage();
  await openCase(page, number);
  const desk = page.getByRole('region', { name: 'Case' });
  await expect(desk.getByText('2 marks undecided')).toBeVisible();
  await expect(desk.locator('mark')).toHaveText(['Vüqar müəllim', '(050) 555-12-34']);
  await desk.getByRole('link', { name: 'Redact the words' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`R-${number}`);
  const main = page.locator('main');
  const phone = page.getByRole('group', { name: /Telephone number/ });
  await expect(async () => {
    await page.keyboard.press('k');
    await expect(page.getByRole('group', { name: /^Name/ }).getByLabel('Keep')).toBeChecked({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('h');
  await expect(phone.getByLabel('Hide')).toBeChecked();
  await page.evaluate(() => {
    const label = [...document.querySelectorAll('.text-words label')].find((one) => one.textContent === 'dəyirmanın')!;
    document.getSelection()!.selectAllChildren(label);
  });
  await page.keyboard.press('h');
  await expect(page.getByLabel('dəyirmanın', { exact: true })).toBeChecked();
  await accessible(page);
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('status')).toContainText('decisions saved');
  await expect(main.locator('blockquote')).toHaveText('Vüqar müəllim tapıb, zəng edin […], […] yanında.');
  await page.goto(`/hy/triage/text/${reportId}`);
  await page.setViewportSize({ width: 360, height: 700 });
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
  await page.goto(`/en/triage/text/${reportId}`);
  await page.getByRole('button', { name: 'Undo the last step' }).click();
  await expect(page.getByText('2 marks undecided')).toBeVisible();
  await expect(main.locator('blockquote')).toHaveCount(0);
  await moderator.close();
});

import { accessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

test('the mapping to evidence classes: refused without a reason, saved with one, and the older brought back', async ({
  browser,
}) => {
  const administrator = await signedIn(browser, 'administrator', { viewport: { width: 1280, height: 900 } });
  const page = await administrator.newPage();
  await page.goto('/en/accounts/evidence-table');
  const first = page.getByRole('combobox').first();
  const before = await first.inputValue();
  const other = before === 'none' ? 'indirect' : 'none';
  await first.selectOption(other);
  await page.getByRole('button', { name: 'Show what would change' }).click();
  const effect = page.getByRole('region', { name: 'What would change' });
  await effect.getByLabel('Reason').fill('   ');
  await effect.getByRole('button').click();
  await expect(page.getByText('Give the reason').first()).toBeVisible();
  await expect(effect.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true');
  await expect(first).toHaveValue(other);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await accessible(page);
    if (process.env.MINECLUE_SHOTS)
      await page.screenshot({ path: `${process.env.MINECLUE_SHOTS}/evidence-table-${width}.png`, fullPage: true });
  }
  await effect.getByLabel('Reason').fill('As the programme classes it.');
  await effect.getByRole('button').click();
  await expect(page.getByRole('status').first()).toBeVisible();
  await expect(page.getByText('As the programme classes it.').first()).toBeVisible();
  await expect(first).toHaveValue(other);
  // the field's own again, for whoever comes after
  const versions = page.getByRole('region', { name: 'Versions' });
  await versions.getByLabel('Version').selectOption('0');
  await versions.getByLabel('Reason').fill('Only tried.');
  await versions.getByRole('button', { name: 'Bring an older version back' }).click();
  await expect(first).toHaveValue(before);
  await administrator.close();
});

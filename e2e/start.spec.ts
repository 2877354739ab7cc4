import { expect, test } from './fixtures.ts';

test.describe('a server that has just started', () => {
  test('is healthy and ready', async ({ request }) => {
    expect(await (await request.get('/api/health')).json()).toEqual({ status: 'ok' });
    expect(await (await request.get('/api/ready')).json()).toEqual({ status: 'ready' });
  });

  for (const language of ['az', 'hy', 'ru', 'en']) {
    test(`answers in ${language}`, async ({ page }) => {
      await page.goto(`/${language}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
    });
  }

  test('states the caveat on the home page', async ({ page }) => {
    await page.goto('/en');
    await expect(page.getByText('NOT mean this area is safe').first()).toBeVisible();
  });
});

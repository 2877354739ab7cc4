import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { send, somewhere } from './cases.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

const shot = async (page: Page, name: string) => {
  if (!process.env.MINECLUE_SHOTS) return;
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${process.env.MINECLUE_SHOTS}/${name}.png`, fullPage: true });
};

test('a fence is drawn by mouse, its last vertex taken back and drawn again, a vertex dragged, one removed, and saved', async ({
  browser,
  request,
}) => {
  const reportId = randomUUID();
  await send(request, {
    ...{ reportId, kind: 'hazard_knowledge', injured: undefined, description: 'A fence behind the mill.' },
    ...{ at: somewhere(45.91, 40.05, 0.1), metres: 400 },
    date: { start: '1993-01-01', end: '1994-12-31', precision: 'range' },
    reporter: { type: 'former_resident', knowledgeBasis: 'own_observation' },
  });
  const context = await signedIn(browser, 'moderator one', { viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`/en/triage/location?report=${reportId}`);
  await expect(page.locator('.draw-board')).toHaveAttribute('data-ready', 'yes');
  await page.locator('#shape-kind').selectOption('line');
  await expect(page.getByText('Click vertex by vertex')).toBeVisible();
  const map = page.getByRole('application', { name: 'Map to draw on' });
  const vertices = page.getByLabel('Coordinates, one vertex per line');
  const click = async (x: number, y: number) => {
    await map.hover({ position: { x, y } });
    await map.click({ position: { x, y }, delay: 50 });
  };
  for (const [x, y] of [
    [150, 100],
    [250, 130],
    [400, 300],
  ] as const)
    await click(x, y);
  await expect(page.getByText(/^Length [\d.]+ km$/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await click(330, 200);
  await click(330, 200);
  await expect(vertices).toHaveValue(/^([\d.]+, [\d.]+\n){2}[\d.]+, [\d.]+$/);
  const first = await vertices.inputValue();
  const box = (await map.boundingBox())!;
  await page.mouse.move(box.x + 330, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 340, box.y + 220, { steps: 8 });
  await page.mouse.up();
  await expect(vertices).not.toHaveValue(first);
  await shot(page, 'desk-draw');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(vertices).toHaveValue(first);
  await map.click({ position: { x: 250, y: 130 } });
  await expect(page.getByText('Corner 2 of 3')).toBeVisible();
  await page.getByRole('button', { name: 'Remove this corner' }).press('Enter');
  await expect(vertices).toHaveValue(first.split('\n').toSpliced(1, 1).join('\n'));
  await expect(page.getByRole('button', { name: 'Remove this corner' })).toBeDisabled();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(vertices).toHaveValue(first);
  await page.getByLabel('Error, metres').fill('100');
  await page.locator('#shape-reason').fill('Along the fence that he drew.');
  const form = page.locator('section', { has: page.locator('#shape-title') });
  await form.getByRole('button', { name: 'Add the claim' }).click();
  await expect(page.getByText('Claim B counts.')).toBeVisible();
  await expect(vertices).toHaveValue('');
  // without a mouse: the cross stands in the map's middle
  await map.focus();
  await page.keyboard.press('Enter');
  await expect(vertices).toHaveValue(/^[\d.]+, [\d.]+$/);
  await shot(page, 'desk-drawn');
  await context.close();
});

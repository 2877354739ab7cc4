import type { Browser, Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './sign-in.ts';

const password = 'three goats by the spring';
const newcomer = (name: string) => `${name}-${Date.now()}@example.org`;

/** The administrator makes an account; returns the one-time link's address below the site. */
async function invite(browser: Browser, email: string, role = 'moderator'): Promise<string> {
  const context = await signedIn(browser, 'administrator');
  const page = await context.newPage();
  await page.goto('/en/accounts/members');
  await page.getByLabel('Name', { exact: true }).fill('Newcomer');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Role', { exact: true }).selectOption(role);
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByLabel('One-time link').inputValue();
  await context.close();
  const { pathname, search } = new URL(link);
  return pathname + search;
}

async function accept(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('I am 18 or older.').check();
  await page.getByRole('button', { name: 'Accept and sign in' }).click();
}

async function signIn(page: Page, email: string, typed = password): Promise<void> {
  await page.goto('/en/accounts/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(typed);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'an invitation' : 'an invitation, without scripts', () => {
    test('survives previews, is accepted once, and the account signs in again by password', async ({ browser }) => {
      const email = newcomer('aram');
      const link = await invite(browser, email);
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      for (const method of ['get', 'head'] as const) {
        const preview = await context.request[method](link);
        expect(preview.status()).toBe(200);
        expect(preview.headers()['cache-control']).toContain('no-store');
        expect(preview.headers()['set-cookie']).toBeUndefined();
      }

      await page.goto(link);
      await expect(page.getByRole('heading', { name: 'Accept the invitation' })).toBeVisible();
      await page.getByLabel('New password').fill('password1234');
      await page.getByRole('button', { name: 'Accept and sign in' }).click();
      await expect(page.getByRole('alert').first()).toContainText('18 or older');
      await expect(page.getByRole('alert').first()).toContainText('first that are guessed');

      await accept(page, link);
      await page.waitForURL(/\/en\/triage$/);
      expect((await context.request.get(link)).url()).toContain('token');
      await page.goto(link);
      await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();

      await page.goto('/en/accounts');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page.getByText('You are signed out.')).toBeVisible();
      await page.goto('/en/accounts');
      await expect(page).toHaveURL(/\/en\/accounts\/sign-in\?next=/);

      await signIn(page, email, 'not the password');
      await expect(page.getByText('E-mail address or password are not right.')).toBeVisible();
      await expect(page.getByLabel('E-mail address')).toHaveValue(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(/\/en\/triage$/);
      await context.close();
    });
  });

test('a session that is ended in one browser fails in the other at its next request', async ({ browser }) => {
  const email = newcomer('leyla');
  const [here, there] = [await browser.newContext(), await browser.newContext()];
  const [page, other] = [await here.newPage(), await there.newPage()];
  await accept(page, await invite(browser, email));
  await signIn(other, email);
  await other.goto('/en/accounts');
  await expect(other.getByRole('heading', { name: 'My account' })).toBeVisible();

  await page.goto('/en/accounts');
  await page.getByRole('button', { name: 'End all other sessions' }).click();
  await expect(page.getByText('All other sessions were ended.')).toBeVisible();
  await other.goto('/en/accounts');
  await expect(other).toHaveURL(/\/accounts\/sign-in/);
  expect(await (await there.request.get('/api/auth/session')).json()).not.toHaveProperty('user');
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();
  await Promise.all([here.close(), there.close()]);
});

test('a closed account is out at its next request', async ({ browser }) => {
  const email = newcomer('closed');
  const context = await browser.newContext();
  const page = await context.newPage();
  await accept(page, await invite(browser, email));
  const administrator = await signedIn(browser, 'administrator');
  const members = await administrator.newPage();
  await members.goto('/en/accounts/members');
  await members.getByRole('row', { name: email }).getByRole('link').click();
  await members.getByRole('button', { name: 'Close the account' }).click();
  await expect(members.getByText('The account was closed and signed out everywhere.')).toBeVisible();
  await page.goto('/en/accounts');
  await expect(page).toHaveURL(/\/accounts\/sign-in/);
  await administrator.close();
  await context.close();
});

test('a wrong role gets a clear refusal, a visitor the sign-in page', async ({ browser, page }) => {
  await page.goto('/en/accounts/members');
  await expect(page).toHaveURL('/en/accounts/sign-in?next=%2Fen%2Faccounts%2Fmembers');
  const context = await signedIn(browser, 'organisation member');
  const member = await context.newPage();
  for (const path of ['members', 'deployment', 'zones', 'audit']) {
    const answer = await member.goto(`/ru/accounts/${path}`);
    expect(answer?.status()).toBe(403);
    await expect(member.getByRole('heading', { name: 'Эта страница не для вашей роли' })).toBeVisible();
  }
  await context.close();
});

test('a form from another site is refused', async ({ browser }) => {
  const context = await browser.newContext();
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://example.org' };
  const answer = await context.request.post('/en/accounts/sign-in/submit', {
    form: { email: 'a@example.org', password },
    headers,
    maxRedirects: 0,
  });
  expect(answer.headers().location).toBe('/en/accounts/sign-in');
  expect(answer.headers()['set-cookie']).not.toContain('session-token');
  await context.close();
});

test('an organisation member makes an API key that is shown once, downloads with it, and revokes it', async ({
  browser,
  request,
}) => {
  const context = await signedIn(browser, 'organisation member');
  const page = await context.newPage();
  await page.goto('/en/accounts/organisations');
  await page.getByLabel('What it is for').fill('nightly');
  await page.getByRole('button', { name: 'Make a key' }).click();
  await expect(page.getByLabel('API key', { exact: true })).toHaveValue(/^mc_[0-9a-f]{10}_[\w-]{43}$/);
  const headers = { authorization: `Bearer ${await page.getByLabel('API key', { exact: true }).inputValue()}` };
  const download = () => request.get('/api/v1/datasets/clues.csv', { headers });
  expect((await request.get('/api/v1/datasets/clues.csv')).status()).toBe(401);
  expect(await (await download()).text()).toContain('#meta+id');
  await page.getByRole('button', { name: 'Revoke the key “nightly”' }).first().click();
  await expect(page.getByText('The key was revoked.')).toBeVisible();
  expect((await download()).status()).toBe(401);
  // pages are read without keys
  expect((await request.get('/en/map', { headers })).status()).toBe(200);
  await context.close();
});

test('the demonstration’s intake stays off, with words; the operator is configured', async ({ browser }) => {
  const context = await signedIn(browser, 'administrator');
  const page = await context.newPage();
  await page.goto('/en/accounts/deployment');
  await expect(page.getByText('Real intake cannot be switched on here')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Take real reports' })).toHaveCount(0);
  await page.getByLabel('How to reach the operator').fill('desk@example.org');
  const operator = page.locator('form').filter({ has: page.getByLabel('How to reach the operator') });
  await operator.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It stands on every page from now on.')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('desk@example.org');
  await page.goto('/en/accounts/audit?type=deployment');
  await expect(page.getByRole('cell', { name: 'deployment.update' }).first()).toBeVisible();
  await context.close();
});

test('a sensitive zone is marked from GeoJSON, seen by moderators only, and ended with a reason', async ({
  browser,
}) => {
  const context = await signedIn(browser, 'administrator');
  const page = await context.newPage();
  await page.goto('/en/accounts/zones');
  const name = `Border post ${Date.now()}`;
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Reason', { exact: true }).fill('Agreed with the ministry.');
  const shape = page.getByLabel('Shape, as GeoJSON');
  // far from every clue; at first with latitude before longitude
  const corners = [[47.9, 41.3], [47.95, 41.3], [47.95, 41.35], [47.9, 41.3]]; // biome-ignore format: short
  const polygon = (ring: number[][]) => JSON.stringify({ type: 'Polygon', coordinates: [ring] });
  await shape.fill(polygon(corners.map((corner) => corner.toReversed())));
  await page.getByRole('button', { name: 'Mark this zone' }).click();
  await expect(page.getByRole('link', { name: /Longitude comes first/ })).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);
  await shape.fill(polygon(corners));
  await page.getByRole('button', { name: 'Mark this zone' }).click();
  await expect(page.getByRole('status')).toContainText('Marked.');
  await expect(page.getByRole('img', { name: /with 1 sensitive zone\./ }).last()).toBeVisible();

  const moderator = await signedIn(browser, 'moderator one');
  const map = async (tier: string) => (await moderator.request.get(`/api/v1/risk/map?tier=${tier}&locale=en`)).text();
  expect(await map('moderator')).toContain(name);
  for (const tier of ['organisation', 'public']) expect(await map(tier)).not.toContain(name);

  await page.getByLabel('Reason for ending it').fill('The post is gone.');
  await page.getByRole('button', { name: 'End this zone' }).click();
  await expect(page.getByRole('status')).toContainText('The zone has ended.');
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('The post is gone.');
  expect(await map('moderator')).not.toContain(name);
  await Promise.all([moderator.close(), context.close()]);
});

// Their structure is the same in every language; Armenian words are the longest.
for (const locale of ['hy', 'en'])
  test(`account pages in ${locale} have nothing for axe to say and fit 360 px`, { tag: '@once' }, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const link = await invite(browser, newcomer(`axe-${locale}`));
    const administrator = await signedIn(browser, 'administrator', { viewport: { width: 360, height: 640 } });
    const visitor = await browser.newContext({ viewport: { width: 360, height: 640 } });
    const [page, outside] = [await administrator.newPage(), await visitor.newPage()];
    const check = async (tab: Page, path: string) => {
      await tab.goto(path);
      await accessible(tab);
      const shots = process.env.MINECLUE_SHOTS;
      const name = path.replace(/=.*/, '').replaceAll('/', '-').slice(1);
      if (!shots) return;
      await tab.screenshot({ path: `${shots}/${name}-360.png`, fullPage: true });
      await tab.setViewportSize({ width: 1280, height: 900 });
      await tab.screenshot({ path: `${shots}/${name}-1280.png`, fullPage: true });
      await tab.setViewportSize({ width: 360, height: 640 });
    };
    for (const path of ['accounts/sign-in', link.slice('/en/'.length), 'accounts/link'])
      await check(outside, `/${locale}/${path}`);
    for (const path of ['', '/members', '/organisations', '/deployment', '/zones', '/audit?type=deployment'])
      await check(page, `/${locale}/accounts${path}`);
    await page.goto(`/${locale}/accounts/members`);
    const managed = await page.getByRole('row').nth(1).getByRole('link').getAttribute('href');
    await check(page, managed as string);
    await Promise.all([administrator.close(), visitor.close()]);
  });

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Server, startServer } from '../lib/start/tests/server.ts';
import { databaseUnderTest, expect, test } from './fixtures.ts';
import { press, words } from './reporting.ts';

const another = 'another-build-of-the-site';

/**
 * The project once more, as if it had been changed and built again: with a language more, and under another build id. A true
 * build takes most of a minute; of what one changes, the form's pages use nothing else (they load no chunk of Next's).
 */
function rebuilt(folder: string): string {
  for (const part of [
    'app',
    'lib',
    'drizzle',
    'public',
    '.next',
    'package.json',
    'package-lock.json',
    'next.config.js',
  ])
    cpSync(part, path.join(folder, part), { recursive: true, filter: (from) => !/\.next.(cache|types)/.test(from) });
  cpSync('tsconfig.json', path.join(folder, 'tsconfig.json'));
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'dir');
  const id = path.join(folder, '.next/BUILD_ID');
  const before = readFileSync(id, 'utf8');
  renameSync(path.join(folder, '.next/static', before), path.join(folder, '.next/static', another));
  writeFileSync(id, another);
  const messages = path.join(folder, 'lib/i18n/messages');
  const { language, safety, ...rest } = JSON.parse(readFileSync(path.join(messages, 'en.json'), 'utf8'));
  const turkish = {
    ...rest,
    language: { ...language, name: 'Türkçe', short: 'Tür', order: 5, tag: 'tr-TR' },
    safety: { ...safety, stop: 'Dur. Dokunma.' },
  };
  writeFileSync(path.join(messages, 'tr.json'), JSON.stringify(turkish));
  const stamp =
    "import { writeFileSync } from 'node:fs'; import { sourceDigest } from './lib/start/build.ts'; writeFileSync('.next/mineclue-digest', sourceDigest());";
  const stamped = spawnSync(process.execPath, ['--input-type=module', '-e', stamp], { cwd: folder, encoding: 'utf8' });
  expect(stamped.status, stamped.stderr).toBe(0);
  return before;
}

const baseURL = process.env.BASE_URL ?? '';

test.describe('the site is built again', () => {
  test.skip(databaseUnderTest !== 'postgres', 'two servers can not share the embedded database');
  let folder: string;
  let server: Server;
  let before: string;
  test.beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'mineclue-rebuilt-'));
    before = rebuilt(folder);
    const { TEST_DATABASE_URL = '' } = process.env;
    const env = { DATABASE_URL: TEST_DATABASE_URL, NEXTAUTH_URL: baseURL, MINECLUE_DEMONSTRATION: '1' };
    server = await startServer(env, folder);
  });
  test.afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const javaScriptEnabled of [true, false])
    test(`between opening a page and sending it, JavaScript ${javaScriptEnabled ? 'on' : 'off'}: nothing typed is lost`, async ({
      browser,
      request,
    }) => {
      const builtAs = async (url: string) => (await request.get(`${url}/en/safety`)).text();
      expect(await builtAs(baseURL)).toContain(before);
      expect(await builtAs(server.url)).toContain(another);
      expect(await builtAs(server.url)).not.toContain(before);

      const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 640 } });
      const page = await context.newPage();
      const { r, c } = await words('en');
      await page.goto('/en');
      await page.locator('.door[value=human]').click();
      await press(page, r.safety.nobody);
      await page.locator('[name=where][value=words]').check();
      await page.getByLabel(r.place.wordsLabel).fill('typed on the old build');
      let answered = 0;
      await page.route('**/*', async (route) => {
        answered += 1;
        const url = route.request().url().replace(baseURL, server.url);
        // as a proxy in front of both says it
        const headers = { ...route.request().headers(), 'x-forwarded-host': new URL(baseURL).host };
        await route.fulfill({ response: await route.fetch({ url, headers }) });
      });
      await press(page, c.continue);
      await expect(page.locator('h1')).toHaveText(r.date.title);
      await press(page, r.skipToEnd);
      await expect(page.locator('.answers')).toContainText('typed on the old build');
      await press(page, r.check.send);
      const receipt = (await page.locator('[data-receipt]').textContent()) ?? '';
      expect(answered).toBeGreaterThan(2);

      await page.unrouteAll();
      await page.goto('/en/follow-up');
      await page.getByLabel(r.followUp.label).fill(receipt);
      await press(page, r.followUp.show);
      await expect(page.getByText('received', { exact: true })).toBeVisible();
      await context.close();
    });

  test('with one file more: it speaks a language more, on every page and in every switch', async ({ page }) => {
    for (const address of ['/tr/reports/new', '/tr/safety']) {
      await page.goto(server.url + address);
      await expect(page.locator('html')).toHaveAttribute('lang', 'tr');
      await expect(page.getByText('Dur. Dokunma.').first()).toBeVisible();
    }
    await page.goto(`${server.url}/hy/safety`);
    await page.getByRole('link', { name: 'Türkçe' }).click();
    await expect(page).toHaveURL(`${server.url}/tr/safety`);
  });
});

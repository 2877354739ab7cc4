import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext } from '@playwright/test';
import { consoleLinks } from './fixtures.ts';

/** Labels of the links that the console prints. */
export type Person = 'administrator' | 'moderator one' | 'moderator two' | 'organisation member';
type Options = Parameters<Browser['newContext']>[0];

/**
 * A browser of its own, signed in as one of the demonstration's people. The one-time link is spent by whichever story asks first;
 * the session is kept beside the console's output, so that later stories use it again. Never sign such a session out.
 */
export async function signedIn(browser: Browser, person: Person, options: Options = {}): Promise<BrowserContext> {
  const state = path.join(path.dirname(process.env.MINECLUE_CONSOLE ?? ''), `${person.replace(' ', '-')}.json`);
  if (existsSync(state)) return browser.newContext({ ...options, storageState: state });
  const link = consoleLinks().find(({ label }) => label === person);
  if (!link) throw new Error(`the console printed no link for ${person}`);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(link.path);
  await page.locator('main').getByRole('button').first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/accounts/link'));
  await page.close();
  await context.storageState({ path: state });
  return context;
}

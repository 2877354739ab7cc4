import { readFileSync } from 'node:fs';
import { test } from '@playwright/test';

/** 'embedded' or 'postgres': what the server under test runs on. */
export const databaseUnderTest = process.env.MINECLUE_TEST_DATABASE ?? 'embedded';

/** The paths of the one-time links that the server printed when it started, by their label in lower case. */
export function consoleLinks(): { label: string; path: string }[] {
  const file = process.env.MINECLUE_CONSOLE;
  if (!file)
    throw new Error('MINECLUE_CONSOLE names no console output: run `npm test`, or start a server and save its output');
  const lines = readFileSync(file, 'utf8').matchAll(/^(.+): (https?:\/\/\S+)$/gm);
  return [...lines].map(([, label, url]) => ({
    label: (label as string).toLowerCase(),
    path: new URL(url as string).pathname + new URL(url as string).search,
  }));
}

export { expect } from '@playwright/test';
export { test };

import { defineConfig } from '@playwright/test';

/** Run by `npm test`, which starts a server per database and says where it is; see fixtures.ts for what it passes on. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // one deployment, one story after another
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // how pages look and how a form is walked does not depend on the database: such stories are told once, on the embedded one
  grepInvert: process.env.MINECLUE_TEST_DATABASE === 'postgres' ? /@once\b/ : [],
  // a busy build machine is late at times: what passes only when tried again is named at the end
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    // a control that is not there is told of sooner than by the whole story's time
    actionTimeout: 30_000,
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    locale: 'en-GB',
    timezoneId: 'Asia/Baku',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

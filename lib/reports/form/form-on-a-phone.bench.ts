// A cheap phone on one bar of signal: 400 kbit/s, 400 ms, a processor four times slower, 360 x 640, nothing cached.
// With BASE_URL a server that already runs is measured.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { buildIfChanged } from '../../start/build.ts';
import { startServer } from '../../start/tests/server.ts';
import { findTools } from '../../start/tests/tools.ts';

const kB = (bytes: number) => Math.round(bytes / 100) / 10;
const signal = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

function check(name: string, value: number, unit: string, most: number): void {
  const held = value <= most;
  if (!held) process.exitCode = 1;
  const share = most > 0 ? `, ${Math.round((value / most) * 100)} % of the budget` : '';
  console.log(`${held ? '✔' : '✖'} ${name}: ${value} ${unit}`.trimEnd(), `(at most ${most}${share})`);
}

/** Bytes over the wire, compressed, headers included, by kind of resource. */
function weigh(cdp: CDPSession) {
  const kinds = new Map<string, string>();
  let bytes: Record<string, number> = {};
  cdp.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  const of = (...named: string[]) => kB(named.reduce((sum, kind) => sum + (bytes[kind] ?? 0), 0));
  const total = () => kB(Object.values(bytes).reduce((sum, one) => sum + one, 0));
  return { of, total, reset: () => (bytes = {}) };
}

async function phone(browser: Browser, javaScriptEnabled = true) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, javaScriptEnabled });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  await cdp.send('Network.emulateNetworkConditions', signal);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return { context, page, weight: weigh(cdp) };
}

const firstPaint = (page: Page) =>
  page.evaluate(() => Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN));

type Shift = { value: number; hadRecentInput: boolean };
type Shifting = { shifted: number };
/** What moves within half a second of a tap is an answer to it and no layout shift. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const seen = globalThis as unknown as Shifting;
    seen.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as Shift[])
        if (!entry.hadRecentInput) seen.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
const shifted = async (page: Page) =>
  Number((await page.evaluate(() => (globalThis as unknown as Shifting).shifted)).toFixed(4));

async function toThePlace(page: Page): Promise<void> {
  await page.locator('button[value=start]').click();
  await page.locator('button[value=human]').click();
  await page.locator('[name=where][value=words]').check();
}
const placeWords = (page: Page) => page.getByRole('textbox', { name: 'Describe the place' });

async function wholeReport(browser: Browser, address: string): Promise<void> {
  const { context, page, weight } = await phone(browser);
  await watchShifts(page);
  await page.goto(address, { waitUntil: 'load' });
  check('first page: first paint', await firstPaint(page), 'ms', 1000);
  await sleep(1000);
  check('first page: HTML and CSS', weight.of('Document', 'Stylesheet'), 'kB', 14);
  check('first page: JavaScript', weight.of('Script'), 'kB', 150);
  check('first page: layout shift', await shifted(page), '', 0.02);
  const first = weight.of('Script');
  await toThePlace(page);
  await placeWords(page).fill('by the well');
  let pages = 3;
  while ((await page.locator('[data-send]').count()) === 0) {
    const step = await page.locator('[name=step]').inputValue();
    await page.locator('button[value=next].button-primary').click();
    await page.waitForFunction((was) => document.querySelector<HTMLInputElement>('[name=step]')?.value !== was, step);
    pages += 1;
  }
  await page.locator('[data-send]').click();
  await page.locator('[data-receipt]').waitFor();
  check(`whole report, ${pages + 1} pages, every question asked, without photo`, weight.total(), 'kB', 250);
  check('later pages: new JavaScript', kB((weight.of('Script') - first) * 1000), 'kB', 10);
  check('all pages: layout shift', await shifted(page), '', 0.02);
  await context.close();
}

/** Without scripts each question is a document of its own, with its own paint and weight. */
async function heaviestQuestion(browser: Browser, address: string): Promise<void> {
  const { context, page, weight } = await phone(browser, false);
  await page.goto(address);
  await page.locator('button[value=start]').click();
  await page.locator('button[value=human]').waitFor();
  weight.reset();
  await page.locator('button[value=human]').click();
  await page.locator('[name=where]').first().waitFor();
  await page.waitForLoadState('load');
  check('the place, without scripts: HTML and CSS', weight.of('Document', 'Stylesheet'), 'kB', 14);
  check('the place, without scripts: first paint after the tap', await firstPaint(page), 'ms', 1000);
  await context.close();
}

async function typedEarly(browser: Browser, address: string): Promise<void> {
  const { context, page } = await phone(browser);
  await page.route(/\.js$/, async (route) => {
    await sleep(2000);
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await toThePlace(page);
  await sleep(600);
  const began = await page.evaluate(() => document.documentElement.dataset.script === undefined);
  await placeWords(page).pressSequentially('typed early');
  await page.locator('html[data-script]').waitFor();
  const ready = await page.evaluate(() => Math.round(performance.now()));
  const kept = await placeWords(page).inputValue();
  check('characters typed before the scripts and lost', began ? 'typed early'.length - kept.length : Number.NaN, '', 0);
  check('scripts that come 2 s late have taken over', ready, 'ms', 4500);
  await context.close();
}

async function wayOut(browser: Browser, address: string, offline: boolean): Promise<void> {
  const { context, page } = await phone(browser);
  await page.goto(address);
  await toThePlace(page);
  await page.locator('html[data-script]').waitFor();
  await context.setOffline(offline);
  // an answer that never comes: the cover does not wait for it
  await page.route('**/exit', () => {});
  const covered = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let began = 0;
        new MutationObserver(() => {
          if (!document.body) resolve(Math.round(performance.now() - began));
        }).observe(document.documentElement, { childList: true });
        began = performance.now();
        for (const _ of [1, 2, 3]) dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
      }),
  );
  check(`exit ${offline ? 'offline' : 'online'}: page covered`, covered, 'ms', 100);
  await context.close();
}

async function measure(executablePath: string, url: string): Promise<void> {
  const address = `${url}/en/reports/new`;
  await (await fetch(address)).text();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    await wholeReport(browser, address);
    await heaviestQuestion(browser, address);
    await typedEarly(browser, address);
    for (const offline of [false, true]) await wayOut(browser, address, offline);
  } finally {
    await browser.close();
  }
}

const { chromium: executablePath } = findTools();
const running = process.env.BASE_URL;
if (!executablePath) console.log('Chromium is not installed: nothing was measured.');
else if (running) await measure(executablePath, running);
else {
  await buildIfChanged(console.log);
  const server = await startServer({ DATABASE_URL: '' });
  await measure(executablePath, server.url).finally(server.stop);
}

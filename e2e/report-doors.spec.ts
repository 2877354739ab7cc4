import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { type Language, languages, press, words } from './reporting.ts';

// every sending of these walks comes from one network of their own
test.use({ viewport: { width: 360, height: 640 }, extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.78' } });

type Words = Awaited<ReturnType<typeof words>>;
type Question = { title: string; answer?: (page: Page) => Promise<unknown> };
/** `first` ends with the place, which is all that a report needs; `told` stands on the last page after `rest`. */
type Door = (words: Words) => { first: Question[]; rest: Question[]; told: string[] };

const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).check();
const object = ({ r }: Words): Question[] => [r.device, r.marked, r.moved].map(({ title }) => ({ title }));
const end = ({ r }: Words): Question[] =>
  [r.description, r.photos, r.reporter, r.consent].map(({ title }) => ({ title }));

const doors: Record<'human' | 'animal' | 'know', Door> = {
  human: (all) => {
    const { r, c, v } = all;
    const place = async (page: Page) => {
      await page.getByRole('radio', { name: r.place.name }).check();
      await page.getByLabel(r.place.nameLabel).fill('Сейсулан');
      await press(page, c.continue);
      await page.locator('input[name=placeId]').first().check();
    };
    const month = async (page: Page) => {
      await radio(page, r.date.month);
      await page.locator('[name=month_m]').selectOption('5');
      await page.locator('[name=month_y]').fill('2024');
    };
    const person = r.person.title.replaceAll(/\{(number|count)\}/g, '1');
    return {
      first: [{ title: r.place.title_human, answer: place }],
      rest: [
        { title: r.date.title, answer: month },
        { title: r.people.title, answer: (page) => page.getByLabel(r.people.injured).fill('1') },
        { title: person, answer: (page) => page.locator('[name=p0_activity]').selectOption('herding') },
        { title: r.activated.title },
        ...object(all),
        { title: r.blasts.title },
        ...end(all),
      ],
      told: ['2024', `${r.check.injured}: 1`, v.activities.herding],
    };
  },
  animal: (all) => {
    const { r, v } = all;
    const place = async (page: Page) => {
      await radio(page, r.place.coordinates);
      await page.getByLabel(r.place.coordinatesLabel).fill('39°49′04″N 46°45′10″E');
    };
    const goats = async (page: Page) => {
      await radio(page, v.species.goat);
      await page.getByLabel(r.animals.killed).fill('2');
      await press(page, r.animals.more);
      await expect(page.locator('h1')).toHaveText(r.animals.titleNext);
      await radio(page, v.species.dog);
    };
    return {
      first: [{ title: r.place.title_animal, answer: place }],
      rest: [
        { title: r.positionOf.title, answer: (page) => radio(page, v.positionsOf.crater) },
        { title: r.date.title, answer: (page) => radio(page, r.date.today) },
        { title: r.animals.title, answer: goats },
        { title: r.cause.title, answer: (page) => radio(page, v.causeBases.explosion_heard) },
        { title: r.activated.title },
        ...object(all),
        { title: r.blasts.title },
        ...end(all),
      ],
      told: [
        v.positionsOf.crater,
        `${v.species.goat} · ${r.check.killed}: 2`,
        v.species.dog,
        v.causeBases.explosion_heard,
      ],
    };
  },
  know: (all) => {
    const { r, c, e, v } = all;
    const ridge = 'on the ridge behind the mill';
    const wrong = r.place.atPoint.replace('{number}', '2').replace('{problem}', e.coordinates_unreadable);
    const place = async (page: Page) => {
      await radio(page, r.place.area);
      await page.getByLabel(r.place.areaPoints).fill('39.8177, 46.7528\nby the mill\n39,8240; 46,7660');
      await press(page, c.continue);
      await expect(page.getByRole('link', { name: wrong })).toBeVisible();
      await expect(page.getByLabel(r.place.areaPoints)).toHaveValue(/by the mill/);
      await radio(page, r.place.words);
      await page.getByLabel(r.place.wordsLabel).fill(ridge);
    };
    const laid = (page: Page) => page.getByRole('checkbox', { name: v.indications.laid_mines }).check();
    return {
      first: [
        { title: r.kind.title, answer: (page) => page.getByRole('radio', { name: r.kind.hazard_knowledge }).check() },
        { title: r.before.title, answer: (page) => expect(page.getByText(r.before.doNotSay)).toBeVisible() },
        { title: r.signs.titleKnown, answer: laid },
        { title: r.place.title_know, answer: place },
      ],
      rest: [{ title: r.date.titleKnown }, { title: r.period.title }, ...object(all), ...end(all)],
      told: [v.indications.laid_mines, ridge],
    };
  },
};
type DoorName = keyof typeof doors;

type Far = 'every question' | 'the questions that are answered' | 'the place';

/** From the safety words to a receipt, with a short cut to the end after the last question that is asked. */
async function walk(page: Page, language: Language, door: DoorName, far: Far) {
  const told = await words(language);
  const { r, c } = told;
  const { first, rest, told: answers } = doors[door](told);
  await page.goto(`/${language}/reports/new`);
  await press(page, r.safety.nobody);
  await page.getByRole('button', { name: r.door[door] }).click();
  const answered = rest.slice(0, rest.findLastIndex(({ answer }) => answer) + 1);
  const after = { 'every question': rest, 'the questions that are answered': answered, 'the place': [] };
  const asked = [...first, ...after[far]];
  for (const [i, { title, answer }] of asked.entries()) {
    await expect(page.locator('h1')).toHaveText(title);
    await answer?.(page);
    await press(page, far !== 'every question' && i === asked.length - 1 ? r.skipToEnd : c.continue);
  }
  await expect(page.locator('h1')).toHaveText(r.check.title);
  if (far !== 'the place') for (const answer of answers) await expect(page.locator('.answers')).toContainText(answer);
  await press(page, r.check.send);
  const receipt = page.locator('[data-receipt]');
  await expect(receipt).toHaveText(/^(\w{4}-){3}\w{4}$/);
  await expect(page.getByText(r.practice.after)).toBeVisible();
  expect(page.url()).toMatch(new RegExp(`/${language}/reports/new$`));
  expect(await page.title()).not.toContain((await receipt.textContent()) ?? '');
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  // every page in every language is seen in report-pages; every button to the next one, once a door
  const through: Record<DoorName, Language> = { human: 'hy', animal: 'ru', know: 'az' };
  for (const door of ['human', 'animal', 'know'] as const)
    for (const language of languages) {
      const far = through[door] === language ? 'every question' : 'the questions that are answered';
      test(`the door “${door}” in ${language}, through ${far}`, { tag: '@once' }, async ({ page }) => {
        await walk(page, language, door, far);
      });
    }
});

/** Each door and each language once. */
const spread: [DoorName, Language][] = [
  ['human', 'az'],
  ['animal', 'hy'],
  ['know', 'ru'],
  ['human', 'en'],
];

for (const [door, language] of spread) {
  test(`the door “${door}” in ${language}, when the scripts never arrive`, { tag: '@once' }, async ({ page }) => {
    await page.route(/\.js$/, (route) => route.abort());
    await walk(page, language, door, 'the place');
  });

  test(`the door “${door}” in ${language}, on one bar of signal`, { tag: '@once' }, async ({ page }) => {
    const cdp = await page.context().newCDPSession(page);
    const [latency, bytes] = [400, 50_000];
    await cdp.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency, downloadThroughput: bytes, uploadThroughput: bytes },
    });
    const began = Date.now();
    await walk(page, language, door, 'the place');
    // at least the page, a question, the last page and the receipt came that way
    expect(Date.now() - began).toBeGreaterThan(4 * latency);
  });
}

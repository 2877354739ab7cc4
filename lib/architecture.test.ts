import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

const root = path.resolve(import.meta.dirname, '..');

/** What lies downstream may import what lies upstream, never the other way round; deployment is below everything. */
const levels: Record<string, number> = {
  i18n: 0,
  geo: 0,
  db: 0,
  deployment: 1,
  accounts: 1,
  places: 1,
  audit: 1,
  media: 1,
  reports: 2,
  messages: 3,
  triage: 3,
  clues: 4,
  records: 4.5,
  risk: 5,
  datasets: 6,
  jobs: 7,
  start: 8,
};

/** Rooms of the tables that are not named after theirs. */
const owners: Record<string, string> = {
  'clue-corrections': 'clues',
  contacts: 'reports',
  evidence: 'triage',
  feedback: 'clues',
  imports: 'triage',
  'incident-events': 'triage',
  recusals: 'triage',
  'report-drafts': 'reports',
  'text-decisions': 'triage',
  'urgent-referrals': 'triage',
  zones: 'deployment',
};

/** Tables of rooms further down that are asked all the same, each with why: a verb of that room would be an import upwards too. */
const looksUp: Record<string, string> = {
  'lib/clues/store.ts -> risk': 'a clue is told as the newest batch kept it',
  'lib/media/scans/store.ts -> records':
    'a scan is kept only while the record that it shows stands, in one transaction',
  'lib/media/scans/store.ts -> reports': 'a scan is kept only while its report stands, in one transaction',
  'lib/reports/report-figures.ts -> clues': 'figures leave out reports of clues in sensitive zones',
  'lib/triage/evidence-table/preview-table.ts -> clues':
    'a new table says how many verified clues it would grade otherwise',
  'lib/triage/store.ts -> clues': 'an incident is shown with its open clue',
};

const files = globSync('{app,lib,drizzle}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: (name) => name.includes('node_modules'),
})
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => !/\.(test|bench)\.tsx?$/.test(file) && !file.endsWith('.d.ts'));

type Import = { from: string; to: string; bare: boolean; typeOnly: boolean };

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  const found = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g,
  );
  return [...found].map((match) => {
    const specifier = match[2] ?? match[3] ?? match[4] ?? '';
    const bare = !specifier.startsWith('.');
    const to = bare ? specifier : path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
    return { from: file, to, bare, typeOnly: match[1] !== undefined };
  });
}

const all = files.flatMap(importsOf);
const values = all.filter((one) => !one.typeOnly);
const show = (broken: Import[]) => broken.map(({ from, to }) => `${from} -> ${to}`);
const room = (file: string) => (file.startsWith('lib/') && file.split('/').length > 2 ? file.split('/')[1] : undefined);
const isClient = (file: string) =>
  file.startsWith('app/') &&
  /^\s*(\/\/.*\n|\/\*[\s\S]*?\*\/|\s)*['"]use client['"]/.test(readFileSync(path.join(root, file), 'utf8'));
const isPure = (file: string) =>
  /^lib\/[^/]+\/(input|rules|roles|receipt-code)\.ts$/.test(file) || /^lib\/(geo|risk\/model)\//.test(file);

describe('architecture', () => {
  test('there is something to judge', () => {
    assert.ok(files.length > 50, `${files.length} files`);
    assert.ok(values.length > 200, `${values.length} imports`);
  });

  test('the pure rooms import zod, h3, projections and each other', () => {
    const allowed = /^(zod|h3-js|proj4|mgrs)(\/|$)/;
    const broken = values.filter(({ from, to, bare }) => isPure(from) && !(bare ? allowed.test(to) : isPure(to)));
    assert.deepEqual(show(broken), []);
  });

  test('the pure rooms have no clock and no randomness of their own', () => {
    const broken = files.filter(isPure).filter((file) => {
      const code = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      return /Math\.random|Date\.now|new Date\(\)|randomUUID/.test(code);
    });
    assert.deepEqual(broken, []);
  });

  test('a schema imports drizzle and value lists', () => {
    const broken = values.filter(
      ({ from, to, bare }) =>
        from.startsWith('drizzle/schema/') &&
        !(bare ? to.startsWith('drizzle-orm') : to.startsWith('drizzle/schema/') || /\/input\.ts$/.test(to)),
    );
    assert.deepEqual(show(broken), []);
  });

  test('lib knows neither Next nor React nor app; the launcher serves Next', () => {
    const foreign = /^(next|next-auth|next-intl|react|react-dom|react-hook-form|leaflet)(\/|$)/;
    const broken = values.filter(
      ({ from, to, bare }) =>
        from.startsWith('lib/') &&
        !['i18n', 'start'].includes(room(from) ?? '') &&
        (bare ? foreign.test(to) : to.startsWith('app/')),
    );
    assert.deepEqual(show(broken), []);
  });

  test('a store is opened by its own room only', () => {
    const broken = values.filter(({ from, to }) => /^lib\/[^/]+\/store\.ts$/.test(to) && room(from) !== room(to));
    assert.deepEqual(show(broken), []);
  });

  test('a room asks the tables of its own and of upstream rooms', () => {
    const named = all.flatMap(({ from, to }) => {
      const table = /^drizzle\/schema\/([\w-]+)\.ts$/.exec(to)?.[1];
      return table && table !== 'columns' && room(from) && !/\/testing\.ts$/.test(from) ? [{ from, table }] : [];
    });
    const owner = (table: string) => owners[table] ?? table;
    const unknown = new Set(named.map(({ table }) => owner(table)).filter((name) => !(name in levels)));
    assert.deepEqual([...unknown], [], 'a new table needs its room');
    const upward = named.filter(({ from, table }) => {
      const [a, b] = [room(from)!, owner(table)];
      return a !== b && (levels[a]! < levels[b]! || (levels[a] === levels[b] && levels[a]! > 1));
    });
    assert.deepEqual(upward.map(({ from, table }) => `${from} -> ${table}`).sort(), Object.keys(looksUp).sort());
  });

  test('pages and handlers reach the database through verbs', () => {
    const broken = values.filter(
      ({ from, to }) =>
        from.startsWith('app/') && (/^drizzle\//.test(to) || /\/store\.ts$/.test(to) || to === 'drizzle-orm'),
    );
    const database = values.filter(
      ({ from, to }) => from.startsWith('app/') && to.startsWith('lib/db/') && !from.startsWith('app/_http/'),
    );
    assert.deepEqual(show([...broken, ...database]), []);
  });

  test('client components import no verb', () => {
    const browserSafe = /^(app\/|lib\/(geo|i18n)\/|lib\/[^/]+\/(input|rules|roles|receipt-code)\.ts$)/;
    const broken = values.filter(({ from, to, bare }) => isClient(from) && !bare && !browserSafe.test(to));
    assert.deepEqual(show(broken), []);
  });

  test('rooms import upstream only', () => {
    const unknown = new Set(files.map(room).filter((name) => name !== undefined && !(name in levels)));
    assert.deepEqual([...unknown], [], 'a new room needs its level');
    const broken = all.filter(({ from, to, bare }) => {
      const [a, b] = [room(from), bare ? undefined : room(to)];
      if (!a || !b || a === b || /\/input\.ts$/.test(to) || to === 'lib/jobs/events.ts') return false;
      return levels[a]! < levels[b]! || (levels[a] === levels[b] && levels[a]! > 1);
    });
    assert.deepEqual(show(broken), []);
  });

  test('relative imports end in .ts or .tsx, and there are no barrels', () => {
    const endless = all.filter(({ to, bare }) => !bare && !/\.(tsx?|json|css|mjs|js|geojson)$/.test(to));
    assert.deepEqual(show(endless), []);
    assert.deepEqual(
      files.filter((file) => /\/index\.tsx?$/.test(file)),
      [],
    );
  });

  test('rooms are named after domains', () => {
    const vague = files.filter((file) =>
      /\/(utils|helpers|services|types|components|hooks|common)(\/|\.tsx?$)/.test(file),
    );
    assert.deepEqual(vague, []);
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

const here = import.meta.dirname;
const run = (file: string, args: string[]) =>
  spawnSync(process.execPath, [path.join(here, file), ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });

describe('the backtest as a command, on generated minefields', () => {
  let folder = '';
  const at = (name: string) => path.join(folder, name);
  const inputs = () => ['--events', at('events.csv'), '--boundary', at('boundary.geojson'), '--cell-area-km2', '25'];
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mineclue-backtest-'));
    const made = run('generated/generated-files.ts', [folder, '1', '80', '260']);
    assert.equal(made.status, 0, made.stderr);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('prints every metric for the model and three baselines, per year and in all, and writes JSON and a picture', () => {
    const outputs = ['--json', at('out.json'), '--picture', at('out.svg')];
    const ground = ['--hazard', at('hazard.geojson'), '--settlements', at('settlements.csv')];
    const { stdout, stderr, status } = run('backtest.ts', [
      ...inputs(),
      '--from',
      '2020',
      '--to',
      '2021',
      '--anchors',
      '1',
      ...ground,
      ...outputs,
    ]);
    assert.equal(status, 0, stderr);
    for (const words of [
      'HR1',
      'HR5',
      'HR10',
      'PAI5',
      'AUC',
      'AP',
      'IG',
      'places never seen before',
      '2021 mixture',
      'minus KDE + decay',
      'ECE',
      'PIT',
      'beyond 3 km',
      'by settlement',
    ])
      assert.ok(stdout.includes(words), `${words} is not printed`);
    const [result] = JSON.parse(readFileSync(at('out.json'), 'utf8'));
    assert.deepEqual(
      result.hazard.models.map(({ model }: { model: string }) => model),
      ['mixture', 'count + decay', 'KDE', 'KDE + decay'],
    );
    assert.match(readFileSync(at('out.svg'), 'utf8'), /^<svg.*Reliability.*<\/svg>/s);
  });

  it('is the same twice', () => {
    const again = () =>
      run('backtest.ts', [
        ...inputs(),
        '--from',
        '2021',
        '--to',
        '2021',
        '--anchors',
        '1',
        '--thin',
        '100',
        '--seeds',
        '1',
      ]).stdout.replace(/\n[\d.]+ s\n/, '');
    assert.equal(again(), again());
  });

  it('takes folds of map sheets for events without dates', () => {
    const undated = readFileSync(at('events.csv'), 'utf8').replace(/,\d{4}-\d\d-\d\d,day,/g, ',,,');
    writeFileSync(at('undated.csv'), undated);
    const { stdout, stderr, status } = run('backtest.ts', [
      '--events',
      at('undated.csv'),
      '--boundary',
      at('boundary.geojson'),
      '--folds',
      '3',
      '--anchors',
      '1',
    ]);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /3 folds of map sheets/);
  });

  it('refuses what it cannot read, saying where', () => {
    writeFileSync(at('broken.csv'), 'event_id,date,lat,lon\nX1,2020-01-01,,46\n');
    const broken = run('backtest.ts', [
      '--events',
      at('broken.csv'),
      '--boundary',
      at('boundary.geojson'),
      '--from',
      '2020',
      '--to',
      '2020',
    ]);
    assert.notEqual(broken.status, 0);
    assert.match(broken.stderr, /no usable lat and lon \(first: X1\)/);
    assert.match(run('backtest.ts', ['--events', 'x.csv']).stderr, /--boundary/);
  });
});

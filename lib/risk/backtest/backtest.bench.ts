import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const data = path.resolve(import.meta.dirname, '../../../../shared/data/benchmark');
const events = path.join(data, 'colombia-events-1984-2015.csv');
const boundary = path.join(data, 'colombia-boundary.geojson');
if (existsSync(events)) {
  const args = ['--events', events, '--boundary', boundary, '--from', '2006', '--to', '2015', '--anchors', '1'];
  const { stdout } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'backtest.ts'), ...args], {
    encoding: 'utf8',
  });
  const head = stdout.split('\nby year')[0];
  const calibration = stdout.slice(stdout.indexOf('calibration of the mixture'));
  console.log(`${head}\n\n${calibration}`);
} else console.log(`Skipped: no benchmark data at ${data}.`);

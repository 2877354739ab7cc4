import { type Figures, METRICS } from '../judged/summary.ts';
import type { Report } from './report.ts';

const TITLES = { all: 'all events', new: 'places never seen before' };

/** A report as text: figures with standard errors clustered by year, paired differences, years, calibration. */
export function printReport(report: Report): string {
  const lines = [`\n== ${report.label} ==`];
  for (const { which, events, models, differences } of report.sets) {
    lines.push('', `${TITLES[which]}, n = ${events}`, row('', [...METRICS]));
    for (const { name, figures } of models) lines.push(row(name, cells(figures)));
    for (const { name, figures } of differences) lines.push(row(`minus ${name}`, cells(figures)));
  }
  if (report.years.length) lines.push('', 'by year', row('', ['n', 'new', ...METRICS, 'IG new']));
  for (const { year, model, events, newPlaces, all, new: fresh } of report.years)
    lines.push(
      row(`${year} ${model}`, [
        String(events),
        String(newPlaces),
        ...METRICS.map((m) => digits(all[m]!)),
        digits(fresh.IG!),
      ]),
    );
  if (report.years.length) lines.push('', 'settings, learned from the years before');
  for (const { year, model, settings } of report.years) lines.push(`  ${year} ${model}: ${settings}`);
  return [...lines, ...calibrationLines(report)].join('\n');
}

function calibrationLines({ calibration }: Report): string[] {
  if (!calibration) return [];
  const { before, after, districts, topDecile } = calibration;
  const table = ({ bins }: typeof before) => bins.map((bin) => `${bin.expected.toFixed(0)}/${bin.observed}`).join('  ');
  const spread = (tenths: number[]) => tenths.map((t) => t.toFixed(3)).join(' ');
  return [
    '',
    'calibration of the mixture (expected/observed in tenths of forecast mass, most dangerous first)',
    `  before: ECE ${digits(before.error)}, top bin ${digits(before.topRatio)}: ${table(before)}`,
    `  after isotonic recalibration: ECE ${digits(after.error)}, top bin ${digits(after.topRatio)}: ${table(after)}`,
    `  90 % interval holds ${percent(districts.covered)} of ${districts.counts} counts of squares of 100 km; PIT ${spread(districts.tenths)}`,
    `  90 % interval holds ${percent(topDecile.covered)} of ${topDecile.counts} counts of cells in the top tenth; PIT ${spread(topDecile.tenths)}`,
  ];
}

const cells = (figures: Figures) => METRICS.map((m) => `${digits(figures[m].value)} (${digits(figures[m].error)})`);
const digits = (value: number) => (Number.isFinite(value) ? value.toFixed(3) : '-');
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const row = (name: string, columns: string[]) => `  ${name.padEnd(22)}${columns.map((c) => c.padStart(16)).join('')}`;

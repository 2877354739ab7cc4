import { type Bin, calibrationError } from '../judged/calibration.ts';
import type { Replayed, YearOfCalibration, YearOfModel } from '../judged/replay.ts';
import { differencesOf, type Figures, figuresOf, hitCurve, METRICS, type Which } from '../judged/summary.ts';

const MODEL = 'mixture';

/** All that one replay shows, as data: what is printed, written as JSON and drawn. */
export type Report = ReturnType<typeof reportOf>;

export function reportOf(label: string, run: Replayed) {
  const names = [...new Set(run.years.map(({ model }) => model))];
  const yearsOf = (name: string) => run.years.filter(({ model }) => model === name);
  const sets = (['all', 'new'] as const).map((which) => ({
    which,
    events: yearsOf(MODEL).reduce((sum, year) => sum + countOf(year, which), 0),
    models: names.map((name) => ({
      name,
      figures: figuresOf(yearsOf(name), which),
      curve: hitCurve(yearsOf(name), which),
    })),
    differences: names.slice(1).map((name) => ({ name, figures: differencesOf(yearsOf(MODEL), yearsOf(name), which) })),
  }));
  const years = run.years.map((year) => ({
    year: year.year,
    model: year.model,
    events: year.scores.length,
    newPlaces: countOf(year, 'new'),
    all: valuesOf(figuresOf([year], 'all')),
    new: valuesOf(figuresOf([year], 'new')),
    settings: year.settings,
  }));
  const calibration = run.calibration.length
    ? {
        before: reliability(run.calibration, 'before'),
        after: reliability(run.calibration, 'after'),
        districts: coverage(run.calibration.flatMap(({ districtPits }) => districtPits)),
        topDecile: coverage(run.calibration.flatMap(({ topPits }) => topPits)),
      }
    : null;
  return { label, sets, years, calibration };
}

const countOf = (year: YearOfModel, which: Which) =>
  which === 'all' ? year.isNew.length : year.isNew.filter(Boolean).length;
const valuesOf = (figures: Figures) => Object.fromEntries(METRICS.map((metric) => [metric, figures[metric].value]));

function reliability(years: readonly YearOfCalibration[], when: 'before' | 'after') {
  const bins = years[0]![when].map((_, b): Bin => {
    const column = years.map((year) => year[when][b]!);
    return {
      expected: column.reduce((sum, { expected }) => sum + expected, 0),
      observed: column.reduce((sum, { observed }) => sum + observed, 0),
    };
  });
  return { error: calibrationError(bins), topRatio: bins[0]!.observed / bins[0]!.expected, bins };
}

function coverage(pits: readonly number[]) {
  const tenths = Array.from(
    { length: 10 },
    (_, i) => pits.filter((u) => Math.min(9, Math.floor(u * 10)) === i).length / pits.length,
  );
  return { counts: pits.length, covered: pits.filter((u) => u >= 0.05 && u <= 0.95).length / pits.length, tenths };
}

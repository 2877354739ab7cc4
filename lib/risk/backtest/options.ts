import { parseArgs } from 'node:util';

export type Options = {
  events: string;
  boundary: string;
  from: number;
  to: number;
  cellAreaKm2: number;
  hazard: string | null;
  settlements: string | null;
  covariates: string[];
  thin: number;
  seeds: number;
  folds: number;
  anchors: number;
  json: string | null;
  picture: string | null;
};

export const USAGE = `npm run backtest -- --events FILE.csv --boundary FILE.geojson --from YEAR --to YEAR
  [--cell-area-km2 25]      area of the regular hexagons
  [--hazard FILE.geojson]   surveyed hazardous areas: how much of them each layer's order finds
  [--settlements FILE.csv]  lat, lon: the same by settlement
  [--covariate FILE.geojson] repeatable: points, lines or areas whose nearness must earn its weight
  [--thin N --seeds 3]      train on about N events drawn at random, once per seed
  [--folds 5]               for events without dates: folds of map sheets instead of years
  [--anchors 3]             positions of the grid
  [--json OUT] [--picture OUT.svg]`;

/** Reads the command line. Throws with the usage when something is missing. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args: args.filter((arg, i) => arg !== '--' || i > 0),
    options: {
      events: { type: 'string' },
      boundary: { type: 'string' },
      from: { type: 'string', default: '0' },
      to: { type: 'string', default: '0' },
      'cell-area-km2': { type: 'string', default: '25' },
      hazard: { type: 'string' },
      settlements: { type: 'string' },
      covariate: { type: 'string', multiple: true, default: [] },
      thin: { type: 'string', default: '0' },
      seeds: { type: 'string', default: '3' },
      folds: { type: 'string', default: '0' },
      anchors: { type: 'string', default: '3' },
      json: { type: 'string' },
      picture: { type: 'string' },
    },
  });
  const number = (name: keyof typeof values) => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} must be a number.\n\n${USAGE}`);
    return value;
  };
  if (!values.events || !values.boundary) throw new Error(`--events and --boundary are needed.\n\n${USAGE}`);
  const options = {
    events: values.events,
    boundary: values.boundary,
    from: number('from'),
    to: number('to'),
    cellAreaKm2: number('cell-area-km2'),
    hazard: values.hazard ?? null,
    settlements: values.settlements ?? null,
    covariates: values.covariate,
    thin: number('thin'),
    seeds: Math.max(1, number('seeds')),
    folds: number('folds'),
    anchors: Math.max(1, number('anchors')),
    json: values.json ?? null,
    picture: values.picture ?? null,
  };
  if (!options.folds && !options.hazard && !(options.from && options.to >= options.from))
    throw new Error(`--from and --to are years, or give --folds or --hazard.\n\n${USAGE}`);
  return options;
}

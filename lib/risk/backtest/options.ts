import { parseArgs } from 'node:util';

export type Options = {
  events: string;
  boundary: string;
  from: number;
  to: number;
  cellAreaKm2: number;
  h3: number;
  hazard: string | null;
  hazardRadius: number;
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
  events: columns event_id, date, date_precision, lat, lon, optional uncertainty_m and class; lines that cannot be used are counted
  boundary: polygons in degrees; the grid is laid over them
  [--cell-area-km2 25]      area of the regular hexagons
  [--h3 RESOLUTION]         the H3 cells of production instead of regular hexagons; one position of the grid
  [--hazard FILE.geojson]   surveyed hazardous areas: how much of them each layer's order finds
  [--hazard-radius-m N]     points in it stand for discs of this radius; without it only its polygons count
  [--settlements FILE.csv]  lat, lon: the same by settlement
  [--covariate FILE.geojson] repeatable: points, lines or areas whose nearness must earn its weight
  [--thin N --seeds 3]      train on about N events drawn at random, once per seed
  [--folds 5]               for events without dates: folds of map sheets instead of years
  [--anchors 3]             positions of the grid
  [--json OUT] [--picture OUT.svg]
  [--help]`;

/** Reads the command line; null when help is asked for. Throws with the usage when something is missing or wrong. */
export function readOptions(args: string[]): Options | null {
  const values = valuesOf(args);
  if (values.help) return null;
  const number = (name: keyof typeof values) => {
    const value = Number(values[name] || Number.NaN);
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
    h3: number('h3'),
    hazard: values.hazard ?? null,
    hazardRadius: number('hazard-radius-m'),
    settlements: values.settlements ?? null,
    covariates: values.covariate,
    thin: number('thin'),
    seeds: Math.max(1, number('seeds')),
    folds: number('folds'),
    anchors: values.h3 !== '0' ? 1 : Math.max(1, number('anchors')),
    json: values.json ?? null,
    picture: values.picture ?? null,
  };
  if (!(options.cellAreaKm2 > 0)) throw new Error(`--cell-area-km2 must be above 0.\n\n${USAGE}`);
  if (!options.folds && !options.hazard && !(options.from && options.to >= options.from))
    throw new Error(`--from and --to are years, or give --folds or --hazard.\n\n${USAGE}`);
  return options;
}

function valuesOf(args: string[]) {
  try {
    return parse(args).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${USAGE}`);
  }
}

const parse = (args: string[]) =>
  parseArgs({
    args: args.filter((arg, i) => arg !== '--' || i > 0),
    options: {
      events: { type: 'string' },
      boundary: { type: 'string' },
      from: { type: 'string', default: '0' },
      to: { type: 'string', default: '0' },
      'cell-area-km2': { type: 'string', default: '25' },
      h3: { type: 'string', default: '0' },
      hazard: { type: 'string' },
      'hazard-radius-m': { type: 'string', default: '0' },
      settlements: { type: 'string' },
      covariate: { type: 'string', multiple: true, default: [] },
      thin: { type: 'string', default: '0' },
      seeds: { type: 'string', default: '3' },
      folds: { type: 'string', default: '0' },
      anchors: { type: 'string', default: '3' },
      json: { type: 'string' },
      picture: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });

import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { getHexagonAreaAvg, UNITS } from 'h3-js';
import { type Grid, h3Grid, plainHexGrid } from '../../geo/hex-grid.ts';
import { type LngLatPolygons, planeOf } from '../../geo/hex-plane.ts';
import { ringMoments } from '../../geo/hex-shape.ts';
import { seededRandom } from '../../seeded-random.ts';
import { covariateClues } from './inputs/covariates.ts';
import { placeEvents, placeUndated } from './inputs/place-events.ts';
import { type PastEvent, type Remarks, readEvents, readPlaces, remarkLines } from './inputs/read-events.ts';
import { readPolygons } from './inputs/read-shapes.ts';
import { replayBlocks } from './judged/block-folds.ts';
import { replay } from './judged/replay.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { hazardReport, printHazard } from './report/hazard-report.ts';
import { pictureOf } from './report/picture.ts';
import { printReport } from './report/print-report.ts';
import { type Report, reportOf } from './report/report.ts';

const MOST_CELLS = 2_000_000;
// Where the lattice lies: the boundary's south-west corner, then moved by thirds of a cell.
const ANCHORS = [0, 1 / 3, 2 / 3];

function run(options: Options) {
  const started = performance.now();
  const { events, remarks } = readEvents(options.events, Date.now() / 86_400_000);
  say(`${options.events}: ${events.length} events used`, remarks);
  const boundary = polygonsOf(options.boundary);
  refuseTooManyCells(options, boundary);
  for (const out of [options.json, options.picture])
    if (out && !existsSync(dirname(out))) throw new Error(`the folder of ${out} does not exist`);
  const hazard = options.hazard ? polygonsOf(options.hazard, options.hazardRadius) : null;
  const settlements = options.settlements ? readPlaces(options.settlements) : [];
  const results = ANCHORS.slice(0, options.anchors).map((shift, anchor) => {
    const grid = options.h3
      ? h3Grid(boundary, options.h3)
      : plainHexGrid(boundary, options.cellAreaKm2 * 1e6, shift, shift);
    if (!grid.size) throw new Error(`${options.boundary}: no cell lies inside; give a smaller --cell-area-km2`);
    const placing: Remarks = new Map();
    placeUndated(grid, events, placing);
    say(`${grid.size} cells, anchor ${anchor + 1}`, placing);
    const forecast = forecasts(options, grid, anchor, events);
    for (const report of forecast) console.log(printReport(report));
    const layers = options.covariates.flatMap((file) => covariateClues(grid, file, 0));
    const random = seededRandom(anchor + 1);
    const found = hazard && hazardReport(`anchor ${anchor + 1}`, grid, events, hazard, settlements, random, layers);
    if (found) console.log(printHazard(found));
    return { forecasts: forecast, hazard: found };
  });
  if (options.json) writeFileSync(options.json, JSON.stringify(results, null, 1));
  if (options.picture) writeFileSync(options.picture, pictureOf(results[0]!.forecasts[0] ?? null, results[0]!.hazard));
  console.log(`\n${((performance.now() - started) / 1_000).toFixed(1)} s`);
}

// Before the grid is laid: a slip in the area of a cell would fill the memory.
function refuseTooManyCells({ h3, cellAreaKm2 }: Options, boundary: LngLatPolygons): void {
  const { toPlane } = planeOf(boundary);
  const km2 = boundary.reduce((sum, [outer]) => sum + Math.abs(ringMoments(outer!.map(toPlane)).area) / 1e6, 0);
  const cells = km2 / (h3 ? getHexagonAreaAvg(h3, UNITS.km2) : cellAreaKm2);
  if (cells > MOST_CELLS)
    throw new Error(`the boundary holds ${Math.round(cells)} such cells; ${MOST_CELLS} at most: give larger ones`);
}

function polygonsOf(file: string, pointRadiusMetres = 0): LngLatPolygons {
  const remarks: Remarks = new Map();
  const polygons = readPolygons(file, remarks, pointRadiusMetres);
  say(`${file}: ${polygons.length} polygons used`, remarks);
  return polygons;
}

const say = (head: string, remarks: Remarks) => console.log([head, ...remarkLines(remarks)].join('\n'));

function forecasts(options: Options, grid: Grid, anchor: number, events: readonly PastEvent[]): Report[] {
  const cells = options.h3 ? `H3 resolution ${options.h3}` : `${options.cellAreaKm2} sq km`;
  const label = `${grid.size} cells of ${cells}, anchor ${anchor + 1}`;
  if (options.folds) {
    const covariates = options.covariates.flatMap((file) => covariateClues(grid, file, 0));
    const { placed } = placeUndated(grid, events);
    const folds = replayBlocks(grid, placed, options.folds, seededRandom(anchor + 1), covariates);
    return [reportOf(`${label}, ${options.folds} folds of map sheets`, folds)];
  }
  if (!options.from) return [];
  const remarks: Remarks = new Map();
  const placed = placeEvents(grid, events, remarks).filter(({ year }) => year <= options.to);
  if (!placed.some(({ year }) => year >= options.from)) throw new Error(`no event in ${options.from}-${options.to}`);
  const undated = remarks.get('left out of yearly forecasts: no date');
  if (undated) console.log(`  ${undated.count} events without a date are left out of yearly forecasts`);
  const firstDay = placed.reduce((first, { startDay }) => Math.min(first, startDay), Number.POSITIVE_INFINITY);
  const covariates = options.covariates.flatMap((file) => covariateClues(grid, file, firstDay));
  return Array.from({ length: options.thin ? options.seeds : 1 }, (_, seed) => {
    const random = seededRandom(1_000 * (seed + 1) + anchor);
    const keep = options.thin / placed.filter(({ year }) => year < options.to).length;
    if (options.thin) for (const event of placed) event.train = random() < keep;
    const known = placed.filter(({ train, year }) => train && year < options.to).length;
    const thinned = options.thin ? `, trained on ${known} events, seed ${seed + 1}` : '';
    return reportOf(`${label}${thinned}`, replay(grid, placed, options.from, options.to, random, covariates));
  });
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options) run(options);
  else console.log(USAGE);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

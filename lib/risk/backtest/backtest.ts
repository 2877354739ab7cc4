import { writeFileSync } from 'node:fs';
import { type Grid, plainHexGrid } from '../../geo/hex-grid.ts';
import { seededRandom } from '../../seeded-random.ts';
import { replayBlocks } from './block-folds.ts';
import { covariateClues } from './covariates.ts';
import { hazardReport, printHazard } from './hazard-report.ts';
import { type Options, readOptions } from './options.ts';
import { pictureOf } from './picture.ts';
import { placeEvents, placeUndated } from './place-events.ts';
import { printReport } from './print-report.ts';
import { type PastEvent, readEvents, readPlaces, readPolygons } from './read-inputs.ts';
import { replay } from './replay.ts';
import { type Report, reportOf } from './report.ts';

// Where the lattice lies: the boundary's south-west corner, then moved by thirds of a cell.
const ANCHORS = [0, 1 / 3, 2 / 3];

function forecasts(options: Options, grid: Grid, anchor: number, events: readonly PastEvent[]): Report[] {
  const label = `${grid.size} cells of ${options.cellAreaKm2} sq km, anchor ${anchor + 1}`;
  if (options.folds) {
    const covariates = options.covariates.flatMap((file) => covariateClues(grid, file, 0));
    const { placed } = placeUndated(grid, events);
    const folds = replayBlocks(grid, placed, options.folds, seededRandom(anchor + 1), covariates);
    return [reportOf(`${label}, ${options.folds} folds of map sheets`, folds)];
  }
  if (!options.from) return [];
  const placed = placeEvents(grid, events).filter(({ year }) => year <= options.to);
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

const started = performance.now();
const options = readOptions(process.argv.slice(2));
const events = readEvents(options.events);
const boundary = readPolygons(options.boundary);
const results: { forecasts: Report[]; hazard: ReturnType<typeof hazardReport> | null }[] = [];
for (const [anchor, shift] of ANCHORS.slice(0, options.anchors).entries()) {
  const grid = plainHexGrid(boundary, options.cellAreaKm2 * 1e6, shift, shift);
  const reports = forecasts(options, grid, anchor, events);
  for (const report of reports) console.log(printReport(report));
  const layers = options.covariates.flatMap((file) => covariateClues(grid, file, 0));
  const settlements = options.settlements ? readPlaces(options.settlements) : [];
  const label = `anchor ${anchor + 1}`;
  const hazard = options.hazard
    ? hazardReport(label, grid, events, readPolygons(options.hazard), settlements, seededRandom(anchor + 1), layers)
    : null;
  if (hazard) console.log(printHazard(hazard));
  results.push({ forecasts: reports, hazard });
}
if (options.json) writeFileSync(options.json, JSON.stringify(results, null, 1));
const first = results[0]?.forecasts[0];
if (options.picture && first) writeFileSync(options.picture, pictureOf(first));
console.log(`\n${((performance.now() - started) / 1_000).toFixed(1)} s`);

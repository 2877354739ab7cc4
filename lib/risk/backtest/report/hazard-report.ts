import type { Grid } from '../../../geo/hex-grid.ts';
import type { LngLat, LngLatPolygons } from '../../../geo/hex-plane.ts';
import { PLACE_FOLDS } from '../../model/learning/place-mixture.ts';
import type { DatedClue } from '../../model/stamps/rolling-sums.ts';
import { placeUndated } from '../inputs/place-events.ts';
import type { PastEvent } from '../inputs/read-events.ts';
import {
  hazardCurve,
  hazardFound,
  hazardFoundBySettlement,
  hazardousArea,
  INSPECTED_SHARES,
} from '../judged/ground-truth.ts';
import { staticMaps } from '../models/static-maps.ts';

export type HazardReport = ReturnType<typeof hazardReport>;

// What production draws answers another question, so that nobody takes the one order for the other.
const ORDERED = [
  'order: cells by expected hazardous ground per area, not by the next incident, which is what the danger layer of the product shows:',
  'the same kernels and the same learning, but from all places as they stand, each place forecast by the others instead of each year by',
  'the years before; the density of reports counts by its root, since much reporting is not much ground; kernels are drawn out along neighbours',
];

/** How much surveyed hazardous area each map's order finds, from all events up to the last. */
export function hazardReport(
  label: string,
  grid: Grid,
  events: readonly PastEvent[],
  hazard: LngLatPolygons,
  settlements: readonly LngLat[],
  random: () => number,
  covariates: readonly DatedClue[],
) {
  const { placed, dated, day } = placeUndated(grid, events);
  const area = hazardousArea(grid, hazard, placed);
  const places = settlements.map((at) => grid.plane.toPlane(at)).map(([x, y]) => ({ x, y }));
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  if (!sum(area.all)) throw new Error('no surveyed area lies within the boundary');
  const foldOf = () => Math.floor(random() * PLACE_FOLDS);
  return {
    label,
    events: placed.length,
    dated,
    hazardKm2: sum(area.all) / 1e6,
    beyondShare: 1 - sum(area.near) / sum(area.all),
    models: staticMaps(grid, placed, day, dated, foldOf, 'ground', covariates).map(({ model, map, settings }) => ({
      model,
      settings,
      found: hazardFound(grid, map, area),
      curve: hazardCurve(grid, map, area),
      bySettlement: places.length ? hazardFoundBySettlement(grid, map, area, places) : null,
    })),
  };
}

export function printHazard(report: HazardReport): string {
  const head = INSPECTED_SHARES.map((share) => `${100 * share} %`.padStart(9)).join('');
  const lines = [
    `\n== hazardous area found, ${report.label} ==`,
    `  ${report.events} events${report.dated ? '' : ' (dates not used)'}, ${report.hazardKm2.toFixed(1)} sq km of surveyed hazard, ` +
      `${(100 * report.beyondShare).toFixed(0)} % of it more than 3 km from any incident`,
    ...ORDERED.map((words) => `  ${words}`),
  ];
  const kinds = [
    ['of all hazardous area, inside the first share of area', 'all'],
    ['within 3 km of an incident', 'within3km'],
    ['beyond 3 km of any incident', 'beyond3km'],
  ] as const;
  for (const [title, kind] of kinds) {
    lines.push(`  ${title.padEnd(56)}${head}`);
    for (const { model, found } of report.models)
      lines.push(`    ${model.padEnd(54)}${found.map((at) => at[kind].toFixed(3).padStart(9)).join('')}`);
  }
  if (report.models[0]?.bySettlement)
    lines.push(`  ${'by settlement, inside the first share of settlements'.padEnd(56)}${head}`);
  for (const { model, bySettlement } of report.models)
    if (bySettlement)
      lines.push(`    ${model.padEnd(54)}${bySettlement.map(({ found }) => found.toFixed(3).padStart(9)).join('')}`);
  for (const { model, settings } of report.models) lines.push(`  ${model}: ${settings}`);
  return lines.join('\n');
}

import type { Grid } from '../../../geo/hex-grid.ts';
import { PLACE_FOLDS } from '../../model/learning/place-mixture.ts';
import { rankCells } from '../../model/ranking.ts';
import type { DatedClue } from '../../model/stamps/rolling-sums.ts';
import type { ReplayEvent } from '../models/forecaster.ts';
import { staticMaps } from '../models/static-maps.ts';
import { averagePrecision, scoreEvents } from './metrics.ts';
import type { Replayed, YearOfModel } from './replay.ts';

// A sheet of the 1:100,000 series: 20' of latitude by 30' of longitude.
const SHEET_LAT = 1 / 3;
const SHEET_LNG = 1 / 2;

/**
 * For events without dates: map sheets are dealt to folds, each fold's events are forecast from the others and judged
 * among the fold's own cells. The fold stands where a year stands otherwise.
 */
export function replayBlocks(
  grid: Grid,
  events: readonly ReplayEvent[],
  folds: number,
  random: () => number,
  covariates: readonly DatedClue[] = [],
): Replayed {
  const dealt = new Map<string, number>();
  const sheetOf = ({ x, y }: { x: number; y: number }) => {
    const [lng, lat] = grid.plane.toLngLat([x, y]);
    const sheet = `${Math.floor(lng / SHEET_LNG)} ${Math.floor(lat / SHEET_LAT)}`;
    const drawn = dealt.get(sheet) ?? Math.floor(random() * folds * PLACE_FOLDS);
    dealt.set(sheet, drawn);
    return drawn;
  };
  const foldOfCell = Int32Array.from(grid.x, (x, cell) => sheetOf({ x, y: grid.y[cell]! }) % folds);
  const years: YearOfModel[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const held = events.filter(({ cell }) => foldOfCell[cell] === fold);
    const known = events.filter(({ cell }) => foldOfCell[cell] !== fold);
    if (!held.length || !known.length) continue;
    const cells = [...foldOfCell.keys()].filter((cell) => foldOfCell[cell] === fold);
    const here = subGrid(grid, cells);
    const inner = (at: { x: number; y: number }) => Math.floor(sheetOf(at) / folds);
    const seen = new Set(known.map(({ place }) => place));
    const indexOf = new Map(cells.map((cell, i) => [cell, i]));
    for (const { model, map, settings } of staticMaps(grid, known, 0, false, inner, 'incidents', covariates)) {
      const mass = cells.reduce((sum, cell) => sum + map[cell]!, 0);
      const local = Float64Array.from(cells, (cell) => map[cell]! / mass);
      const ranking = rankCells(here, local);
      const at = held.map(({ cell }) => indexOf.get(cell)!);
      const isNew = held.map(({ place }) => !seen.has(place));
      const scores = scoreEvents(here, local, ranking, at);
      const precision = averagePrecision(ranking, at);
      years.push({
        model,
        year: fold + 1,
        scores,
        isNew,
        averagePrecision: precision,
        averagePrecisionNew: precision,
        settings,
      });
    }
  }
  return { years, calibration: [] };
}

function subGrid(grid: Grid, cells: readonly number[]): Grid {
  const area = Float64Array.from(cells, (cell) => grid.area[cell]!);
  return { ...grid, size: cells.length, area, totalArea: area.reduce((sum, one) => sum + one, 0) };
}

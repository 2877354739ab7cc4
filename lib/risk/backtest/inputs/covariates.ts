import { basename } from 'node:path';
import type { Grid } from '../../../geo/hex-grid.ts';
import { piecesOf } from '../../model/stamps/pieces.ts';
import type { DatedClue } from '../../model/stamps/rolling-sums.ts';
import { readShapes } from './read-shapes.ts';

const RADIUS_METRES = 100;

/**
 * A layer of points, lines or areas as a class of its own: its nearness, at every scale, is a component whose weight the
 * forecasts must earn. A line counts by its length, so that long roads are not diluted.
 */
export function covariateClues(grid: Grid, file: string, day: number): DatedClue[] {
  const group = `layer ${basename(file).replace(/\.[^.]*$/, '')}`;
  return readShapes(file).map((shape): DatedClue => {
    const geometry =
      shape.type === 'point'
        ? { type: 'point' as const, lng: shape.at[0], lat: shape.at[1], radiusMetres: RADIUS_METRES }
        : { ...shape, radiusMetres: RADIUS_METRES };
    const weight = shape.type === 'line' ? lengthKm(shape.coordinates.map(grid.plane.toPlane)) : 1;
    return {
      pieces: (scale) => piecesOf(geometry, grid.plane, Math.max(scale, 1_000)),
      startDay: day,
      endDay: day,
      group,
      weight,
    };
  });
}

function lengthKm(points: (readonly [number, number])[]): number {
  let sum = 0;
  for (let i = 1; i < points.length; i++)
    sum += Math.hypot(points[i]![0] - points[i - 1]![0], points[i]![1] - points[i - 1]![1]);
  return sum / 1_000;
}

import { type Grid, nearestCell } from '../../geo/hex-grid.ts';
import type { ReplayEvent } from './forecaster.ts';
import { type PastEvent, radiusOf } from './read-inputs.ts';
import type { YearlyEvent } from './replay.ts';

// An event just outside a simplified boundary belongs to the nearest cell; one farther off is left out.
const FARTHEST_METRES = 30_000;

/** Dated events on the grid by year, all for training; those far outside or without a date are left out. */
export function placeEvents(grid: Grid, events: readonly PastEvent[]): YearlyEvent[] {
  return events.flatMap((event) => {
    const placed = event.year === null ? null : place(grid, event);
    return placed ? [{ ...placed, year: event.year!, train: true }] : [];
  });
}

/** All events on the grid; when one has no date, none is used. */
export function placeUndated(
  grid: Grid,
  events: readonly PastEvent[],
): { placed: ReplayEvent[]; dated: boolean; day: number } {
  const placed = events.flatMap((event) => place(grid, event) ?? []);
  const dated = events.every(({ endDay }) => endDay !== null);
  return { placed, dated, day: dated ? placed.reduce((last, { endDay }) => Math.max(last, endDay), 0) : 0 };
}

function place(grid: Grid, event: PastEvent): ReplayEvent | null {
  const [x, y] = grid.plane.toPlane([event.lng, event.lat]);
  const cell = nearestCell(grid, x, y, FARTHEST_METRES);
  if (cell < 0) return null;
  const [startDay, endDay] = [event.startDay ?? 0, event.endDay ?? 0];
  return { x, y, cell, place: event.place, radius: radiusOf(event), startDay, endDay, class: classOf(event) };
}

function classOf({ class: kind, uncertaintyMetres }: PastEvent): string | null {
  const precision =
    uncertaintyMetres === null ? null : uncertaintyMetres <= 50 ? 'A' : uncertaintyMetres <= 500 ? 'B' : 'C';
  return kind || precision ? [kind, precision].filter(Boolean).join(' ') : null;
}

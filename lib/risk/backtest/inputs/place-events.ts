import { type Grid, nearestCell } from '../../../geo/hex-grid.ts';
import type { YearlyEvent } from '../judged/replay.ts';
import type { ReplayEvent } from '../models/forecaster.ts';
import { type PastEvent, type Remarks, radiusOf, remark } from './read-events.ts';

// An event just outside a simplified boundary belongs to the nearest cell; one farther off is left out.
const FARTHEST_METRES = 30_000;
// A class must be large enough for weights of its own to be learned; the rest share one.
const LEAST_IN_CLASS = 20;
const MOST_CLASSES = 5;

/** Dated events on the grid by year, all for training; those far outside or without a date are left out. */
export function placeEvents(grid: Grid, events: readonly PastEvent[], remarks: Remarks = new Map()): YearlyEvent[] {
  const classOf = classesOf(events);
  return events.flatMap((event) => {
    if (event.year === null) remark(remarks, 'left out of yearly forecasts: no date', event.id);
    const placed = event.year === null ? null : place(grid, event, classOf(event), remarks);
    return placed ? [{ ...placed, year: event.year!, train: true }] : [];
  });
}

/**
 * All events on the grid as they stand on the day of the last one. An event without a date may have happened at any time
 * between the first and the last; where most have none, no date is used.
 */
export function placeUndated(
  grid: Grid,
  events: readonly PastEvent[],
  remarks: Remarks = new Map(),
): { placed: ReplayEvent[]; dated: boolean; day: number } {
  const days = events.flatMap(({ startDay, endDay }) => (startDay === null ? [] : [{ startDay, endDay: endDay! }]));
  const dated = days.length >= events.length / 2;
  const [first, last] = dated
    ? days.reduce(([from, to], one) => [Math.min(from, one.startDay), Math.max(to, one.endDay)], [Infinity, -Infinity])
    : [0, 0];
  const classOf = classesOf(events);
  const placed = events.flatMap((event) => {
    const known = dated && event.startDay !== null;
    const when = known ? event : { ...event, startDay: first, endDay: last };
    return place(grid, when, classOf(event), remarks) ?? [];
  });
  if (!placed.length) throw new Error('no event lies within the boundary: are lat and lon exchanged?');
  return { placed, dated, day: last };
}

function place(grid: Grid, event: PastEvent, group: string | null, remarks: Remarks): ReplayEvent | null {
  const [x, y] = grid.plane.toPlane([event.lng, event.lat]);
  const cell = nearestCell(grid, x, y, FARTHEST_METRES);
  if (cell < 0) {
    remark(remarks, `left out: more than ${FARTHEST_METRES / 1_000} km outside the boundary`, event.id);
    return null;
  }
  const [startDay, endDay] = [event.startDay ?? 0, event.endDay ?? 0];
  return { x, y, cell, place: event.place, radius: radiusOf(event), startDay, endDay, class: group };
}

function classesOf(events: readonly PastEvent[]): (event: PastEvent) => string | null {
  const byName = Map.groupBy(events, nameOf);
  const large = [...byName]
    .filter(([, members]) => members.length >= LEAST_IN_CLASS)
    .sort((a, b) => b[1].length - a[1].length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
    .slice(0, MOST_CLASSES);
  const own = new Set(large.map(([name]) => name));
  return (event) => (own.has(nameOf(event)) ? nameOf(event) : 'other');
}

function nameOf({ class: kind, uncertaintyMetres: radius }: PastEvent): string | null {
  const precision = radius === null ? null : radius <= 50 ? 'A' : radius <= 500 ? 'B' : radius <= 2_000 ? 'C' : 'D';
  return kind || precision ? [kind, precision].filter(Boolean).join(' ') : null;
}

import type { PolygonGeometry } from '../../geo/lng-lat.ts';
import { roundDegrees } from '../../geo/lng-lat.ts';
import type { SquareId } from '../../geo/squares.ts';
import { squaresTouched } from '../../geo/squares-touched.ts';
import type { AcceptedRecord } from '../../records/find-accepted.ts';
import type { Clearance } from '../model/clue.ts';
import { DEFAULT_PARAMETERS } from '../model/parameters.ts';
import { dateOf, endDayOf, endDayOfRecord } from '../rules.ts';
import type { VerifiedClue } from '../store.ts';
import { squaresOf } from './marked-squares.ts';

/** Land as its authority drew it: "released by AUTHORITY on DATE", never as safe. Dates are YYYY-MM-DD. */
export type ReleasedLand = { authority: string; date: string; geometry: PolygonGeometry };
/** `id`: of the official feedback behind it, which never leaves. */
export type StoredRelease = ReleasedLand & { id: string };

/** By square, the last day on which something that touches it may have happened; days since 1970-01-01. */
export type NewestBySquare = Partial<Record<SquareId, number>>;

type Told = Pick<VerifiedClue, 'geometry' | 'uncertaintyMetres' | 'dateStart' | 'dateEnd' | 'dateReported'>;

export function newestBySquare(
  clues: readonly Told[],
  records: readonly AcceptedRecord[],
  asOfDay: number,
): NewestBySquare {
  const newest: NewestBySquare = {};
  const put = (squares: readonly SquareId[], day: number) => {
    for (const square of squares) newest[square] = Math.max(newest[square] ?? day, day);
  };
  for (const clue of clues) put(squaresOf(clue), endDayOf(clue, asOfDay));
  for (const record of records) put(squaresOf(record), endDayOfRecord(record, asOfDay));
  return newest;
}

/**
 * Official polygons that nothing has opened again, the newest first. As in the model what may be later than the release opens
 * it, but in whole squares: were only the polygon that was struck to vanish, two releases would tell where the strike was.
 * So less is drawn as released than might be, never more.
 */
export function releasedLand(
  clearances: readonly Clearance[],
  ...evidence: readonly NewestBySquare[]
): StoredRelease[] {
  return clearances
    .filter(({ releases, method }) => releases !== false && DEFAULT_PARAMETERS.releasingMethods.includes(method))
    .map(({ id, rings, authority, day }) => ({ id, authority, day, geometry: polygonOf(rings) }))
    .filter(({ geometry, day }) =>
      squaresTouched(geometry, 0).every((square) =>
        evidence.every((newest) => !((newest[square] ?? -Infinity) >= day)),
      ),
    )
    .sort((a, b) => b.day - a.day || (a.id < b.id ? -1 : 1))
    .map(({ day, ...one }) => ({ ...one, date: dateOf(day) }));
}

const polygonOf = (rings: Clearance['rings']): PolygonGeometry => ({
  type: 'Polygon',
  coordinates: rings.map((ring) => ring.map(([lng, lat]) => [roundDegrees(lng), roundDegrees(lat)])),
});

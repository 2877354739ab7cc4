import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { fromPosition, type Geometry, type Position } from '../../geo/lng-lat.ts';
import { directionPrecisions, offsetStart, wedge } from '../../geo/offset-error.ts';

/** GeoJSON, degrees; a band about a ring has a hole. */
export type ErrorShape =
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] };
type Shape = Geometry | ErrorShape;
type Placed = {
  id: string;
  geometry: Shape | null;
  /** As it was told, and as it counts; metres. */
  uncertaintyMetres?: number | null;
  effectiveUncertaintyMetres: number;
  bearingDegrees?: number | null;
  distanceMetres?: number | null;
  directionErrorDegrees?: number | null;
  distanceErrorMetres?: number | null;
  startErrorMetres?: number | null;
};
/** To be widened by so many metres; of an area its edge, since what may be off is where it runs. */
type Core = { geometry: Shape; metres: number; edge: boolean };

/**
 * Where each claim leaves its event, by its id: the wedge of an offset, the band about a line or about the edge of an
 * area. A plain point has none here: its shape is the disc of its error.
 * Computes only; what it is given must be the asker's to read.
 */
export async function errorShapes(ctx: Context, claims: readonly Placed[]): Promise<ReadonlyMap<string, ErrorShape>> {
  const cores = claims.flatMap((claim) => {
    const core = coreOf(claim);
    return core ? [{ id: claim.id, ...core }] : [];
  });
  if (cores.length === 0) return new Map();
  const { rows } = await ctx.db.execute<{ id: string; shape: ErrorShape }>(sql`
    select id, ST_AsGeoJSON(ST_Transform(ST_Buffer(
      case when edge then ST_Boundary(flat) else flat end, metres, 'quad_segs=8'), 4326), 6)::json as shape
    from jsonb_to_recordset(${JSON.stringify(cores)}::jsonb) as core(id text, geometry jsonb, metres float8, edge boolean),
      lateral (select ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(geometry::text), 4326), 32638) as flat) as plane`);
  return new Map(rows.map(({ id, shape }) => [id, shape]));
}

function coreOf(claim: Placed): Core | null {
  const { geometry, effectiveUncertaintyMetres: counts, bearingDegrees, distanceMetres } = claim;
  if (!geometry) return null;
  if (geometry.type !== 'Point') return { geometry, metres: counts, edge: geometry.type !== 'LineString' };
  if (bearingDegrees == null || !distanceMetres) return null;
  const told = claim.uncertaintyMetres ?? counts;
  // reporters choose among eight winds; their radius is made of these two terms (offsetUncertaintyMetres)
  const distance = claim.distanceErrorMetres ?? Math.min(told, Math.max(500, distanceMetres / 4));
  const start = claim.startErrorMetres ?? told - distance;
  const origin = offsetStart(fromPosition(geometry.coordinates), bearingDegrees, distanceMetres);
  const sector = wedge(origin, bearingDegrees, {
    distanceMetres,
    distanceErrorMetres: distance,
    directionErrorDegrees: claim.directionErrorDegrees ?? directionPrecisions.eighth,
  });
  return { geometry: sector, metres: start + Math.max(0, counts - told), edge: false };
}

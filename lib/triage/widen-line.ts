import { sql } from 'drizzle-orm';
import { type Context, moderators, requireRole } from '../context.ts';
import { Problem } from '../errors.ts';
import type { LineGeometry, PolygonGeometry, Position } from '../geo/lng-lat.ts';

/** As many as an area may have, its closing one included. */
const mostPositions = 200;

/**
 * The area within `metres` of a line: a strip along a fence or trench. Coarser at its bends where it would have too many
 * vertices. Writes nothing. Errors: forbidden, invalid_input (`width`: width_invalid, too_many_vertices, width_ring
 * where the strip closes about ground of its own).
 */
export async function widenLine(ctx: Context, line: LineGeometry, metres: number): Promise<PolygonGeometry> {
  requireRole(ctx, ...moderators);
  const refused = (key: string) => new Problem('invalid_input', { fields: { width: key } });
  if (!(metres > 0 && metres <= 5000)) throw refused('width_invalid');
  for (const style of ['quad_segs=8', 'quad_segs=4', 'quad_segs=2', 'quad_segs=2 join=mitre mitre_limit=2']) {
    const { rows } = await ctx.db.execute<{ shape: PolygonGeometry & { coordinates: Position[][] } }>(sql`
      select ST_AsGeoJSON(ST_Transform(ST_Buffer(
        ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(line)}), 4326), 32638),
        ${metres}::float8, ${style}::text), 4326), 7)::json as shape`);
    const shape = rows[0]!.shape;
    if (shape.coordinates.length > 1) throw refused('width_ring');
    if (shape.coordinates[0]!.length <= mostPositions) return shape;
  }
  throw refused('too_many_vertices');
}

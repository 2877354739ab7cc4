import { fromPosition, positionsOf } from '../../geo/lng-lat.ts';
import { parseVertices } from '../../geo/parse-vertices.ts';
import { oldMapUncertaintyMetres, pinUncertaintyMetres, typedUncertaintyMetres } from '../../geo/uncertainty.ts';
import { datums, geometry, longestInput, type PositionOf } from '../input.ts';
import { extentRefusal } from '../rules.ts';
import { one, type Values } from './answers.ts';
import type { ToldPlace } from './told-place.ts';

export const toldShapes = ['line', 'area'] as const;
export type ToldShape = (typeof toldShapes)[number];
export const isShape = (where: string): where is ToldShape => toldShapes.some((shape) => shape === where);

/** How far off a reader may say that a shape is, metres. */
export const offChoices = [50, 200, 500, 1000, 2000] as const;

/** What the parser of coordinates refuses, as keys below `errors`. */
export const coordinateRefusals: Record<string, string> = {
  empty: 'coordinates_empty',
  incomplete: 'coordinates_incomplete',
  swapped: 'coordinates_swapped',
  outside_area: 'coordinates_outside_area',
  other_zone: 'coordinates_outside_area',
};
const vertexRefusals: Record<string, string> = {
  ...coordinateRefusals,
  swapped: 'position_swapped',
  too_many_vertices: 'positions_too_many',
};

/** A line, or an area by its corners: one point a row of one field, whether typed there or set by a tap. */
export function toldShape(values: Values, shape: ToldShape, positionOf: PositionOf): ToldPlace {
  const text = one(values, `${shape}Points`);
  const fail = (key: string, vertex?: number): ToldPlace => ({ error: { field: `${shape}Points`, key }, vertex });
  if (text.length > longestInput) return fail('text_too_long');
  const parsed = parseVertices(text, shape === 'line' ? 'line' : 'polygon');
  if (!parsed.ok) {
    if (parsed.code === 'too_few_vertices') return fail(shape === 'line' ? 'line_too_short' : 'ring_too_short');
    return fail(vertexRefusals[parsed.code] ?? 'coordinates_unreadable', parsed.vertex);
  }
  const refused = geometry.safeParse(parsed.geometry).error?.issues[0]?.message ?? extentRefusal(parsed.geometry);
  if (refused) return fail(refused);
  const datum = datums.find((value) => value === one(values, `${shape}Datum`)) ?? 'wgs84';
  const zoom = one(values, `${shape}Zoom`);
  const uncertaintyMetres = Math.max(
    typedUncertaintyMetres(parsed.precisionMetres),
    datum === 'sk42' ? oldMapUncertaintyMetres : 50,
    // the widest view in which a point was set on the map
    zoom ? pinUncertaintyMetres(Number(zoom) || 0, fromPosition(positionsOf(parsed.geometry)[0]!).lat) : 0,
    offChoices.find((metres) => String(metres) === one(values, `${shape}Off`)) ?? 0,
  );
  return {
    location: {
      method: datum === 'sk42' ? 'old_map' : 'map_pin',
      geometry: parsed.geometry,
      uncertaintyMetres,
      datum,
      inputFormat: zoom ? 'pin' : parsed.format,
      inputText: text,
      positionOf,
    },
  };
}

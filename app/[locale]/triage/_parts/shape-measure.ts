import type { Geometry } from '../../../../lib/geo/lng-lat.ts';
import { areaSquareMetres, lengthMetres } from '../../../../lib/geo/measure.ts';
import type { MeasureFormat } from '../../../../lib/i18n/formats.ts';

/** Patterns of the catalogue with `{value}`, and how the reader's language writes numbers: browsers lack those of az and hy. */
export type MeasureWords = Record<'length' | 'edge' | 'area', string> & { format: MeasureFormat };

/** How long a line is, how long the edge of an area and how large the area; empty for a point or none. */
export function measureInWords(geometry: Geometry | null, { format, ...patterns }: MeasureWords): string {
  const write = (value: number, decimals: number, unit: string) =>
    `${value.toFixed(decimals).replace('.', format.mark)} ${unit}`;
  const metres = (length: number) =>
    length < 1000 ? write(length, 0, format.metre) : write(length / 1000, 2, format.kilometre);
  const fill = (pattern: string, value: string) => pattern.replace('{value}', value);
  if (geometry?.type === 'LineString') return fill(patterns.length, metres(lengthMetres(geometry.coordinates)));
  if (geometry?.type !== 'Polygon') return '';
  const [ring = []] = geometry.coordinates;
  const square = areaSquareMetres(ring);
  const area = square < 1e6 ? write(square / 1e4, 2, format.hectare) : write(square / 1e6, 2, format.squareKilometre);
  return `${fill(patterns.area, area)} · ${fill(patterns.edge, metres(lengthMetres(ring)))}`;
}

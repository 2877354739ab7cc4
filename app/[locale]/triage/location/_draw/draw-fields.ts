import { parseVertices, type ShapeKind, shapeKinds } from '../../../../../lib/geo/parse-vertices.ts';
import type { MapFeature } from '../../../../_ui/map/map-feature.ts';
import { writeField } from '../_parts/write-field.ts';

/** What the form's own fields say of the shape. */
export type ToldShape = { kind: ShapeKind; datum: 'wgs84' | 'sk42' | 'unknown'; text: string };

const kindField = () => document.getElementById('shape-kind') as HTMLSelectElement | null;
const datumField = () => document.getElementById('shape-datum') as HTMLSelectElement | null;
const verticesField = () => document.getElementById('shape-vertices') as HTMLTextAreaElement | null;

export function toldShape(): ToldShape {
  const datum = datumField()?.value;
  return {
    kind: shapeKinds.find((one) => one === kindField()?.value) ?? 'point',
    datum: datum === 'sk42' || datum === 'unknown' ? datum : 'wgs84',
    text: verticesField()?.value ?? '',
  };
}

/** Vertices off the map are WGS84, whatever the ones typed before came from. */
export function writeVertices(text: string): void {
  const [datum, vertices] = [datumField(), verticesField()];
  if (datum && datum.value !== 'wgs84') {
    datum.value = 'wgs84';
    datum.dispatchEvent(new Event('change', { bubbles: true }));
  }
  if (vertices) writeField(vertices, text);
}

export const parsedShape = ({ kind, datum, text }: ToldShape) => {
  const parsed = parseVertices(text, kind, datum);
  return parsed.ok ? parsed.geometry : null;
};

/** Of a shape that is not whole yet, the vertices that can be read. */
export const verticesSoFar = ({ datum, text }: ToldShape): MapFeature[] =>
  text.split(/\r?\n/).flatMap((line, i): MapFeature[] => {
    const geometry = parsedShape({ kind: 'point', datum, text: line });
    return geometry ? [{ id: `vertex-${i}`, geometry, look: 'claim' }] : [];
  });

import type { LngLat } from '../../../../../lib/geo/lng-lat.ts';
import { parseCoordinates } from '../../../../../lib/geo/parse-coordinates.ts';

export type Pixel = { x: number; y: number };
export type Mark = Pixel & { letter: string; lngLat: LngLat | null };

const pixels = /^(-?\d+(?:[.,]\d+)?)[\s;,]+(-?\d+(?:[.,]\d+)?)$/;

/** What the lines of a text field place on the image; a line that is not finished yet is left out. */
export function marksOf(text: string): Mark[] {
  return text.split(/\r?\n/).flatMap((line, i): Mark[] => {
    const [left = '', right = ''] = line.split('=');
    const found = pixels.exec(left.trim());
    if (!found) return [];
    const ground = parseCoordinates(right);
    const [x, y] = [found[1]!, found[2]!].map((one) => Number(one.replace(',', '.'))) as [number, number];
    return [{ x, y, letter: String(i + 1), lngLat: ground.ok ? ground.lngLat : null }];
  });
}

/** The text with one more line. */
export const withLine = (text: string, line: string): string =>
  [...text.split(/\r?\n/).filter((one) => one.trim() !== ''), line].join('\n');

export const pixelText = ({ x, y }: Pixel): string => `${Math.round(x)} ${Math.round(y)}`;

import { type Area, defaultArea } from './area.ts';
import { bboxContains } from './bbox.ts';
import { coordinateTokens, type Hemisphere, plainCoordinateText, type Token } from './coordinate-tokens.ts';
import { type LngLat, roundDegrees } from './lng-lat.ts';
import { parseGridReference } from './parse-grid-reference.ts';

export const coordinateFormats = ['decimal', 'ddm', 'dms', 'utm', 'mgrs'] as const;
export type CoordinateFormat = (typeof coordinateFormats)[number];

export const coordinateErrors = [
  'empty',
  'unreadable',
  'incomplete',
  'minutes_range',
  'degrees_range',
  'hemisphere_conflict',
  'swapped',
  'outside_area',
  'other_zone',
] as const;
export type CoordinateError = (typeof coordinateErrors)[number];

/** `precisionMetres`: what the last digit given is worth. `suggestion`: what was probably meant, to be confirmed. */
export type ParsedCoordinates =
  | { ok: true; lngLat: LngLat; format: CoordinateFormat; precisionMetres: number }
  | { ok: false; code: CoordinateError; suggestion?: LngLat };

type Angle = { degrees: number; parts: number; unitDegrees: number; axis: Hemisphere['axis'] };

const fail = (code: CoordinateError, suggestion?: LngLat): ParsedCoordinates =>
  suggestion ? { ok: false, code, suggestion } : { ok: false, code };

const metresPerDegree = 111_195;

/** Coordinates as people type them, in any of the four languages; WGS84. Latitude comes first unless letters say otherwise. */
export function parseCoordinates(text: string, area: Area = defaultArea): ParsedCoordinates {
  if (text.trim() === '') return fail('empty');
  if (text.length > 200) return fail('unreadable');
  const grid = parseGridReference(text, area);
  if (grid) return within(grid, area);
  const tokens = coordinateTokens(plainCoordinateText(text));
  if (!tokens) return fail('unreadable');
  const halves = splitPair(tokens);
  if (typeof halves === 'string') return fail(halves);
  const [first, second] = [angleOf(halves[0]), angleOf(halves[1])];
  if (typeof first === 'string') return fail(first);
  if (typeof second === 'string') return fail(second);
  if (first.axis && first.axis === second.axis) return fail('hemisphere_conflict');
  const lngFirst = first.axis === 'lng' || second.axis === 'lat';
  const [lat, lng] = lngFirst ? [second, first] : [first, second];
  const lngLat = { lng: roundDegrees(lng.degrees, 7), lat: roundDegrees(lat.degrees, 7) };
  const parts = Math.max(first.parts, second.parts);
  const format = parts === 1 ? 'decimal' : parts === 2 ? 'ddm' : 'dms';
  const precisionMetres = Math.max(lat.unitDegrees, lng.unitDegrees) * metresPerDegree;
  return within({ ok: true, lngLat, format, precisionMetres }, area);
}

function within(parsed: ParsedCoordinates, area: Area): ParsedCoordinates {
  if (!parsed.ok || bboxContains(area.bbox, parsed.lngLat)) return parsed;
  const swapped = { lng: parsed.lngLat.lat, lat: parsed.lngLat.lng };
  if (bboxContains(area.bbox, swapped)) return fail('swapped', swapped);
  return fail(Math.abs(parsed.lngLat.lat) > 90 || Math.abs(parsed.lngLat.lng) > 180 ? 'degrees_range' : 'outside_area');
}

/** Where the second angle begins: at a separator, at a second degree sign's number, else in the middle of the numbers. */
function splitPair(tokens: Token[]): [Token[], Token[]] | CoordinateError {
  const numbers = tokens.filter((token) => token.kind === 'number');
  if (numbers.length < 2) return numbers.length === 0 ? 'unreadable' : 'incomplete';
  const degreeAt = tokens.flatMap((token, i) => (token.kind === 'unit' && token.unit === 'degree' ? [i] : []));
  const separators = tokens.filter((token) => token.kind === 'separator');
  if (separators.length > 1 || degreeAt.length > 2 || numbers.length > 6) return 'unreadable';
  let at = tokens.findIndex((token) => token.kind === 'separator');
  if (at < 0 && degreeAt.length === 2) at = degreeAt[1]! - 1;
  else if (at < 0) {
    if (numbers.length % 2 === 1) return 'incomplete';
    at = tokens.indexOf(numbers[numbers.length / 2]!);
  }
  // A letter glued to the second number, or following a letter that already belongs to the first, is the second's.
  const [before, twoBefore] = [tokens[at - 1], tokens[at - 2]];
  const glued = before?.kind === 'hemisphere' && before.end === tokens[at]!.start && twoBefore?.end !== before.start;
  const leads = before?.kind === 'hemisphere' && (tokens[0]!.kind === 'hemisphere' || glued);
  if (leads && separators.length === 0) at -= 1;
  const halves = [tokens.slice(0, at), tokens.slice(at)].map((half) =>
    half.filter((token) => token.kind !== 'separator'),
  );
  const counts = halves.map((half) => half.filter((token) => token.kind === 'number').length);
  return counts.every((count) => count >= 1 && count <= 3) ? [halves[0]!, halves[1]!] : 'incomplete';
}

const sizes = { degree: 1, minute: 60, second: 3600 } as const;
const units = ['degree', 'minute', 'second'] as const;

function angleOf(tokens: Token[]): Angle | CoordinateError {
  const marks = tokens.filter((token) => token.kind === 'hemisphere');
  if (marks.length > 1) return 'hemisphere_conflict';
  const hemisphere = marks[0]?.hemisphere;
  const numbers = tokens.filter((token) => token.kind === 'number');
  let [degrees, unitDegrees] = [0, 1];
  for (const [i, number] of numbers.entries()) {
    const next = tokens[tokens.indexOf(number) + 1];
    const unit = units[i]!;
    if (next?.kind === 'unit' && next.unit !== unit) return 'unreadable';
    const last = i === numbers.length - 1;
    if (!last && number.decimals > 0) return 'unreadable';
    if (i > 0 && (number.value < 0 || number.value >= 60)) return 'minutes_range';
    degrees += Math.abs(number.value) / sizes[unit];
    unitDegrees = 10 ** -number.decimals / sizes[unit];
  }
  const sign = (numbers[0]!.value < 0 ? -1 : 1) * (hemisphere?.sign ?? 1);
  return { degrees: sign * degrees, parts: numbers.length, unitDegrees, axis: hemisphere?.axis };
}

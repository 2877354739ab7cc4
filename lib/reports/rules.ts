import { type Area, defaultArea } from '../geo/area.ts';
import { bboxContains } from '../geo/bbox.ts';
import { fromPosition, type Geometry, type LngLat, positionsOf } from '../geo/lng-lat.ts';
import { areaSquareMetres, lengthMetres } from '../geo/measure.ts';
import type { ReportInput } from './input.ts';

type Location = ReportInput['locations'][number];
/** Field path -> message key; a swapped point brings what was probably meant. */
export type Refusal = { fields: Record<string, string>; suggestion?: LngLat };

/** The day in Baku (UTC+4 all year) at an instant, YYYY-MM-DD. */
export const bakuDay = (now: Date): string => new Date(now.getTime() + 4 * 3_600_000).toISOString().slice(0, 10);

/** A local time in Baku as an instant. */
export const bakuInstant = (day: string, time: string): Date => new Date(`${day}T${time}:00+04:00`);

export const isRealDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
};

/** What the schema can not see: sense of dates, places and combinations. `today` is YYYY-MM-DD in Baku. */
export function checkReport(input: ReportInput, today: string, area: Area = defaultArea): Refusal {
  const fields: Record<string, string> = {};
  checkDate(input, today, fields);
  checkCombination(input, fields);
  let suggestion: LngLat | undefined;
  for (const [i, location] of input.locations.entries()) {
    const problem = checkLocation(location, area);
    if (!problem) continue;
    fields[`locations.${i}.${problem.field}`] = problem.key;
    suggestion ??= problem.suggestion;
  }
  return suggestion ? { fields, suggestion } : { fields };
}

/** From the first day to the last of what a precision names; a longer time is a range. */
const longestDays = {
  exact_time: 0,
  day: 0,
  month: 30,
  season: 91,
  year: 365,
  range: Infinity,
  before: Infinity,
  unknown: Infinity,
};
const daysBetween = (start: string, end: string): number => (Date.parse(end) - Date.parse(start)) / 86_400_000;

function checkDate({ date, victims, reporter, sources }: ReportInput, today: string, fields: Refusal['fields']): void {
  const checkDay = (path: string, day: string | undefined): void => {
    if (day === undefined) return;
    if (!isRealDay(day)) fields[path] = 'date_invalid';
    else if (day > today) fields[path] = 'date_future';
  };
  // A period that is not over yet may be named: its end lies ahead, its start may not.
  if (date) {
    checkDay('date.start', date.start);
    if (date.end !== undefined && !isRealDay(date.end)) fields['date.end'] = 'date_invalid';
    else if (date.precision === 'range' || date.precision === 'before') checkDay('date.end', date.end);
    else if (date.start && date.end && daysBetween(date.start, date.end) > longestDays[date.precision])
      fields['date.end'] = 'date_span';
    if (date.start && date.end && date.end < date.start) fields['date.end'] ??= 'date_order';
    const needsStart = date.precision !== 'unknown' && date.precision !== 'before';
    if (needsStart && !date.start) fields['date.start'] ??= 'date_required';
    if ((date.precision === 'range' || date.precision === 'before') && !date.end)
      fields['date.end'] ??= 'date_required';
    if (date.precision === 'exact_time' && !date.time) fields['date.time'] ??= 'time_required';
  }
  for (const [i, { diedOn }] of victims.entries()) {
    checkDay(`victims.${i}.diedOn`, diedOn);
    if (diedOn && date?.start && diedOn < date.start) fields[`victims.${i}.diedOn`] ??= 'died_before';
  }
  for (const [i, { publishedOn }] of sources.entries()) checkDay(`sources.${i}.publishedOn`, publishedOn);
  const { knowledgeFromYear: from, knowledgeToYear: to } = reporter;
  const thisYear = Number(today.slice(0, 4));
  if (from && from > thisYear) fields['reporter.knowledgeFromYear'] = 'date_future';
  if (to && to > thisYear) fields['reporter.knowledgeToYear'] = 'date_future';
  if (from && to && to < from) fields['reporter.knowledgeToYear'] ??= 'date_order';
}

function checkCombination(input: ReportInput, fields: Refusal['fields']): void {
  const { kind, victims, animals, contact, consent } = input;
  const human = victims.length > 0 || Boolean(input.killed || input.injured || input.unknownOutcome);
  for (const [i, { causedBy, index }] of input.detonations.entries()) {
    const among = causedBy === 'person' ? victims : causedBy === 'animal' ? animals : [];
    if (index !== undefined && index >= among.length) fields[`detonations.${i}.index`] = 'combination_invalid';
  }
  if (human && kind !== 'human_accident') fields.victims = 'combination_invalid';
  if (animals.length > 0 && kind !== 'animal_accident' && kind !== 'human_accident')
    fields.animals = 'combination_invalid';
  if (input.howActivated && kind.startsWith('hazard_') && input.howActivated !== 'unknown')
    fields.howActivated = 'combination_invalid';
  if (input.movedBy && input.deviceMovedBefore === 'no') fields.movedBy = 'combination_invalid';
  if (consent.contactMe && !contact) fields.contact = 'contact_missing';
}

function checkLocation(location: Location, area: Area): { field: string; key: string; suggestion?: LngLat } | null {
  const { geometry, placeId, placeName, inputText, bearingDegrees, distanceMetres } = location;
  if (!geometry && !placeId && !placeName && !inputText) return { field: 'geometry', key: 'location_required' };
  if (bearingDegrees === undefined && distanceMetres) return { field: 'bearingDegrees', key: 'direction_required' };
  if (bearingDegrees !== undefined && !distanceMetres) return { field: 'distanceMetres', key: 'distance_required' };
  const method = location.method;
  if (!geometry && (method === 'device_gps' || method === 'map_pin' || method === 'exif'))
    return { field: 'geometry', key: 'location_required' };
  for (const position of geometry ? positionsOf(geometry) : []) {
    const place = fromPosition(position);
    if (bboxContains(area.bbox, place)) continue;
    const swapped = { lng: place.lat, lat: place.lng };
    if (geometry?.type === 'Point' && bboxContains(area.bbox, swapped))
      return { field: 'geometry', key: 'coordinates_swapped', suggestion: swapped };
    return { field: 'geometry', key: 'coordinates_outside_area' };
  }
  const tooLarge = geometry && extentRefusal(geometry);
  return tooLarge ? { field: 'geometry', key: tooLarge } : null;
}

/** More than this no witness knows as one thing: it is a district, or several reports. */
const longestLineMetres = 100_000;
const largestAreaSquareMetres = 500_000_000;

/** Why a shape is too large for one report; null when it is not. */
export function extentRefusal(geometry: Geometry): 'line_too_long' | 'area_too_large' | null {
  if (geometry.type === 'LineString' && lengthMetres(geometry.coordinates) > longestLineMetres) return 'line_too_long';
  const [ring] = geometry.type === 'Polygon' ? geometry.coordinates : [];
  return ring && areaSquareMetres(ring) > largestAreaSquareMetres ? 'area_too_large' : null;
}

/** Counts of people: from the victims where those are given, else as told. */
export function countPeople({ victims, killed, injured, unknownOutcome }: ReportInput) {
  if (victims.length === 0) return { killed, injured, unknownOutcome };
  const count = (...outcomes: string[]) => victims.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return { killed: count('killed', 'died_later'), injured: count('injured'), unknownOutcome: count('unknown') };
}

/** A public count: rounded down to tens, so that its change never tells of a single report; 0 stands for fewer than ten. */
export const coarseCount = (count: number): number => Math.floor(count / 10) * 10;

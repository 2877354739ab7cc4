import { type ReportInput, reportInput } from '../../lib/reports/input.ts';

import { incidentDate } from './incident-date.ts';
import { accidentTypeOf, activityOf, civilStatusOf, devicesOf, speciesOf } from './incident-values.ts';
import { stableUuid } from './stable-uuid.ts';

/** One row of public-incidents.csv; every cell is text. */
export type IncidentRow = Record<string, string>;

/** `clue`: graded and verified by the demonstration's moderators; `queue`: left for whoever tries the queue. */
export type IncidentPlan = {
  /** Data row of the file, counted from 1. */
  row: number;
  id: string;
  report: ReportInput;
  located: boolean;
  destination: 'clue' | 'queue';
};

const approximateMetres = 5000;
const villageMetres = 2000;

/** The report that a form would send for a row; the same row of a series gives the same report id. Throws, naming the column, when a row does not fit. */
export function planIncident(row: IncidentRow, number: number, series = 'public-incidents'): IncidentPlan {
  const cell = (column: string): string => row[column]?.trim() ?? '';
  const [killed, injured] = [countIn(row, 'killed'), countIn(row, 'injured')];
  const located = ['village_centroid', 'approximate'].includes(cell('coord_precision'));
  const animals = animalsOf(row);
  const raw = {
    reportId: stableUuid(`${series}:${cell('id')}`),
    kind: kindOf(row),
    language: 'en',
    accidentType: accidentTypeOf(row),
    killed,
    injured,
    howActivated: activityOf(cell('activity')) === 'tampering' ? 'handled_tampered' : 'unknown',
    description: descriptionOf(row),
    date: incidentDate(cell('date'), cell('date_precision')),
    locations: [locationOf(row, located)],
    victims: victimsOf(row, killed, injured),
    animals,
    devices: devicesOf(cell('device_class')),
    reporter: { type: 'media', knowledgeBasis: 'document' },
    sources: publishersOf(row).map((publisher) => ({ publisher })),
    channel: 'import',
  };
  const parsed = reportInput.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Error(`${issue.path.join('.')}: ${issue.message}`);
  }
  const destination =
    cell('confidence') === 'high' && cell('coord_precision') === 'village_centroid' ? 'clue' : 'queue';
  return { row: number, id: cell('id'), report: parsed.data, located, destination };
}

/** Empty is not stated, and stays so. */
function countIn(row: IncidentRow, column: string): number | undefined {
  const text = row[column]?.trim() ?? '';
  if (text === '') return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`${column}: ${text}`);
  return Number(text);
}

/** Nobody killed or injured: an animal, or equipment only. Not stated is no zero. */
function kindOf(row: IncidentRow): ReportInput['kind'] {
  if (countIn(row, 'killed') !== 0 || countIn(row, 'injured') !== 0) return 'human_accident';
  return row.animal_involved === 'yes' ? 'animal_accident' : 'detonation_no_casualty';
}

/** One entry a person where both counts are stated; nothing is known of them but what the whole group shares. */
function victimsOf(row: IncidentRow, killed: number | undefined, injured: number | undefined) {
  if (killed === undefined || injured === undefined) return [];
  const shared = { civilStatus: civilStatusOf(row.victim_category!), activity: activityOf(row.activity!) };
  const each = row.victim_category === 'mixed' ? {} : shared;
  const people = (count: number, outcome: string) => Array.from({ length: count }, () => ({ outcome, ...each }));
  return [...people(killed, 'killed'), ...people(injured, 'injured')];
}

function animalsOf(row: IncidentRow) {
  if (row.animal_involved !== 'yes') return [];
  const [countKilled, countInjured] = [countIn(row, 'animals_killed'), countIn(row, 'animals_injured')];
  const people = (countIn(row, 'killed') ?? 0) + (countIn(row, 'injured') ?? 0) > 0;
  const humanPresent = people ? 'yes' : row.activity?.includes('unattended') ? 'no' : 'unknown';
  return [{ ...speciesOf(row.animal_species!), countKilled, countInjured, humanPresent }];
}

const districtId = (row: IncidentRow): string | undefined =>
  /^\w+$/.test(row.district!) && row.coord_precision === 'district_centroid'
    ? `table:district-${row.district!.toLowerCase()}`
    : undefined;

/** A district's middle is never a point: such a row keeps its words only. */
function locationOf(row: IncidentRow, located: boolean) {
  const words = [row.place_en, row.district].filter(Boolean).join(', ');
  const named = { positionOf: 'event', placeName: words || undefined, placeNameLanguage: words ? 'en' : undefined };
  if (!located) {
    return { ...named, method: 'text_only', inputText: words || 'Not stated', placeId: districtId(row) };
  }
  const [lng, lat] = [Number(row.lon), Number(row.lat)];
  if (!row.lat || !row.lon || Number.isNaN(lng) || Number.isNaN(lat)) throw new Error('lat, lon: missing');
  const village = row.coord_precision === 'village_centroid';
  return {
    ...named,
    geometry: { type: 'Point', coordinates: [lng, lat] },
    uncertaintyMetres: village ? villageMetres : approximateMetres,
    method: 'settlement_centroid',
    inputFormat: 'name',
    inputText: words,
    placeId: village ? row.gazetteer_id : undefined,
  };
}

export const publishersOf = (row: IncidentRow): string[] => [
  ...new Set([row.publisher, row.publisher2].map((name) => name?.trim().replace(/\.$/, '') ?? '').filter(Boolean)),
];

const precisionWords: Record<string, string> = {
  village_centroid: "The point is the village's, not the site of the event.",
  approximate: 'The point is a rough guess, not the site of the event.',
  district_centroid: 'Only the district is known.',
  none: 'The place is not known well enough for a point.',
};

function descriptionOf(row: IncidentRow): string {
  const people = row.victim_category ? `Those concerned: ${row.victim_category}.` : '';
  return [
    `Publicly reported event ${row.id}, in our own words; not checked by us.`,
    row.activity ? `Activity: ${row.activity}.` : 'Activity not stated.',
    people,
    `Device as reported: ${row.device_class}.`,
    precisionWords[row.coord_precision!] ?? '',
    row.date_precision === 'approx' ? 'The date is approximate: of publication, or inferred in part.' : '',
    row.conflict ? `Sources differ: ${row.conflict}.` : '',
    `Compiler's confidence: ${row.confidence}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

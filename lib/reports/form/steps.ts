import type { ReportKind } from '../input.ts';
import { has, one, type Values } from './answers.ts';

export const mostPeople = 20;
export const blastFields = ['b0_cause', 'b1_cause', 'b2_cause', 'b3_cause'] as const;

const parts = {
  person: [...['age', 'sex', 'outcome', 'died_d', 'died_m', 'died_y', 'activity', 'status', 'displaced', 'injuries']],
  animals: ['species', 'killed', 'injured', 'role'],
  device: ['category', 'basis', 'stacked'],
  place: [
    ...['where', 'placeName', 'placeNameAsked', 'placeId', 'placeLanguage', 'nameKm', 'nameDirection'],
    ...['coordinates', 'coordinatesMeant', 'datum', 'mapSheet', 'mapCoordinates', 'mapDatum', 'pinLat', 'pinLng'],
    ...['pinZoom', 'gpsLat', 'gpsLng', 'gpsAccuracy', 'gpsKm', 'gpsDirection', 'districtId', 'placeWords'],
    ...['linePoints', 'lineZoom', 'lineDatum', 'lineOff', 'areaPoints', 'areaZoom', 'areaDatum', 'areaOff'],
  ],
} as const;
/** Pages that can be asked again: the field that counts how often, and how often at most. */
const repeated = {
  animals: { counter: 'animalGroups', most: 6 },
  device: { counter: 'deviceGroups', most: 5 },
  place: { counter: 'placeGroups', most: 4 },
} as const;
export type Repeated = keyof typeof repeated;
export const isRepeated = (id: string): id is Repeated => id in repeated;

/** What stands before a field's name on the pages of one person, animal, object or further place. */
export function prefixOf(step: string): string {
  const [id, index] = step.split(':');
  if (index === undefined) return '';
  const letter = { person: 'p', animals: 'a', device: 'd', place: 'l' }[id as keyof typeof parts];
  return `${letter}${index}_`;
}

/** Every other page that asks, with the names of its fields. */
const fieldsOf: Record<string, readonly string[]> = {
  door: ['door'],
  kind: ['kind'],
  before: [],
  place: parts.place,
  signs: ['signs'],
  period: ['knownFrom', 'knownTo'],
  positionOf: ['positionOf'],
  urgent: ['urgent'],
  date: [
    ...['when', 'day_d', 'day_m', 'day_y', 'exact_d', 'exact_m', 'exact_y', 'exact_time', 'month_m', 'month_y'],
    ...['season', 'season_y', 'year_y', 'from_d', 'from_m', 'from_y', 'to_d', 'to_m', 'to_y'],
    ...['before_d', 'before_m', 'before_y', 'dateWords'],
  ],
  people: ['killed', 'injured', 'outcomeUnknown', 'animalsToo'],
  cause: ['cause', 'humanPresent'],
  activated: ['activated'],
  marked: ['areaMarked', 'deviceMarked'],
  moved: ['moved', 'movedBy', 'emplacement'],
  blasts: ['several', ...blastFields, 'followsReceipt'],
  description: ['description'],
  photos: ['photoPlaces'],
  reporter: ['reporterType', 'basis', 'reporterDisplaced'],
  consent: ['shareWithAuthorities', 'shareWithNgos', 'contactMe', 'photoUse', 'contact', 'minor', 'guardian'],
  check: [],
};

export function fieldsOfStep(step: string): readonly string[] {
  const [id = '', index] = step.split(':');
  if (index === undefined) return fieldsOf[id] ?? [];
  const own = id === 'place' ? [...parts.place, 'positionOf'] : parts[id as keyof typeof parts];
  return own.map((part) => `${prefixOf(step)}${part}`);
}

export function kindOf(values: Values): ReportKind | undefined {
  const door = one(values, 'door');
  if (door === 'human') return 'human_accident';
  if (door === 'animal') return 'animal_accident';
  const kind = one(values, 'kind');
  return kind === 'hazard_sighting' || kind === 'hazard_knowledge' || kind === 'detonation_no_casualty'
    ? kind
    : undefined;
}

const number = (values: Values, field: string): number => {
  const count = Number(one(values, field) || 0);
  return Number.isInteger(count) && count > 0 ? count : 0;
};

/** How many people were named on the page that counts them, the killed first. */
export function peopleOf(values: Values): { outcome: 'killed' | 'injured' | 'unknown' }[] {
  const list = (count: number, outcome: 'killed' | 'injured' | 'unknown') =>
    Array.from({ length: Math.min(count, 50) }, () => ({ outcome }));
  return [
    ...list(number(values, 'killed'), 'killed'),
    ...list(number(values, 'injured'), 'injured'),
    ...list(number(values, 'outcomeUnknown'), 'unknown'),
  ];
}

export const timesOf = (values: Values, id: Repeated): number =>
  Math.max(1, Math.min(repeated[id].most, number(values, repeated[id].counter) || 1));

export const mayRepeat = (values: Values, id: Repeated): boolean => timesOf(values, id) < repeated[id].most;

/** The answers with one more page of that kind, and that page. */
export function oneMore(values: Values, id: Repeated): { values: Values; step: string } {
  const times = Math.min(repeated[id].most, timesOf(values, id) + 1);
  return { values: { ...values, [repeated[id].counter]: [String(times)] }, step: `${id}:${times - 1}` };
}

/** The pages that the answers so far call for, in their order. */
export function stepsFor(values: Values): string[] {
  const kind = kindOf(values);
  const door = ['door', ...(one(values, 'door') === 'know' ? ['kind'] : [])];
  if (!kind) return door;
  const accident = kind === 'human_accident' || kind === 'animal_accident';
  const persons = peopleOf(values).slice(0, mostPeople);
  const each = (id: Repeated, from = 0) =>
    Array.from({ length: timesOf(values, id) - from }, (_, i) => `${id}:${i + from}`);
  return [
    ...door,
    ...(kind === 'hazard_knowledge' ? ['before'] : []),
    ...(kind.startsWith('hazard_') ? ['signs'] : []),
    'place',
    ...each('place', 1),
    ...(kind === 'animal_accident' ? ['positionOf'] : []),
    ...(kind === 'hazard_sighting' ? ['urgent'] : []),
    'date',
    ...(kind === 'hazard_knowledge' ? ['period'] : []),
    ...(kind === 'human_accident' ? ['people', ...persons.map((_, i) => `person:${i}`)] : []),
    ...(kind === 'animal_accident' || (kind === 'human_accident' && has(values, 'animalsToo')) ? each('animals') : []),
    ...(kind === 'animal_accident' ? ['cause'] : []),
    ...(kind.startsWith('hazard_') ? [] : ['activated']),
    ...each('device'),
    'marked',
    'moved',
    ...(accident || kind === 'detonation_no_casualty' ? ['blasts'] : []),
    'description',
    'photos',
    'reporter',
    'consent',
    'check',
  ];
}

export const isStep = (step: string): boolean =>
  /^((person|animals|device):\d{1,2}|place:[1-9])$/.test(step) || step in fieldsOf;

export function stepAfter(values: Values, step: string): string {
  const steps = stepsFor(values);
  return steps[steps.indexOf(step) + 1] ?? 'door';
}

/** Null before the first question: there the safety words stand. */
export function stepBefore(values: Values, step: string): string | null {
  const steps = stepsFor(values);
  return steps[steps.indexOf(step) - 1] ?? null;
}

/** On which page a field of the finished report was asked, and where on it, for an error that only the whole shows. */
export function askedAt(path: string): { step: string; field: string } {
  const [root = '', index = '0', part] = path.split('.');
  const known: Record<string, string> = {
    kind: 'door',
    locations: index === '0' ? 'place' : `place:${index}`,
    date: 'date',
    killed: 'people',
    injured: 'people',
    animals: `animals:${index}`,
    victims: `person:${index}`,
    howActivated: 'activated',
    devices: `device:${index}`,
    detonations: 'blasts',
    movedBy: 'moved',
    indications: 'signs',
    description: 'description',
    photos: 'photos',
    reporter: part?.startsWith('knowledge') ? 'period' : 'reporter',
    contact: 'consent',
  };
  const step = known[root] ?? 'check';
  const named: Record<string, string> = { followsReceipt: 'followsReceipt', diedOn: `p${index}_died_d` };
  const field = named[part ?? ''] ?? (root === 'contact' || root === 'photos' ? root : fieldsOfStep(step)[0]);
  return { step, field: field ?? step };
}

import type { ReportKind } from '../input.ts';
import { one, type Values } from './answers.ts';

export const mostPeople = 20;
export const mostAnimalGroups = 6;
export const blastFields = ['blast1', 'blast2', 'blast3', 'blast4'] as const;

const person = (i: number) =>
  ['age', 'sex', 'outcome', 'activity', 'status', 'injuries'].map((part) => `p${i}_${part}`);
const animals = (i: number) => ['species', 'killed', 'injured', 'role'].map((part) => `a${i}_${part}`);

/** Every page that asks, with the names of its fields. */
const fieldsOf: Record<string, readonly string[]> = {
  door: ['door'],
  kind: ['kind'],
  before: [],
  place: [
    ...[
      'where',
      'placeName',
      'placeNameAsked',
      'placeId',
      'nameKm',
      'nameDirection',
      'coordinates',
      'coordinatesMeant',
    ],
    ...['datum', 'pinLat', 'pinLng', 'pinZoom', 'gpsLat', 'gpsLng', 'gpsAccuracy', 'gpsKm', 'gpsDirection'],
    ...['districtId', 'placeWords'],
  ],
  positionOf: ['positionOf'],
  urgent: ['urgent'],
  date: [
    ...['when', 'day_d', 'day_m', 'day_y', 'exact_d', 'exact_m', 'exact_y', 'exact_time', 'month_m', 'month_y'],
    ...['season', 'season_y', 'year_y', 'from_d', 'from_m', 'from_y', 'to_d', 'to_m', 'to_y'],
    ...['before_d', 'before_m', 'before_y'],
  ],
  people: ['killed', 'injured', 'outcomeUnknown'],
  cause: ['cause', 'humanPresent'],
  activated: ['activated'],
  device: ['device', 'deviceBasis'],
  marked: ['areaMarked', 'deviceMarked'],
  moved: ['moved', 'movedBy', 'emplacement'],
  blasts: ['several', ...blastFields],
  description: ['description'],
  reporter: ['reporterType', 'basis', 'knownFrom', 'knownTo'],
  consent: ['shareWithAuthorities', 'shareWithNgos', 'contactMe', 'contact', 'minor'],
  check: [],
};

export function fieldsOfStep(step: string): readonly string[] {
  const [id = '', index] = step.split(':');
  if (id === 'person') return person(Number(index));
  if (id === 'animals') return animals(Number(index));
  return fieldsOf[id] ?? [];
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

export const animalGroupsOf = (values: Values): number =>
  Math.max(1, Math.min(mostAnimalGroups, number(values, 'animalGroups') || 1));

/** The pages that the answers so far call for, in their order. */
export function stepsFor(values: Values): string[] {
  const kind = kindOf(values);
  const door = ['door', ...(one(values, 'door') === 'know' ? ['kind'] : [])];
  if (!kind) return door;
  const accident = kind === 'human_accident' || kind === 'animal_accident';
  const persons = peopleOf(values).slice(0, mostPeople);
  const groups = animalGroupsOf(values);
  return [
    ...door,
    ...(kind === 'hazard_knowledge' ? ['before'] : []),
    'place',
    ...(kind === 'animal_accident' ? ['positionOf'] : []),
    ...(kind === 'hazard_sighting' ? ['urgent'] : []),
    'date',
    ...(kind === 'human_accident' ? ['people', ...persons.map((_, i) => `person:${i}`)] : []),
    ...(kind === 'animal_accident' ? [...Array.from({ length: groups }, (_, i) => `animals:${i}`), 'cause'] : []),
    ...(kind.startsWith('hazard_') ? [] : ['activated']),
    'device',
    'marked',
    'moved',
    ...(accident || kind === 'detonation_no_casualty' ? ['blasts'] : []),
    'description',
    'reporter',
    'consent',
    'check',
  ];
}

export const isStep = (step: string): boolean => /^(person|animals):\d{1,2}$/.test(step) || step in fieldsOf;

export function stepAfter(values: Values, step: string): string {
  const steps = stepsFor(values);
  return steps[steps.indexOf(step) + 1] ?? 'door';
}

/** Null before the first question: there the safety words stand. */
export function stepBefore(values: Values, step: string): string | null {
  const steps = stepsFor(values);
  return steps[steps.indexOf(step) - 1] ?? null;
}

/** On which page a field of the finished report was asked, for an error that only the whole shows. */
export function stepOfField(path: string): string {
  const [root = '', index] = path.split('.');
  const known: Record<string, string> = {
    kind: 'door',
    locations: 'place',
    date: 'date',
    killed: 'people',
    injured: 'people',
    animals: `animals:${index ?? 0}`,
    victims: `person:${index ?? 0}`,
    howActivated: 'activated',
    devices: 'device',
    movedBy: 'moved',
    description: 'description',
    reporter: 'reporter',
    contact: 'consent',
  };
  return known[root] ?? 'check';
}

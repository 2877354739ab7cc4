import type { ReportInput } from '../../lib/reports/input.ts';

type Victim = ReportInput['victims'][number];
type Device = ReportInput['devices'][number];
type Animal = ReportInput['animals'][number];

/** Words of the file -> the field's value lists. What is not here is `other`; what is empty is `unknown`. */
const activityWords: [RegExp, Victim['activity']][] = [
  [/demining contractor|driving|road work transport/, 'travelling_vehicle'],
  [/demining|minefield survey|UXO search|engineering reconnaissance|on duty/, 'demining'],
  [/grazing|herding/, 'herding'],
  [/construction|road work|road maintenance|power line|energy company|earthworks|ditch digging/, 'construction'],
  [/farm|plough|sowing|beekeeping/, 'farming'],
  [/timber/, 'collecting_wood'],
  [/herb|gathering plants/, 'collecting_food_water'],
  [/scrap/, 'scrap_collecting'],
  [/visiting former home/, 'visiting_home_cemetery'],
  [/tampering/, 'tampering'],
];

export function activityOf(words: string): Victim['activity'] {
  if (words === '') return 'unknown';
  return activityWords.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}

const statuses: Record<string, Victim['civilStatus']> = { civilian: 'civilian', deminer: 'deminer' };
export const civilStatusOf = (category: string): Victim['civilStatus'] => statuses[category] ?? 'unknown';

/** ERW is the parent of UXO and AXO and no value of its own: which of them it was is unknown. */
const deviceClasses: Record<string, Device['category'][]> = {
  'AP mine': ['ap_mine'],
  'AT mine': ['av_mine'],
  mine: ['mine_unspecified'],
  'AP mine or AT mine': ['mine_unspecified'],
  'AP + AT mine stacked': ['ap_mine', 'av_mine'],
  'cluster munition': ['submunition'],
  'cluster submunition': ['submunition'],
  ERW: ['unknown'],
  'mine or ERW': ['unknown'],
};

/** Throws on a class that the file's description does not know. */
export function devicesOf(deviceClass: string): Device[] {
  const categories = deviceClasses[deviceClass];
  if (!categories) throw new Error(`device_class: ${deviceClass}`);
  const stackedOrTrapped = deviceClass.includes('stacked') ? 'yes' : 'unknown';
  return categories.map((category) => ({ category, basis: 'unknown', stackedOrTrapped }));
}

export function accidentTypeOf(row: Record<string, string>): ReportInput['accidentType'] {
  if (row.victim_category === 'deminer' && activityOf(row.activity!) === 'demining') return 'demining_accident';
  if (/cluster/.test(row.device_class!)) return 'cluster';
  if (row.device_class === 'ERW') return 'uxo_axo';
  return row.device_class === 'mine or ERW' ? undefined : 'mine';
}

const speciesWords: Record<string, Pick<Animal, 'species' | 'herdRole'>> = {
  pig: { species: 'pig' },
  cattle: { species: 'cattle', herdRole: 'livestock' },
  cow: { species: 'cattle', herdRole: 'livestock' },
  goat: { species: 'goat', herdRole: 'livestock' },
  horse: { species: 'horse' },
  'mine detection dog': { species: 'dog', herdRole: 'working' },
  'brown bear': { species: 'wild_mammal', herdRole: 'wild' },
  'brown bear (cub)': { species: 'wild_mammal', herdRole: 'wild' },
};

/** Throws on a species that the file's description does not know. */
export function speciesOf(words: string): Pick<Animal, 'species' | 'herdRole'> {
  const found = speciesWords[words];
  if (!found) throw new Error(`animal_species: ${words}`);
  return found;
}

import type { Answers, Values } from './answers.ts';
import { has, one } from './answers.ts';
import { animalGroupsOf, blastFields, kindOf, peopleOf } from './steps.ts';
import { toldDate } from './told-date.ts';
import { toldPlace } from './told-place.ts';

/** Empty means not told: the schema then takes its own default. */
const told = (values: Values, field: string): string | undefined => one(values, field) || undefined;
const count = (values: Values, field: string): number | undefined =>
  has(values, field) ? Number(one(values, field)) : undefined;

/** The answers as `submitReport` takes them; only what belongs to the chosen kind, however the reader wandered. */
export function toReport({ reportId, values }: Answers, language: string, today: string): Record<string, unknown> {
  const kind = kindOf(values);
  const { location } = toldPlace(values);
  const people = kind === 'human_accident' ? peopleOf(values) : [];
  const hazard = kind?.startsWith('hazard_');
  const device = told(values, 'device');
  const moved = told(values, 'moved');
  const minor = has(values, 'minor');
  const contact = minor ? undefined : told(values, 'contact');
  return {
    reportId,
    kind,
    language,
    channel: 'form',
    howActivated: hazard ? undefined : told(values, 'activated'),
    areaMarked: told(values, 'areaMarked'),
    deviceMarked: told(values, 'deviceMarked'),
    deviceMovedBefore: moved,
    movedBy: moved === 'yes' ? told(values, 'movedBy') : undefined,
    emplacement: told(values, 'emplacement'),
    description: told(values, 'description'),
    date: toldDate(values, today).date,
    locations: location ? [location] : [],
    victims: people.map(({ outcome }, i) => ({
      sex: told(values, `p${i}_sex`),
      ageBand: told(values, `p${i}_age`),
      outcome: told(values, `p${i}_outcome`) ?? outcome,
      activity: told(values, `p${i}_activity`),
      civilStatus: told(values, `p${i}_status`),
      injuries: values[`p${i}_injuries`] ?? [],
    })),
    animals: kind === 'animal_accident' ? animalsIn(values) : [],
    devices: device && device !== 'unknown' ? [{ category: device, basis: told(values, 'deviceBasis') }] : [],
    detonations: one(values, 'several') === 'yes' && !hazard ? blastsIn(values) : [],
    reporter: {
      type: told(values, 'reporterType'),
      knowledgeBasis: told(values, 'basis'),
      knowledgeFromYear: count(values, 'knownFrom'),
      knowledgeToYear: count(values, 'knownTo'),
    },
    contact,
    consent: {
      shareWithAuthorities: has(values, 'shareWithAuthorities'),
      shareWithNgos: has(values, 'shareWithNgos'),
      contactMe: has(values, 'contactMe') && contact !== undefined,
    },
    inhabitedPlaceDanger: kind === 'hazard_sighting' && one(values, 'urgent') === 'yes',
  };
}

function animalsIn(values: Values) {
  const groups = Array.from({ length: animalGroupsOf(values) }, (_, i) => ({
    species: told(values, `a${i}_species`),
    herdRole: told(values, `a${i}_role`),
    countKilled: count(values, `a${i}_killed`),
    countInjured: count(values, `a${i}_injured`),
    causeBasis: told(values, 'cause'),
    humanPresent: told(values, 'humanPresent'),
  }));
  // A further group that was opened and left empty is no animal.
  return groups.filter((group, i) => i === 0 || group.species || group.countKilled || group.countInjured);
}

function blastsIn(values: Values): { causedBy: string }[] {
  return blastFields.flatMap((field) => (has(values, field) ? [{ causedBy: one(values, field) }] : []));
}

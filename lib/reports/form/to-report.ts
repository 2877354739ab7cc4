import { accidentTypeOf } from './accident-type.ts';
import type { Answers, Values } from './answers.ts';
import { has, one } from './answers.ts';
import { blastFields, kindOf, peopleOf, timesOf } from './steps.ts';
import { dayOf, toldDate } from './told-date.ts';
import { toldPhotos } from './told-photos.ts';
import { toldPlaces } from './told-place.ts';

/** Empty means not told: the schema then takes its own default. */
const told = (values: Values, field: string): string | undefined => one(values, field) || undefined;
const count = (values: Values, field: string): number | undefined =>
  has(values, field) ? Number(one(values, field)) : undefined;

/** The answers as `submitReport` takes them; only what belongs to the chosen kind, however the reader wandered. */
export function toReport({ reportId, values }: Answers, language: string, today: string): Record<string, unknown> {
  const kind = kindOf(values);
  const people = kind === 'human_accident' ? peopleOf(values) : [];
  const victims = people.map(({ outcome }, i) => ({
    sex: told(values, `p${i}_sex`),
    ageBand: told(values, `p${i}_age`),
    outcome: told(values, `p${i}_outcome`) ?? outcome,
    diedOn: one(values, `p${i}_outcome`) === 'died_later' ? (dayOf(values, `p${i}_died`) ?? undefined) : undefined,
    activity: told(values, `p${i}_activity`),
    civilStatus: told(values, `p${i}_status`),
    injuries: values[`p${i}_injuries`] ?? [],
    displacement: told(values, `p${i}_displaced`),
  }));
  const hazard = kind?.startsWith('hazard_');
  const devices = devicesIn(values);
  const moved = told(values, 'moved');
  const minor = has(values, 'minor');
  // A child agrees to nothing alone.
  const consents = (field: string) => has(values, field) && (!minor || has(values, 'guardian'));
  const contact = minor ? undefined : told(values, 'contact');
  const photos = toldPhotos(values);
  return {
    reportId,
    kind,
    language,
    channel: 'form',
    accidentType: hazard ? undefined : accidentTypeOf(devices, victims),
    howActivated: hazard ? undefined : told(values, 'activated'),
    areaMarked: told(values, 'areaMarked'),
    deviceMarked: told(values, 'deviceMarked'),
    deviceMovedBefore: moved,
    movedBy: moved === 'yes' ? told(values, 'movedBy') : undefined,
    emplacement: told(values, 'emplacement'),
    description: told(values, 'description'),
    date: toldDate(values, today).date,
    locations: toldPlaces(values),
    photos,
    indications: hazard ? (values.signs ?? []) : [],
    victims,
    animals: animalsIn(values, kind),
    devices,
    detonations: one(values, 'several') === 'yes' && !hazard ? blastsIn(values) : [],
    reporter: {
      type: told(values, 'reporterType'),
      displacement: told(values, 'reporterDisplaced'),
      knowledgeBasis: told(values, 'basis'),
      knowledgeFromYear: kind === 'hazard_knowledge' ? count(values, 'knownFrom') : undefined,
      knowledgeToYear: kind === 'hazard_knowledge' ? count(values, 'knownTo') : undefined,
    },
    contact,
    consent: {
      shareWithAuthorities: consents('shareWithAuthorities'),
      shareWithNgos: consents('shareWithNgos'),
      contactMe: has(values, 'contactMe') && contact !== undefined,
      photoUse: photos !== undefined && consents('photoUse'),
      guardian: minor && has(values, 'guardian'),
    },
    inhabitedPlaceDanger: kind === 'hazard_sighting' && one(values, 'urgent') === 'yes',
  };
}

function animalsIn(values: Values, kind: string | undefined) {
  const withPeople = kind === 'human_accident' && has(values, 'animalsToo');
  if (kind !== 'animal_accident' && !withPeople) return [];
  const groups = Array.from({ length: timesOf(values, 'animals') }, (_, i) => ({
    species: told(values, `a${i}_species`),
    herdRole: told(values, `a${i}_role`),
    countKilled: count(values, `a${i}_killed`),
    countInjured: count(values, `a${i}_injured`),
    causeBasis: withPeople ? undefined : told(values, 'cause'),
    humanPresent: withPeople ? 'yes' : told(values, 'humanPresent'),
  }));
  // A further group that was opened and left empty is no animal.
  return groups.filter((group, i) => i === 0 || group.species || group.countKilled || group.countInjured);
}

/** What nobody recognised, nor knows anything else of, is no object. */
function devicesIn(values: Values) {
  const all = Array.from({ length: timesOf(values, 'device') }, (_, i) => ({
    category: told(values, `d${i}_category`) ?? 'unknown',
    basis: told(values, `d${i}_basis`),
    stackedOrTrapped: told(values, `d${i}_stacked`),
  }));
  return all.filter(
    ({ category, stackedOrTrapped: stacked }) => category !== 'unknown' || stacked === 'yes' || stacked === 'no',
  );
}

/** `animal`, `person`, or one of them by its place in the list, as `person.1`. */
function blastsIn(values: Values) {
  const causes = blastFields.flatMap((field) => (has(values, field) ? [one(values, field)] : []));
  const followsReceipt = told(values, 'followsReceipt');
  if (causes.length === 0 && followsReceipt) causes.push('unknown');
  return causes.map((cause, i) => {
    const [causedBy, index] = cause.split('.');
    return {
      causedBy,
      index: index === undefined ? undefined : Number(index),
      followsReceipt: i === 0 ? followsReceipt : undefined,
    };
  });
}

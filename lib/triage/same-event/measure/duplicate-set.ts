import { seededRandom } from '../../../seeded-random.ts';
import type { Told } from '../sighting.ts';
import type { KnownEvent } from './incidents.ts';
import { type Language, otherVillage, pick, type Random, type Retelling, retell } from './retell.ts';

export type Query = {
  id: string;
  told: Told;
  how: Retelling /** The report of the same event in the pool; null: none. */;
  match: string | null;
};
export type DuplicateSet = { queries: Query[]; pool: { id: string; told: Told }[] };

const dayMs = 86_400_000;

/**
 * At least `pairs` retellings of the file's events, as many tellings of events that the pool lacks, and a pool of the
 * events as published plus `distractors` other events: in the same villages and years, since that is what is confused.
 */
export function duplicateSet(
  events: readonly KnownEvent[],
  { pairs, distractors, seed }: { pairs: number; distractors: number; seed: number },
): DuplicateSet {
  const random = seededRandom(seed);
  const villages = events.filter(({ at }) => at);
  const rounds = Math.ceil(pairs / events.length);
  const pool = events.map((event) => ({ id: event.id, told: asPublished(event) }));
  for (let i = 0; i < distractors; i++) {
    const told = retell(otherEvent(events, random), plainly(random), villages, random);
    pool.push({ id: `other-${i}`, told });
  }
  const queries: Query[] = [];
  // a report without a pin has none to set wrongly: the located ones make up for it, so that a fifth of all are wrong
  const wrong = (event: KnownEvent) => event.at !== null && random() < (0.2 * events.length) / villages.length;
  for (let round = 0; round < rounds; round++)
    for (const event of events) {
      const stranger = otherEvent(events, random);
      const how = retelling(queries.length / 2, wrong(event), random);
      const elsewhere = retelling(queries.length / 2, wrong(stranger), random);
      queries.push({ id: `${event.id}/${round}`, told: retell(event, how, villages, random), how, match: event.id });
      queries.push({
        id: `none-${queries.length}`,
        told: retell(stranger, elsewhere, villages, random),
        how: elsewhere,
        match: null,
      });
    }
  return { queries, pool };
}

/** A third in another script, a third dated to the month and a sixth to the year, a quarter with other counts, a fifth in the wrong village. */
function retelling(index: number, wrongVillage: boolean, random: Random): Retelling {
  const other = random() < 1 / 3;
  const date = (['month', 'day', 'year', 'month', 'day', 'day'] as const)[index % 6]!;
  const language: Language = other ? pick(random, ['hy', 'ru']) : pick(random, ['az', 'en']);
  return { language, date, countsChanged: random() < 1 / 4, wrongVillage };
}

const plainly = (random: Random): Retelling => ({
  language: pick(random, ['az', 'hy', 'ru', 'en'] as const),
  date: (['day', 'day', 'day', 'month', 'month', 'year'] as const)[Math.floor(random() * 6)]!,
  countsChanged: false,
  wrongVillage: false,
});

/** The report that the import makes of a row. */
function asPublished(event: KnownEvent): Told {
  const { at, names, district } = event;
  return {
    ...event,
    place: at && { geometry: { type: 'Point', coordinates: [at.lng, at.lat] }, uncertaintyMetres: at.radiusMetres },
    placeNames: Object.values(names),
    districtNames: Object.values(district),
    victims: [{ sex: 'unknown', ageBand: 'unknown', activity: event.activity }],
    publishers: [event.publisher],
    description: `${event.activity} ${names.en ?? ''} ${event.devices.join(' ')}`,
    photos: [],
  };
}

/**
 * Another event of the same land, as hard to tell apart as other events really are: most are where one of the file was,
 * when about another was, with what a third had; a fifth are in the village of a known event some days to weeks away
 * from it, and a fifth on its days or in its month in a village near by, either with counts and an activity of its own.
 */
function otherEvent(events: readonly KnownEvent[], random: Random): KnownEvent {
  const [where, what, draw] = [pick(random, events), pick(random, events), random()];
  for (;;) {
    const beside = draw < 0.4 ? pick(random, events) : null;
    const sameVillage = beside !== null && draw < 0.2;
    const place = beside === null ? where : sameVillage ? beside : besideIt(beside, events, random);
    const when = beside ?? pick(random, events);
    const days = sameVillage ? 4 + random() * 40 : random() * 15;
    const shift = Math.round(beside ? (random() < 0.5 ? -1 : 1) * days : (random() * 2 - 1) * 3 * 365);
    const moved = (day: string | null) => day && new Date(Date.parse(day) + shift * dayMs).toISOString().slice(0, 10);
    const [dateStart, dateEnd] = [moved(when.dateStart), moved(when.dateEnd)];
    // one that happened there on those very days would be the same event, not another
    const clash = events.some(
      (one) =>
        one.names.en === place.names.en && near(one.dateStart, dateStart) && one.district.en === place.district.en,
    );
    if (clash) continue;
    const datePrecision = when.datePrecision === 'month' || when.datePrecision === 'year' ? 'day' : when.datePrecision;
    return {
      ...what,
      at: place.at,
      names: place.names,
      district: place.district,
      dateStart,
      dateEnd: datePrecision === 'day' ? dateStart : dateEnd,
      datePrecision,
    };
  }
}

/** One of the five nearest other villages, else any other place. */
const besideIt = (event: KnownEvent, events: readonly KnownEvent[], random: Random): KnownEvent =>
  otherVillage(
    event,
    events.filter(({ at }) => at),
    random,
  ) ?? pick(random, events);

const near = (a: string | null, b: string | null) =>
  a !== null && b !== null && Math.abs(Date.parse(a) - Date.parse(b)) <= 3 * dayMs;

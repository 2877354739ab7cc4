import { destination } from '../../../geo/distance.ts';
import { loadMessages } from '../../../i18n/messages.ts';
import type { Told } from '../sighting.ts';
import { weights } from '../weights.ts';
import { type KnownEvent, kilometresApart } from './incidents.ts';
import { spelled } from './letters.ts';

export type Random = () => number;
export type Language = 'az' | 'hy' | 'ru' | 'en';
/** How a retelling differs from the event; each is one stratum of the figures. */
export type Retelling = {
  language: Language;
  date: 'day' | 'month' | 'year';
  countsChanged: boolean;
  wrongVillage: boolean;
};

const languages = ['az', 'hy', 'ru', 'en'] as const;
const catalogue = Object.fromEntries(
  await Promise.all(languages.map(async (language) => [language, (await loadMessages(language)).values] as const)),
) as unknown as Record<Language, { activities: Record<string, string>; deviceCategories: Record<string, string> }>;

const openings: Record<Language, string[]> = {
  az: ['Qonşum danışdı.', 'Bu barədə eşitdik.', 'Kəndimizdə hamı bilir.', ''],
  hy: ['Հարևանս պատմեց։', 'Այդ մասին լսել ենք։', 'Մեր գյուղում բոլորը գիտեն։', ''],
  ru: ['Рассказал сосед.', 'Мы слышали об этом.', 'В нашем селе это знают все.', ''],
  en: ['A neighbour told me.', 'We heard of it.', 'Everybody in our village knows.', ''],
};

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** Standard normal, Box and Muller. */
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** The event as somebody else tells it: their own pin within the stated error, their language, what they remember of the date. */
export function retell(event: KnownEvent, how: Retelling, villages: readonly KnownEvent[], random: Random): Told {
  const twin = how.wrongVillage ? otherVillage(event, villages, random) : null;
  const from = twin?.at ?? event.at;
  const { language } = how;
  const counts = how.countsChanged ? changedCounts(event, random) : event;
  const words = catalogue[language];
  const description = [
    pick(random, openings[language]),
    words.activities[event.activity] ?? '',
    nameIn(event.names, language) ?? '',
    words.deviceCategories[event.devices[0] ?? ''] ?? '',
  ].join(' ');
  return {
    kind: event.kind,
    ...dateTold(event, how.date),
    place: from && placed(from, random),
    placeNames: [nameIn(event.names, language)].filter((name) => name !== null),
    districtNames: [nameIn(event.district, language)].filter((name) => name !== null),
    killed: counts.killed,
    injured: counts.injured,
    devices: random() < 0.5 ? event.devices : ['unknown'],
    victims: [{ sex: 'unknown', ageBand: 'unknown', activity: random() < 0.7 ? event.activity : 'unknown' }],
    species: event.species,
    publishers: [],
    description,
    photos: [],
  };
}

/** Radius of 95 % of a normal error: the displacement is drawn from what is stated. */
function placed({ lat, lng, radiusMetres }: NonNullable<KnownEvent['at']>, random: Random): NonNullable<Told['place']> {
  const sigma = radiusMetres / weights.radiusToSigma;
  const [east, north] = [normal(random) * sigma, normal(random) * sigma];
  const at = destination({ lat, lng }, (Math.atan2(east, north) * 180) / Math.PI, Math.hypot(east, north));
  return { geometry: { type: 'Point', coordinates: [at.lng, at.lat] }, uncertaintyMetres: radiusMetres };
}

/** One of the five nearest other villages of the file, three kilometres away at least: there the pin is set by mistake. */
export function otherVillage(event: KnownEvent, villages: readonly KnownEvent[], random: Random): KnownEvent | null {
  if (!event.at) return null;
  const near = villages
    .map((one) => ({ one, km: kilometresApart(event.at!, one.at!) }))
    .filter(({ km }) => km >= 3)
    .sort((a, b) => a.km - b.km);
  return near.length > 0 ? pick(random, near.slice(0, 5)).one : null;
}

const dateTold = (
  event: KnownEvent,
  date: Retelling['date'],
): Pick<Told, 'dateStart' | 'dateEnd' | 'datePrecision'> => {
  const { dateStart, dateEnd, datePrecision } = event;
  const vague = datePrecision === 'year' || datePrecision === 'range' || datePrecision === 'unknown';
  if (vague || date === 'day' || dateStart === null) return { dateStart, dateEnd, datePrecision };
  if (date === 'month') return { dateStart: `${dateStart.slice(0, 7)}-01`, dateEnd: null, datePrecision: 'month' };
  return { dateStart: `${dateStart.slice(0, 4)}-01-01`, dateEnd: null, datePrecision: 'year' };
};

function changedCounts({ killed, injured }: KnownEvent, random: Random) {
  const step = () => (random() < 0.7 ? 1 : 2) * (random() < 0.5 ? -1 : 1);
  if (random() < 0.5 && killed !== null) return { killed: Math.abs(killed + step()), injured };
  return { killed, injured: injured === null ? 1 : Math.abs(injured + step()) };
}

/** In the reader's language where it is known, else spelled by ear in their script. */
function nameIn(names: KnownEvent['names'], language: Language): string | null {
  const latin = names.az ?? names.en ?? null;
  if (names[language] || !latin) return names[language] ?? null;
  return language === 'ru' || language === 'hy' ? spelled(latin, language) : latin;
}

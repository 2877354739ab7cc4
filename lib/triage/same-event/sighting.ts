import type { Geometry } from '../../geo/lng-lat.ts';
import { foldName } from '../../places/fold.ts';
import { trigramsOf } from '../../places/trigrams.ts';
import type { DatePrecision, ReportKind } from '../../reports/input.ts';
import { tellingWords } from './words.ts';

/** A folded name, with its trigrams at hand. */
export type Name = { text: string; trigrams: ReadonlySet<string> };

/** What is compared of two reports; dates as YYYY-MM-DD. Nothing about who tells it. */
export type Sighting = {
  kind: ReportKind;
  dateStart: string | null;
  dateEnd: string | null;
  datePrecision: DatePrecision;
  /** Null: not located. The radius is that of 95 %. */
  place: { geometry: Geometry; uncertaintyMetres: number } | null;
  /** Folded settlement names, in any language. */
  names: readonly Name[];
  /** Folded district names; empty when not known. */
  districts: readonly Name[];
  killed: number | null;
  injured: number | null;
  devices: readonly string[];
  activities: readonly string[];
  /** `sex age_band` of each victim of whom something is known. */
  persons: readonly string[];
  species: readonly string[];
  publishers: readonly string[];
  words: ReadonlySet<string>;
  /** 64-bit perceptual hashes. */
  photos: readonly bigint[];
};

/** One reason for or against (`triage.sameEventReason.<key>`); `weight` is its log-odds. */
export type SameEventReason = { key: string; weight: number; detail?: Record<string, string | number> };

/** A report as far as it is compared, in its own words. */
export type Told = Pick<
  Sighting,
  'kind' | 'dateStart' | 'dateEnd' | 'datePrecision' | 'place' | 'killed' | 'injured' | 'publishers' | 'photos'
> & {
  /** As given or of the gazetteer, any script: "Sarıcalı, Ağdam", the settlement first. */
  placeNames: readonly string[];
  districtNames: readonly string[];
  devices: readonly string[];
  victims: readonly { sex: string; ageBand: string; activity: string }[];
  species: readonly string[];
  description: string | null;
};

const said = (value: string) => value !== 'unknown' && value !== 'other';
const unique = (values: readonly string[]) => [...new Set(values)];
/** Words beside a name that are none: "near Chayli village". */
const beside =
  /\b(yakinliginda|yanindaki|yaninda|kendi|kend|gyughi?|okolo|vozle|selo|near|the|vilage|district|rayonu?)\b/g;

const foldedName = remembering((name) => foldName(name).replace(beside, ' ').replace(/ +/g, ' ').trim());

/** "Sarıcalı, Ağdam" names a settlement and what it lies in; "Nor Karmiravan (Papravand)" names it twice. Folded. */
export function namesIn(placeNames: readonly string[]): { names: string[]; within: string[] } {
  const parts = placeNames.map((name) => name.split(',').map((part) => part.split(/[()/;]/).map(foldedName)));
  const filled = (list: string[][]) => unique(list.flat().filter(Boolean));
  return { names: filled(parts.map(([first = []]) => first)), within: filled(parts.flatMap(([, ...rest]) => rest)) };
}

export const named = remembering((text): Name => ({ text, trigrams: trigramsOf(text) }));

/** Few names stand in very many reports: what was made of a name is kept, up to some thousands. */
function remembering<Made>(make: (text: string) => Made, most = 5_000): (text: string) => Made {
  const kept = new Map<string, Made>();
  return (text) => {
    const before = kept.get(text);
    if (before !== undefined) return before;
    if (kept.size >= most) kept.clear();
    const made = make(text);
    kept.set(text, made);
    return made;
  };
}

export function sightingOf(told: Told): Sighting {
  const { names, within } = namesIn(told.placeNames);
  const districts = unique([...told.districtNames.map(foldedName), ...within]).filter(Boolean);
  return {
    kind: told.kind,
    dateStart: told.dateStart,
    dateEnd: told.dateEnd,
    datePrecision: told.datePrecision,
    place: told.place,
    names: names.filter((name) => !districts.includes(name) || told.place !== null).map(named),
    districts: districts.map(named),
    killed: told.killed,
    injured: told.injured,
    devices: told.devices,
    activities: unique(told.victims.map(({ activity }) => activity).filter(said)),
    persons: unique(
      told.victims.flatMap(({ sex, ageBand }) => (said(sex) && said(ageBand) ? [`${sex} ${ageBand}`] : [])),
    ),
    species: unique(told.species.filter(said)),
    publishers: told.publishers,
    words: tellingWords(told.description ?? ''),
    photos: told.photos,
  };
}

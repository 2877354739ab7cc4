import type { OrganisationClue } from '../clues/disclosure.ts';
import { formatMgrs, formatUtm } from '../geo/format-coordinates.ts';
import { fromPosition, type LngLat, positionsOf, roundDegrees } from '../geo/lng-lat.ts';
import type { PlaceNames, PlaceView } from '../places/place-view.ts';
import type { Cell, Column } from './csv.ts';
import { regionOf } from './economic-region.ts';
import { schemaVersion } from './input.ts';

/** A clue as it may leave, with its places; `practice` says that it can never be taken for real. */
export type ClueRecord = {
  clue: OrganisationClue;
  place?: PlaceView;
  district?: Pick<PlaceView, 'iso' | 'names'> | null;
};

const first = (names: PlaceNames | undefined, language: 'az' | 'hy' | 'ru' | 'en'): string | null =>
  names?.[language][0] ?? null;

/** Of A and B only. Of a line or area the middle vertex: a point of the shape itself, which a mean need not be. */
function pointOf({ geometry }: OrganisationClue): LngLat | null {
  if (!geometry) return null;
  const vertices = positionsOf(geometry);
  return fromPosition(vertices[Math.floor(vertices.length / 2)]!);
}
const at = (clue: OrganisationClue, read: (point: LngLat) => Cell): Cell => {
  const point = pointOf(clue);
  return point ? read(point) : null;
};

/** The export schema: names, HXL tags and order are fixed; a change raises the schema's version. */
export const clueColumns: Column<ClueRecord>[] = [
  { name: 'report_id', hxl: '#meta+id', read: ({ clue }) => clue.id },
  { name: 'source_class', hxl: '#meta+source', read: ({ clue }) => clue.sourceClass },
  { name: 'independent_sources', hxl: '#x_sources', read: ({ clue }) => clue.independentSources },
  { name: 'schema_version', hxl: '#meta+version', read: () => schemaVersion },
  { name: 'event_kind', hxl: '#event+type', read: ({ clue }) => clue.kind },
  { name: 'date_start', hxl: '#date+occurred+start', read: ({ clue }) => clue.dateStart },
  { name: 'date_end', hxl: '#date+occurred+end', read: ({ clue }) => clue.dateEnd },
  { name: 'date_precision', hxl: '#x_date_precision', read: ({ clue }) => clue.datePrecision },
  { name: 'date_reported', hxl: '#date+reported', read: ({ clue }) => clue.dateReported },
  {
    name: 'adm1_name',
    hxl: '#adm1+name',
    read: ({ district }) => regionOf(district?.iso, first(district?.names, 'az')),
  },
  { name: 'adm2_name', hxl: '#adm2+name', read: ({ district }) => first(district?.names, 'en') },
  { name: 'adm2_iso', hxl: '#adm2+code+v_iso_3166_2', read: ({ district }) => district?.iso ?? null },
  { name: 'place_az', hxl: '#loc+name+i_az', read: ({ place }) => first(place?.names, 'az') },
  { name: 'place_hy', hxl: '#loc+name+i_hy', read: ({ place }) => first(place?.names, 'hy') },
  { name: 'place_ru', hxl: '#loc+name+i_ru', read: ({ place }) => first(place?.names, 'ru') },
  { name: 'place_en', hxl: '#loc+name+i_en', read: ({ place }) => first(place?.names, 'en') },
  { name: 'lat', hxl: '#geo+lat', read: ({ clue }) => at(clue, ({ lat }) => roundDegrees(lat)) },
  { name: 'lon', hxl: '#geo+lon', read: ({ clue }) => at(clue, ({ lng }) => roundDegrees(lng)) },
  { name: 'uncertainty_m', hxl: '#geo+precision+num', read: ({ clue }) => Math.round(clue.uncertaintyMetres) },
  { name: 'device_category', hxl: '#cause+type', read: ({ clue }) => clue.deviceCategory },
  { name: 'killed', hxl: '#affected+killed', read: ({ clue }) => clue.killed },
  { name: 'injured', hxl: '#affected+injured', read: ({ clue }) => clue.injured },
  { name: 'animals_killed', hxl: '#impact+animals+killed+num', read: ({ clue }) => clue.animalsKilled },
  { name: 'evidence_class', hxl: '#x_evidence', read: ({ clue }) => clue.evidenceClass },
  { name: 'source_reliability', hxl: '#x_reliability', read: ({ clue }) => clue.sourceReliability },
  { name: 'info_credibility', hxl: '#x_credibility', read: ({ clue }) => clue.infoCredibility },
  { name: 'status', hxl: '#status', read: ({ clue }) => clue.status },
  { name: 'verified_on', hxl: '#date+verified', read: ({ clue }) => clue.verifiedOn },
  { name: 'mgrs', hxl: '#geo+mgrs', read: ({ clue }) => at(clue, (point) => formatMgrs(point)) },
  { name: 'utm', hxl: '#geo+utm', read: ({ clue }) => at(clue, (point) => formatUtm(point)) },
];

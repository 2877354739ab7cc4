import type { Context } from '../context.ts';
import { Problem } from '../errors.ts';
import { type SquareId, squareCorner, squareMetres, squarePolygon } from '../geo/squares.ts';
import { getPlaces } from '../places/get-places.ts';
import type { PlaceView } from '../places/place-view.ts';
import type { PublicCount, PublicVictims } from '../risk/public-body.ts';
import { publishedSurface } from '../risk/published-surface.ts';
import type { BuiltFile } from './build-clues.ts';
import { type Column, toCsv, toProperties } from './csv.ts';
import { regionOf } from './economic-region.ts';
import { type PublicFile, schemaVersion } from './input.ts';
import { metadataColumns } from './metadata.ts';
import { releaseFacts } from './release-facts.ts';

const titles: Record<PublicFile, string> = {
  'squares.geojson': 'Squares of 5 km with evidence of danger',
  'squares.csv': 'Squares of 5 km with evidence of danger',
  'counts.csv': 'Verified clues by district, year and kind, rounded down to threes',
  'victims.csv': 'Victims by district, year, sex and age, rounded down to fives',
};

/** Public aggregates out of the frozen body of the newest weekly batch, and of nothing else. */
export async function buildAggregates(ctx: Context, file: PublicFile): Promise<BuiltFile> {
  const release = await publishedSurface(ctx, 'public');
  if (!release) throw new Problem('not_found', { reason: 'nothing published yet' });
  const { squares, counts, victims } = release.body;
  const facts = (count: number) => releaseFacts(ctx, { file, title: titles[file], count, release, agreed: false });
  if (file === 'counts.csv' || file === 'victims.csv') {
    const ids = [...counts, ...victims].map(({ districtId }) => districtId);
    const districts = new Map((await getPlaces(ctx, ids)).map((place) => [place.id, place]));
    const rows = file === 'counts.csv' ? counts : cellsOf(victims);
    const metadata = await facts(rows.length);
    const own = file === 'counts.csv' ? countColumns : victimColumns;
    const columns = [...districtColumns(districts), ...own] as Column<(typeof rows)[number]>[];
    return { metadata, body: toCsv(columns, metadataColumns(metadata), rows) };
  }
  const metadata = await facts(squares.length);
  if (file === 'squares.csv') return { metadata, body: toCsv(squareColumns, metadataColumns(metadata), squares) };
  const features = squares.map((square) => ({
    type: 'Feature',
    id: square,
    geometry: squarePolygon(square),
    properties: toProperties(squareColumns, square),
  }));
  const { demonstration } = metadata;
  const collection = {
    type: 'FeatureCollection',
    name: 'squares',
    ...(demonstration && { demonstration: 'DEMONSTRATION' }),
    metadata,
    features,
  };
  return { metadata, body: `${JSON.stringify(collection)}\n` };
}

const squareColumns: Column<SquareId>[] = [
  { name: 'square_id', hxl: '#geo+code', read: (square) => square },
  { name: 'schema_version', hxl: '#meta+version', read: () => schemaVersion },
  { name: 'crs', hxl: '#geo+crs', read: () => 'EPSG:32638' },
  { name: 'east_min_m', hxl: '#geo+east+min+num', read: (square) => squareCorner(square).eastMetres },
  { name: 'north_min_m', hxl: '#geo+north+min+num', read: (square) => squareCorner(square).northMetres },
  { name: 'side_m', hxl: '#geo+size+num', read: () => squareMetres },
  { name: 'state', hxl: '#status', read: () => 'evidence_of_danger' },
];

type InDistrict = { districtId: string; year: number };
const districtColumns = (districts: ReadonlyMap<string, PlaceView>): Column<InDistrict>[] => {
  const of = ({ districtId }: InDistrict) => districts.get(districtId);
  return [
    { name: 'adm1_name', hxl: '#adm1+name', read: (row) => regionOf(of(row)?.iso, of(row)?.names.az[0] ?? null) },
    { name: 'adm2_name', hxl: '#adm2+name', read: (row) => of(row)?.names.en[0] ?? of(row)?.label ?? null },
    { name: 'adm2_iso', hxl: '#adm2+code+v_iso_3166_2', read: (row) => of(row)?.iso ?? null },
    { name: 'year', hxl: '#date+year', read: ({ year }) => year },
    { name: 'schema_version', hxl: '#meta+version', read: () => schemaVersion },
  ];
};

const countColumns: Column<PublicCount>[] = [
  { name: 'event_kind', hxl: '#event+type', read: ({ eventKind }) => eventKind },
  { name: 'clues_at_least', hxl: '#x_clues+min+num', read: ({ cluesAtLeast }) => cluesAtLeast },
];

type VictimCells = InDistrict & { cells: Record<string, number> };
const victimColumns: Column<VictimCells>[] = [
  ['female adult', 'female_adults', '#affected+f+adults'],
  ['male adult', 'male_adults', '#affected+m+adults'],
  ['female child', 'female_children', '#affected+f+children'],
  ['male child', 'male_children', '#affected+m+children'],
].map(([key, name, hxl]) => ({ name: name!, hxl: hxl!, read: ({ cells }: VictimCells) => cells[key!] ?? null }));

/** One row a district and year; a cell that the batch suppressed stays blank. */
function cellsOf(victims: readonly PublicVictims[]): VictimCells[] {
  const rows = Map.groupBy(victims, ({ districtId, year }) => `${districtId} ${year}`);
  return [...rows.values()].map((members) => ({
    districtId: members[0]!.districtId,
    year: members[0]!.year,
    cells: Object.fromEntries(members.map(({ sex, age, atLeast }) => [`${sex} ${age}`, atLeast])),
  }));
}

import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { hammingDistance } from '../../media/perceptual-hash.ts';
import type { DatePrecision, ReportKind, ReportState } from '../../reports/input.ts';
import { type Claim, estimateOf } from '../estimate.ts';
import { named, namesIn, type Sighting, sightingOf } from './sighting.ts';
import { weights } from './weights.ts';
import { daysOf } from './when.ts';
import { alikeness } from './where.ts';

/** The other's error is at most a settlement's for most; people understate. Beyond, the name must tell. */
const otherErrorMetres = 2_000;
const understated = 1.3;
const farthestMetres = 15_000;
/** A longer span than this says too little to look all over the land for it. */
const tellingDays = 62;
/** How far a date may be off: near by more, all over the land by less. */
const slackDays = { near: 20, named: 3 };
const mostNear = 150;
const mostNamed = 100;
const mostPictured = 20;

type Row = {
  id: string;
  number: string;
  kind: ReportKind;
  state: ReportState;
  dateStart: string | null;
  dateEnd: string | null;
  datePrecision: DatePrecision;
  killed: number | null;
  injured: number | null;
  description: string | null;
  practice: boolean;
  incidentId: string | null;
  incidentNumber: string | null;
  claims: (Omit<Claim, 'official' | 'createdAt'> & { createdAt: string; name: string | null; text: string | null })[];
  victims: { sex: string; ageBand: string; activity: string }[];
  species: string[];
  devices: string[];
  publishers: string[];
  /** As text: 64 bits are more than a number holds. */
  pictures: string[];
};
export type Compared = Row & { sighting: Sighting };

const list = (select: SQL) => sql`coalesce((select json_agg(x) from (${select}) x), '[]')`;
const values = (select: SQL) => sql`array(${select})`;

/** Reports with what is compared of them, in two statements however many they are. */
export async function loadCompared(ctx: Context, ids: readonly string[]): Promise<Compared[]> {
  if (ids.length === 0) return [];
  const claims = sql`select c.id, c.report_id as "reportId", ST_AsGeoJSON(c.geometry, 6)::json as geometry,
    c.uncertainty_m as "uncertaintyMetres", c.method, c.author, c.position_of as "positionOf", c.datum,
    c.place_id as "placeId", c.created_at as "createdAt", c.place_name_as_given as name,
    case when c.method = 'text_only' then c.input_text end as text
    from location_claims c where c.report_id = r.id order by c.position`;
  const people = sql`select v.sex, v.age_band as "ageBand", v.activity from victims v where v.report_id = r.id`;
  const { rows } = await ctx.db.execute<Row>(sql`
    select r.id, r.number, r.kind, r.state, r.date_start::text as "dateStart", r.date_end::text as "dateEnd",
      r.date_precision as "datePrecision", r.killed, r.injured, r.description, r.practice,
      i.id as "incidentId", i.number as "incidentNumber",
      ${list(claims)} as claims, ${list(people)} as victims,
      ${values(sql`select a.species from animals a where a.report_id = r.id`)} as species,
      ${values(sql`select d.category from devices d where d.report_id = r.id`)} as devices,
      ${values(sql`select s.publisher from report_sources s where s.report_id = r.id`)} as publishers,
      ${values(sql`select p.perceptual_hash::text from report_photos p where p.report_id = r.id and p.perceptual_hash is not null`)} as pictures
    from reports r
    left join incident_reports m on m.report_id = r.id and m.removed_at is null
    left join incidents i on i.id = m.incident_id
    where r.id in (${sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )})`);
  const names = await namesOf(ctx, [
    ...new Set(rows.flatMap(({ claims }) => claims.flatMap((one) => one.placeId ?? []))),
  ]);
  return rows.map((row) => ({ ...row, sighting: comparedAs(row, names) }));
}

type PlaceNames = { names: string[]; districts: string[] };

/** Every name of a place, and of the district it lies in; a district's own names are no settlement's. */
async function namesOf(ctx: Context, placeIds: readonly string[]): Promise<Map<string, PlaceNames>> {
  if (placeIds.length === 0) return new Map();
  const own = sql`select n.name from place_names n where n.place_id = p.id`;
  const around = sql`select n.name from place_names n where n.place_id = coalesce(p.district_id, p.id)`;
  const { rows } = await ctx.db.execute<{ id: string; kind: string; names: string[]; districts: string[] }>(sql`
    select p.id, p.kind, ${values(own)} as names, ${values(around)} as districts from places p
    where p.id in (${sql.join(
      placeIds.map((id) => sql`${id}`),
      sql`, `,
    )})`);
  return new Map(
    rows.map(({ id, kind, names, districts }) => [
      id,
      {
        names: kind === 'district' ? [] : names,
        districts: kind === 'district' || districts.length > 0 ? districts : [],
      },
    ]),
  );
}

function comparedAs(row: Row, places: Map<string, PlaceNames>): Sighting {
  const estimate = estimateOf(
    row.claims.map((claim) => ({ ...claim, official: false, createdAt: new Date(claim.createdAt) })),
  );
  const known = row.claims.flatMap(({ placeId }) => (placeId ? (places.get(placeId) ?? []) : []));
  return sightingOf({
    ...row,
    place: estimate && { geometry: estimate.geometry, uncertaintyMetres: estimate.uncertaintyMetres },
    placeNames: [...row.claims.flatMap(({ name, text }) => name ?? text ?? []), ...known.flatMap(({ names }) => names)],
    districtNames: known.flatMap(({ districts }) => districts),
    photos: row.pictures.map(BigInt),
  });
}

/** Reports that are still of use, of the same kind of database, outside the report's own incident. */
const eligible = ({ id, practice, incidentId }: Compared): SQL => sql`r.practice = ${practice} and r.id <> ${id}
  and r.state not in ('rejected', 'duplicate', 'withdrawn', 'superseded') and ${
    incidentId
      ? sql`r.id not in (select report_id from incident_reports where incident_id = ${incidentId} and removed_at is null)`
      : sql`true`
  }`;

const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const days = sql`daterange(r.date_start, greatest(r.date_start, r.date_end), '[]')`;
const withinDays = ([from, to]: readonly [number, number], slack: number) =>
  sql`${days} && daterange(${iso(from - slack)}::date, ${iso(to + slack)}::date, '[]')`;

/**
 * Ids of reports worth comparing: near it, of a place it names, of its days with a name alike, or with its picture. A
 * pin in the wrong village and a report without any pin are found too.
 */
export async function candidateIds(ctx: Context, here: Compared): Promise<string[]> {
  const span = daysOf(here.sighting);
  const sameDays = span ? sql`(r.date_start is null or ${withinDays(span, slackDays.near)})` : sql`true`;
  const found = [
    ...(await near(ctx, here, sameDays)),
    ...(await ofItsPlaces(ctx, here, sameDays)),
    ...(span && span[1] - span[0] <= tellingDays ? await ofItsDays(ctx, here, span) : []),
    ...(await ofItsPictures(ctx, here)),
  ];
  return [...new Set(found)];
}

async function near(ctx: Context, here: Compared, sameDays: SQL): Promise<string[]> {
  const { place } = here.sighting;
  if (!place) return [];
  const point = sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(place.geometry)}), 4326)`;
  const reach = Math.min(farthestMetres, understated * (place.uncertaintyMetres + otherErrorMetres));
  // degrees, so that the index on geometry serves; a degree of longitude is at least 83 km here. Materialized, since the
  // planner would rather begin at the days and then read every claim there is
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    with c as materialized (
      select report_id, min(ST_Distance(geometry, ${point})) as degrees from location_claims
      where ST_DWithin(geometry, ${point}, ${reach / 83_000}) group by report_id
    )
    select r.id from c join reports r on r.id = c.report_id
    where ${sameDays} and ${eligible(here)} order by c.degrees limit ${mostNear}`);
  return rows.map(({ id }) => id);
}

async function ofItsPlaces(ctx: Context, here: Compared, sameDays: SQL): Promise<string[]> {
  const placeIds = here.claims.flatMap(({ placeId }) => placeId ?? []);
  if (placeIds.length === 0) return [];
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select distinct r.id, r.submitted_at from location_claims c join reports r on r.id = c.report_id
    where c.place_id in (${sql.join(
      placeIds.map((id) => sql`${id}`),
      sql`, `,
    )}) and ${sameDays} and ${eligible(here)}
    order by r.submitted_at desc limit ${mostNamed}`);
  return rows.map(({ id }) => id);
}

/** As told, each name once: many reports of some days name few places. */
async function ofItsDays(ctx: Context, here: Compared, span: readonly [number, number]): Promise<string[]> {
  const { names, districts } = here.sighting;
  if (names.length === 0 && districts.length === 0) return [];
  // a lateral join, since a plain one reads every claim there is
  const { rows } = await ctx.db.execute<{ name: string; ids: string[] }>(sql`
    select c.name, array_agg(r.id) as ids from reports r
    cross join lateral (select coalesce(c.place_name_as_given, c.input_text) as name from location_claims c
      where c.report_id = r.id order by c.position limit 3) c
    where ${withinDays(span, slackDays.named)} and coalesce(r.date_end - r.date_start, 0) <= ${tellingDays}
      and c.name is not null and ${eligible(here)}
    group by 1`);
  const likeness = (told: string) => {
    const { names: own, within } = namesIn([told]);
    const name = alikeness(names, own.map(named)) ?? 0;
    // a name of the district alone is a weaker tie than the settlement's
    return Math.max(name, 0.9 * (alikeness(districts, [...within, ...own].map(named)) ?? 0));
  };
  return rows
    .map(({ name, ids }) => ({ ids, likeness: likeness(name) }))
    .filter((one) => one.likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness)
    .flatMap(({ ids }) => ids)
    .slice(0, mostNamed);
}

/** Wherever and whenever: a forwarded picture travels. Eight bands of eight bits find all that differ in up to seven. */
async function ofItsPictures(ctx: Context, here: Compared): Promise<string[]> {
  if (here.pictures.length === 0) return [];
  const bands = sql.join(
    here.pictures.map((hash) => sql`picture_bands(${hash}::bigint)`),
    sql` || `,
  );
  const { rows } = await ctx.db.execute<{ id: string; hash: string }>(sql`
    with p as materialized (
      select report_id, perceptual_hash from report_photos
      where perceptual_hash is not null and picture_bands(perceptual_hash) && (${bands})
    )
    select r.id, p.perceptual_hash::text as hash from p join reports r on r.id = p.report_id where ${eligible(here)}`);
  const bits = (hash: string) => Math.min(...here.sighting.photos.map((own) => hammingDistance(own, BigInt(hash))));
  return rows
    .map(({ id, hash }) => ({ id, bits: bits(hash) }))
    .filter((one) => one.bits <= weights.photo.likePicture)
    .sort((a, b) => a.bits - b.bits)
    .slice(0, mostPictured)
    .map(({ id }) => id);
}

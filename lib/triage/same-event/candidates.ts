import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
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
/** Of two folded names, 0 to 1. */
const leastAlike = 0.5;
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
const idsIn = (ids: readonly string[]) =>
  sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
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
    where r.id in (${idsIn(ids)})`);
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
    where p.id in (${idsIn(placeIds)})`);
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
const around = ([from, to]: readonly [number, number], slack: number) =>
  sql`daterange(${iso(from - slack)}::date, ${iso(to + slack)}::date, '[]')`;

/**
 * Ids of reports worth comparing: near it, of a place it names, of its days with a name alike, or with its picture. A
 * pin in the wrong village and a report without any pin are found too.
 */
export async function candidateIds(ctx: Context, here: Compared): Promise<string[]> {
  const span = daysOf(here.sighting);
  const days = (slack: number) => (span ? around(span, slack) : sql`'(,)'::daterange`);
  const telling = span !== null && span[1] - span[0] <= tellingDays;
  const found = [
    ...(await near(ctx, here, days(slackDays.near))),
    ...(await ofItsPlaces(ctx, here, days(slackDays.near))),
    ...(await ofItsDays(ctx, here, days(slackDays.named), telling)),
    ...(await ofItsPictures(ctx, here)),
  ];
  return [...new Set(found)];
}

async function near(ctx: Context, here: Compared, days: SQL): Promise<string[]> {
  const { place } = here.sighting;
  if (!place) return [];
  const point = sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(place.geometry)}), 4326)`;
  const reach = Math.min(farthestMetres, understated * (place.uncertaintyMetres + otherErrorMetres));
  // degrees, so that the index on geometry and days serves; a degree of longitude is at least 83 km here. A box, since
  // the planner thinks so much of the cost of a distance that it starts parallel workers. Materialized, since it would
  // rather begin at the reports
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    with c as materialized (
      select c.report_id, min(ST_Distance(c.geometry, ${point})) as degrees from location_claims c
      where c.geometry && ST_Expand(${point}, ${reach / 83_000}) and c.event_days && ${days} group by c.report_id
    )
    select r.id from c join reports r on r.id = c.report_id
    where ${eligible(here)} order by c.degrees limit ${mostNear}`);
  return rows.map(({ id }) => id);
}

/** Of the gazetteer's places that it chose or names, in whatever language and script. */
async function ofItsPlaces(ctx: Context, here: Compared, days: SQL): Promise<string[]> {
  const chosen = here.claims.flatMap(({ placeId }) => placeId ?? []);
  const placeIds = [...new Set([...chosen, ...(await placesNamed(ctx, here.sighting))])];
  if (placeIds.length === 0) return [];
  // the index on places carries the days: no overlap operator, for which the one on all days would be read as well
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    with c as materialized (
      select distinct c.report_id from location_claims c
      where c.place_id in (${idsIn(placeIds)}) and not isempty(c.event_days * ${days})
    )
    select r.id from c join reports r on r.id = c.report_id
    where ${eligible(here)} order by r.submitted_at desc limit ${mostNamed}`);
  return rows.map(({ id }) => id);
}

async function placesNamed(ctx: Context, { names, districts }: Sighting): Promise<string[]> {
  if (names.length === 0 && districts.length === 0) return [];
  const alike = [...names, ...districts].map(({ text }) => sql`n.folded % ${text}`);
  const { rows } = await ctx.db.execute<{ id: string; district: boolean; folded: string }>(sql`
    select n.place_id as id, p.kind = 'district' as district, n.folded
    from place_names n join places p on p.id = n.place_id where ${sql.join(alike, sql` or `)}`);
  // a district alone is told like a settlement
  const likeness = ({ district, folded }: (typeof rows)[number]) =>
    alikeness(district ? [...names, ...districts] : names, [named(folded)]) ?? 0;
  return rows.filter((row) => likeness(row) >= leastAlike).map(({ id }) => id);
}

/**
 * With a name alike, each name as told and once: many reports of some days name few places. Of a longer span than
 * `telling` ones, only those without a pin, which nothing else finds.
 */
async function ofItsDays(ctx: Context, here: Compared, days: SQL, telling: boolean): Promise<string[]> {
  const { place, names, districts } = here.sighting;
  const nameless = names.length === 0 && districts.length === 0;
  if (nameless && place) return [];
  const told = sql`select coalesce(c.place_name_as_given, left(c.input_text, 500)) as name, c.report_id
    from location_claims c where c.event_days && ${days} and c.position < 3`;
  // what the partial index on days says, word for word
  const short = sql.raw(`upper(c.event_days) - lower(c.event_days) <= ${tellingDays + 1}`);
  const { rows } = await ctx.db.execute<{ name: string | null; ids: string[] }>(sql`
    select name, array_agg(report_id) as ids from (
      ${telling ? sql`${told} and ${short} union all` : sql``} ${told} and c.geometry is null
    ) c group by 1`);
  const likeness = (name: string | null) => {
    if (name === null || nameless) return name === null && nameless ? 1 : 0;
    const { names: own, within: wider } = namesIn([name]);
    const settlement = alikeness(names, own.map(named)) ?? 0;
    // a name of the district alone is a weaker tie than the settlement's
    return Math.max(settlement, 0.9 * (alikeness(districts, [...wider, ...own].map(named)) ?? 0));
  };
  const alike = rows
    .map(({ name, ids }) => ({ ids, likeness: likeness(name) }))
    .filter((one) => one.likeness >= leastAlike)
    .sort((a, b) => b.likeness - a.likeness)
    .flatMap(({ ids }) => ids);
  return (await onlyEligible(ctx, here, [...new Set(alike)])).slice(0, mostNamed);
}

/** Wherever and whenever: a forwarded picture travels. Eight bands of eight bits find all that differ in up to seven. */
async function ofItsPictures(ctx: Context, here: Compared): Promise<string[]> {
  if (here.pictures.length === 0) return [];
  const bands = sql.join(
    here.pictures.map((hash) => sql`picture_bands(${hash}::bigint)`),
    sql` || `,
  );
  const bits = sql.join(
    here.pictures.map((hash) => sql`bit_count((perceptual_hash # ${hash}::bigint)::bit(64))`),
    sql`, `,
  );
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select report_id as id from report_photos
    where perceptual_hash is not null and report_id is not null and picture_bands(perceptual_hash) && (${bands})
      and least(${bits}) <= ${weights.photo.likePicture}
    group by 1 order by min(least(${bits}))`);
  return (
    await onlyEligible(
      ctx,
      here,
      rows.map(({ id }) => id),
    )
  ).slice(0, mostPictured);
}

/** In the order given. */
async function onlyEligible(ctx: Context, here: Compared, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select r.id from reports r where r.id in (${idsIn(ids)}) and ${eligible(here)}`,
  );
  const kept = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => kept.has(id));
}

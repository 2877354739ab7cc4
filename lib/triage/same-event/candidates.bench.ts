// Candidates of one report among a hundred thousand; with --postgres on PostgreSQL.
import { sql } from 'drizzle-orm';
import { makeContext } from '../../context.ts';
import { closeDatabase, database } from '../../db/client.ts';
import { makeUser } from '../testing.ts';
import { suggestSameEvent } from './suggest-same-event.ts';

const held = 100_000;
const queries = 300;
const db = database();

// Eighty villages over the land, most reports within a few kilometres of one; days of fifteen years, most of the last four.
await db.execute(sql`insert into places (id, kind, position, uncertainty_m, source, as_of)
  select 'bench:' || v, 'village', ST_SetSRID(ST_MakePoint(45.2 + random() * 2.6, 38.9 + random() * 2.2), 4326), 2000, 'bench', current_date
  from generate_series(0, 79) v`);
await db.execute(sql`insert into place_names (place_id, language, name, folded)
  select 'bench:' || v, 'en', 'Village ' || v, 'village ' || v from generate_series(0, 79) v`);
await db.execute(sql`
  with village as (
    select split_part(id, ':', 2)::int as v, id as place_id, ST_X(position) as lng, ST_Y(position) as lat from places where source = 'bench'
  ), drawn as materialized (
    select gen_random_uuid() as id, n, v.*, sqrt(-2 * ln(random() + 1e-9)) as spread, random() * 2 * pi() as turn,
      case when random() < 0.7 then 1400 * random() else 5500 * random() end::int as ago,
      random() as precision, random() as place
    from generate_series(1, ${held}::int) n join village v on v.v = n % 80
  ), kept as (
    insert into reports (id, content_digest, receipt_hash, practice, channel, language, submitted_at, kind, killed, injured,
      date_start, date_end, date_precision, description)
    select id, id::text, id::text, true, 'form', 'en', now(), case when n % 7 = 0 then 'animal_accident' else 'human_accident' end,
      n % 3, n % 4,
      case when precision < 0.1 then date_trunc('year', current_date - ago) when precision < 0.3 then date_trunc('month', current_date - ago) else current_date - ago end,
      case when precision < 0.1 then date_trunc('year', current_date - ago) + interval '1 year - 1 day' when precision < 0.3 then date_trunc('month', current_date - ago) + interval '1 month - 1 day' end,
      case when precision < 0.1 then 'year' when precision < 0.3 then 'month' else 'day' end,
      'told as number ' || n
    from drawn returning id
  )
  insert into location_claims (report_id, position, geometry, uncertainty_m, method, author, position_of, place_id, input_text, place_name_as_given)
  select id, 0,
    case when place > 0.1 then ST_SetSRID(ST_MakePoint(lng + spread * cos(turn) * 0.02, lat + spread * sin(turn) * 0.015), 4326) end,
    case when place > 0.5 then 2000 when place > 0.1 then 150 end,
    case when place > 0.5 then 'settlement_centroid' when place > 0.1 then 'map_pin' else 'text_only' end,
    'reporter', 'event', case when place > 0.5 then place_id end, 'Village ' || v, 'Village ' || v || ', District ' || v % 12
  from drawn join kept using (id)`);
// One report in four has a picture, one picture in fifty is a forwarded one.
await db.execute(sql`insert into report_photos (draft_id, report_id, position, sha256, perceptual_hash, width, height, bytes, created_at)
  select id, id, 0, id::text, (case when random() < 0.02 then 81985529216486895 else (floor(random() * 2147483648)::bigint << 32) + floor(random() * 4294967296)::bigint end), 800, 600, 90000, now()
  from reports where random() < 0.25`);
for (const table of ['reports', 'location_claims', 'report_photos'])
  await db.execute(sql.raw(`vacuum analyze ${table}`));

const moderator = makeContext(db, await makeUser(db));
const { rows } = await db.execute<{ id: string }>(
  sql`select id from reports order by md5(id::text) limit ${queries + 10}`,
);
const times: number[] = [];
let listed = 0;
for (const [i, { id }] of rows.entries()) {
  const began = performance.now();
  const found = await suggestSameEvent(moderator, id);
  // the first ones warm the caches
  if (i < 10) continue;
  times.push(performance.now() - began);
  listed += found.length;
}
const at = (share: number) => times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))]!.toFixed(1);
const engine = process.env.MINECLUE_EMBEDDED ? 'embedded' : 'PostgreSQL';
console.log(
  `${engine}, ${held} reports: candidates p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms; ${(listed / queries).toFixed(1)} listed`,
);
await closeDatabase();

import { type SQL, sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import type { Context } from '../context.ts';
import type { queueFilter } from './input.ts';
import { takenBack } from './taken-back.ts';
import { openStates } from './transitions.ts';

/** Why a report stands where it does in the queue, most needed first (`triage.need.<key>`). */
export const needs = ['urgent', 'second_person', 'people_hurt', 'open', 'answer_awaited', 'settled'] as const;
export type Need = (typeof needs)[number];

type Filter = z.output<typeof queueFilter>;

const isOpen = sql`r.state in (${sql.join(
  openStates.map((state) => sql`${state}`),
  sql`, `,
)})`;

/** Need by what the reports say: danger in an inhabited place first, then what only a second person can settle. */
const needOf = (userId: string): SQL => sql`case
  when (r.referred_urgent_at is not null or r.inhabited_place_danger) and ${isOpen} then 0
  when c.state = 'proposed' and c.proposed_by <> ${userId} then 1
  when r.state = 'needs_info' then 4
  when not ${isOpen} then 5
  when r.kind = 'human_accident' then 2
  else 3 end`;

const from = sql`from reports r
  left join incident_reports m on m.report_id = r.id and m.removed_at is null
  left join incidents i on i.id = m.incident_id
  left join clues c on c.incident_id = i.id and c.state in ('proposed', 'verified')`;

function where({ states, kind, text, districtId }: Filter): SQL {
  const wanted = states ?? openStates;
  const number = /^(?:r-?)?(\d{1,15})$/i.exec(text ?? '')?.[1];
  const words = `%${(text ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const conditions = [
    sql`r.state in (${sql.join(
      wanted.map((state) => sql`${state}`),
      sql`, `,
    )})`,
    kind && sql`r.kind = ${kind}`,
    text &&
      (number
        ? sql`r.number = ${Number(number)}`
        : sql`(r.description ilike ${words} or exists (
      select from location_claims t where t.report_id = r.id and t.place_name_as_given ilike ${words}))`),
    districtId &&
      sql`exists (select from location_claims d left join places p on p.id = d.place_id where d.report_id = r.id
        and coalesce(p.district_id, (select n.district_id from places n where n.kind <> 'district'
          order by n.position <-> d.geometry limit 1)) = ${districtId})`,
  ].filter((one) => one !== undefined && one !== '');
  return sql`where ${sql.join(conditions as SQL[], sql` and `)}`;
}

type Found = {
  id: string;
  need: number;
  incidentNumber: string | null;
  clueNumber: string | null;
  clueState: string | null;
};

/** A page of the queue in the order of need, then the longest waiting first. */
export async function findQueue(ctx: Context, userId: string, filter: Filter) {
  const { rows } = await ctx.db.execute<Found>(sql`
    select r.id, ${needOf(userId)} as need, i.number as "incidentNumber", c.number as "clueNumber", c.state as "clueState"
    ${from} ${where(filter)} order by need, r.submitted_at, r.number limit ${filter.limit} offset ${filter.offset}`);
  const { rows: counted } = await ctx.db.execute<{ n: string }>(sql`select count(*) as n ${from} ${where(filter)}`);
  return { found: rows, matching: Number(counted[0]?.n ?? 0) };
}

export async function countQueue(ctx: Context) {
  const { rows } = await ctx.db.execute<{ open: string; oldest: Date | null; proposed: string; takenBack: string }>(sql`
    select count(*) filter (where ${isOpen}) as open, min(r.submitted_at) filter (where ${isOpen}) as oldest,
      (select count(*) from clues where state = 'proposed') as proposed,
      (select count(*) from clues c where ${takenBack}) as "takenBack" from reports r`);
  const row = rows[0]!;
  return {
    open: Number(row.open),
    proposed: Number(row.proposed),
    /** Clues whose every reporter took the report back. */
    takenBack: Number(row.takenBack),
    oldestSubmittedAt: row.oldest && new Date(row.oldest),
  };
}

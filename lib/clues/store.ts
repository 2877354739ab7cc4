import { and, asc, desc, eq, getTableColumns, gte, inArray, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { organisations, users } from '../../drizzle/schema/accounts.ts';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { clueDecisions, clues } from '../../drizzle/schema/clues.ts';
import { asGeoJson } from '../../drizzle/schema/columns.ts';
import { consents } from '../../drizzle/schema/contacts.ts';
import { reportSources, reports } from '../../drizzle/schema/reports.ts';
import { riskPublications } from '../../drizzle/schema/risk.ts';
import { incidentReports, incidents } from '../../drizzle/schema/triage.ts';
import type { Context } from '../context.ts';
import { touchesZone } from '../deployment/zones/touches-zone.ts';
import { Problem } from '../errors.ts';
import type { Geometry } from '../geo/lng-lat.ts';
import { isId } from '../ids.ts';
import { wordsConsentVersion } from '../reports/input.ts';
import type { Audience } from '../risk/input.ts';
import type { Estimate } from '../triage/estimate.ts';
import type { ClueState } from './input.ts';

const columns = { ...getTableColumns(clues), geometry: sql<Geometry>`${asGeoJson(clues.geometry)}` };
export type ClueRow = Awaited<ReturnType<typeof loadClues>>[number];

export async function loadClues(
  ctx: Context,
  where: {
    ids?: readonly string[];
    incidentId?: string;
    states?: readonly ClueState[];
    limit?: number;
  },
) {
  const { ids, incidentId, states } = where;
  const sensitive = touchesZone(clues.geometry, clues.uncertaintyMetres);
  return ctx.db
    .select({ ...columns, sensitive, incidentNumber: incidents.number })
    .from(clues)
    .innerJoin(incidents, eq(incidents.id, clues.incidentId))
    .where(
      and(
        incidentId ? eq(clues.incidentId, incidentId) : undefined,
        ids && inArray(clues.id, [...ids]),
        states && inArray(clues.state, [...states]),
      ),
    )
    .orderBy(desc(clues.number))
    .limit(where.limit ?? 10_000);
}

/** Held until the transaction ends. Errors: not_found, stale_version with the decisions since. */
export async function lockClue(ctx: Context, id: string, basedOn: number): Promise<ClueRow> {
  // incident before clue, as a proposal locks them
  await ctx.db.execute(
    sql`select from incidents where id = (select incident_id from clues where id = ${id}) for update`,
  );
  const [locked] = await ctx.db.select({ version: clues.version }).from(clues).where(eq(clues.id, id)).for('update');
  if (!locked) throw new Problem('not_found');
  if (locked.version !== basedOn) {
    const since = (await loadDecisions(ctx, id)).filter(({ clueVersion }) => clueVersion > basedOn);
    throw new Problem('stale_version', { version: locked.version, changed: { decisions: since } });
  }
  return (await loadClues(ctx, { ids: [id] }))[0]!;
}

export const loadDecisions = (ctx: Context, clueId: string) =>
  ctx.db
    .select({
      decision: clueDecisions.decision,
      decidedBy: users.name,
      decidedAt: clueDecisions.decidedAt,
      reason: clueDecisions.reason,
      clueVersion: clueDecisions.clueVersion,
    })
    .from(clueDecisions)
    .innerJoin(users, eq(users.id, clueDecisions.decidedBy))
    .where(eq(clueDecisions.clueId, clueId))
    .orderBy(asc(clueDecisions.decidedAt), asc(clueDecisions.clueVersion));

export async function openClueOf(ctx: Context, incidentId: string) {
  const open = and(eq(clues.incidentId, incidentId), inArray(clues.state, ['proposed', 'verified']));
  const [row] = await ctx.db.select().from(clues).where(open).for('update');
  return row ?? null;
}

export async function saveDraft(
  ctx: Context,
  open: { id: string; version: number },
  values: Partial<typeof clues.$inferInsert>,
) {
  const [row] = await ctx.db
    .update(clues)
    .set({ ...values, version: open.version + 1 })
    .where(eq(clues.id, open.id))
    .returning();
  return row!;
}

/** The same-event candidates that the newest proposal held for other events. */
export async function proposalOf(ctx: Context, clueId: string): Promise<string[]> {
  const [row] = await ctx.db
    .select({ detail: auditEvents.detail })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.subjectType, 'clue'),
        eq(auditEvents.subjectId, clueId),
        eq(auditEvents.action, 'clue.propose'),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1);
  return (row?.detail.dismissedReportIds ?? []) as string[];
}

/** The settlement that the claim names, else the nearest within 10 km; its district with it. */
export async function placeNear(ctx: Context, { placeId, geometry }: Pick<Estimate, 'placeId' | 'geometry'>) {
  const here = sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), 4326)`;
  const nearest = sql`kind <> 'district' and ST_DWithin(position, ${here}, 0.12) and ST_DWithin(position::geography, ${here}::geography, 10000)`;
  const { rows } = await ctx.db.execute<{ id: string; districtId: string | null }>(sql`
    select id, district_id as "districtId" from places
    where ${placeId ? sql`id = ${placeId}` : nearest}
    order by position <-> ${here}, id limit 1`);
  return { placeId: rows[0]?.id ?? placeId, districtId: rows[0]?.districtId ?? null };
}

type Sharing = {
  ngos: boolean;
  authorities: boolean;
  /** Every report was carried by publishers before. */
  published: boolean;
  /** At least one report was not taken back. */
  stands: boolean;
};

/** Whether every report of each clue may leave to organisations or authorities: what was public already, or what the reporter ticked. */
export async function loadSharing(ctx: Context, clueIds: readonly string[]): Promise<Map<string, Sharing>> {
  if (clueIds.length === 0) return new Map();
  const isPublic = sql`${reports.channel} = 'import' and exists (select from ${reportSources} where ${reportSources.reportId} = ${incidentReports.reportId})`;
  // a piece that is for review only keeps the clue that rests on it here; with a merge it came along
  const restsOn = sql`(e.incident_id = ${incidentReports.incidentId} or e.incident_id in (select was.incident_id
    from incident_reports was where was.report_id = ${incidentReports.reportId} and not exists (
      select from incident_reports m where m.incident_id = was.incident_id and m.removed_at is null)))`;
  const kept = sql`exists (select from evidence_items e where ${restsOn} and e.superseded_at is null and e.consent in ('review_only', 'none'))`;
  const may = (flag: typeof consents.shareWithNgos | typeof consents.shareWithAuthorities) =>
    sql<boolean>`bool_and(not ${kept} and ${consents.withdrawnAt} is null and (${isPublic} or coalesce(${flag}, false)))`;
  const rows = await ctx.db
    .select({
      clueId: clues.id,
      ngos: may(consents.shareWithNgos),
      authorities: may(consents.shareWithAuthorities),
      published: sql<boolean>`bool_and(${isPublic})`,
      stands: sql<boolean>`bool_or(${consents.withdrawnAt} is null)`,
    })
    .from(clues)
    .innerJoin(
      incidentReports,
      and(eq(incidentReports.incidentId, clues.incidentId), sql`${incidentReports.removedAt} is null`),
    )
    .innerJoin(reports, eq(reports.id, incidentReports.reportId))
    .leftJoin(consents, eq(consents.reportId, incidentReports.reportId))
    .where(inArray(clues.id, [...clueIds]))
    .groupBy(clues.id);
  return new Map(rows.map(({ clueId, ...sharing }) => [clueId, sharing]));
}

/** The clues of an audience's newest batch: their ids, and as kept with it; null before the first. */
export async function newestBatch(ctx: Context, audience: Audience) {
  const { clueIds: ids, publishedAt, cluesThen } = riskPublications;
  const [row] = await ctx.db
    .select({ ids, publishedAt, clues: cluesThen })
    .from(riskPublications)
    .where(eq(riskPublications.audience, audience))
    .orderBy(desc(riskPublications.number))
    .limit(1);
  return row ?? null;
}

type Kept = { id: string; geometry: Geometry; uncertaintyMetres: number };
export type SinceThen = { stands: boolean; sensitive: boolean; ngos: boolean; authorities: boolean };

/** What became of clues that a batch kept. Sensitive are both where it told them and where they are now; a zone that was ended since still counts. */
export async function sinceThen(
  ctx: Context,
  kept: readonly Kept[],
  publishedAt: Date,
): Promise<Map<string, SinceThen>> {
  const ids = kept.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const told = JSON.stringify(kept.map(({ id, geometry, uncertaintyMetres: m }) => ({ id, geometry, m })));
  const shape = sql`ST_SetSRID(ST_GeomFromGeoJSON(told.geometry::text), 4326)`;
  const { rows } = await ctx.db.execute<{ id: string; stands: boolean; sensitive: boolean }>(sql`
    select ${clues.id} as id, ${clues.state} = 'verified' as stands,
      ${touchesZone(clues.geometry, clues.uncertaintyMetres, publishedAt)} or ${touchesZone(shape, sql`told.m`, publishedAt)} as sensitive
    from jsonb_to_recordset(${told}::jsonb) as told(id uuid, geometry jsonb, m float8)
    join ${clues} on ${clues.id} = told.id`);
  const sharing = await loadSharing(ctx, ids);
  return new Map(
    rows.map(({ id, ...since }) => {
      const { ngos = false, authorities = false } = sharing.get(id) ?? {};
      return [id, { ...since, ngos, authorities }];
    }),
  );
}

/** Null for nobody's, an unknown or a closed organisation, and one whose agreement has ended unless `ended` is asked for too. */
export async function organisationKindOf(
  ctx: Context,
  id: string | null,
  { ended = false } = {},
): Promise<string | null> {
  if (id === null) return null;
  const [row] = await ctx.db.select().from(organisations).where(eq(organisations.id, id));
  if (!row || row.closedAt || (!ended && row.agreementUntil && row.agreementUntil < ctx.now)) return null;
  return row.kind;
}

/** A clue's id from its export id or its own. */
export async function resolveClueId(ctx: Context, id: string): Promise<string | null> {
  if (!isId(id)) return null;
  const [row] = await ctx.db
    .select({ id: clues.id })
    .from(clues)
    .where(or(eq(clues.exportId, id), eq(clues.id, id)));
  return row?.id ?? null;
}

export async function loadUserNames(ctx: Context, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, known));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Reports of a clue whose photos may reach organisations: their reporters allow sharing and the use of photos. */
export const cluePhotoReports = (ctx: Context, clueId: string): Promise<string[]> =>
  consentingReports(ctx, clueId, [consents.shareWithNgos, consents.photoUse]);

/** Reports of a clue whose words may reach this audience: their reporters allow it, and were told that this takes in words. */
export const clueTextReports = (
  ctx: Context,
  clueId: string,
  audience: 'organisation' | 'authority' | 'moderator',
): Promise<string[]> =>
  consentingReports(
    ctx,
    clueId,
    [audience === 'authority' ? consents.shareWithAuthorities : consents.shareWithNgos],
    wordsConsentVersion,
  );

/** Reports of a clue, by its own id or that of the exports, whose reporters allow all of these purposes today. */
async function consentingReports(
  ctx: Context,
  clueId: string,
  purposes: PgColumn[],
  sinceText = '',
): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: incidentReports.reportId })
    .from(clues)
    .innerJoin(
      incidentReports,
      and(eq(incidentReports.incidentId, clues.incidentId), sql`${incidentReports.removedAt} is null`),
    )
    .innerJoin(consents, eq(consents.reportId, incidentReports.reportId))
    .where(
      and(
        sql`${clueId} in (${clues.id}::text, ${clues.exportId}::text)`,
        ...purposes.map((purpose) => eq(purpose, true)),
        sql`${consents.withdrawnAt} is null`,
        gte(consents.textVersion, sinceText),
      ),
    );
  return rows.map(({ id }) => id);
}

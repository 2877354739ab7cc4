import { inArray } from 'drizzle-orm';
import type { DemonstrationAccount } from '../../lib/accounts/demonstration-accounts.ts';
import { proposeClue } from '../../lib/clues/propose-clue.ts';
import { verifyClue } from '../../lib/clues/verify-clue.ts';
import type { Actor, Context } from '../../lib/context.ts';
import { transaction } from '../../lib/db/transaction.ts';
import { isProblem } from '../../lib/errors.ts';
import { submitReport } from '../../lib/reports/submit-report.ts';
import { assessReport } from '../../lib/triage/assess-report.ts';
import { assignToIncident } from '../../lib/triage/assign-to-incident.ts';
import { decideText } from '../../lib/triage/text/decide-text.ts';
import { marksOf } from '../../lib/triage/text/marks.ts';
import { reports } from '../schema/reports.ts';
import type { IncidentPlan } from './incident-row.ts';
import type { IncidentsRead } from './parse-incidents.ts';

export type IncidentImport = {
  read: number;
  located: number;
  unlocated: number;
  rejected: IncidentsRead['rejected'];
  clues: number;
  queued: number;
};

const separate = 'Listed by the compiler as an event of its own.';

/**
 * Brings publicly reported incidents through the verbs that form and queue use: each is submitted as a media report;
 * those planned as clues are graded C/2 and proposed by one demonstration moderator and verified by the other. A row is
 * one transaction, and one that is there already is left alone: interrupted, it can be run again.
 */
export async function importIncidents(
  ctx: Context,
  { read, plans, rejected }: IncidentsRead,
  moderators: Pick<Record<DemonstrationAccount, Actor>, 'moderatorOne' | 'moderatorTwo'>,
): Promise<IncidentImport> {
  const refused = [...rejected];
  const there = await ctx.db
    .select({ id: reports.id })
    .from(reports)
    .where(
      inArray(
        reports.id,
        plans.map(({ report }) => report.reportId),
      ),
    );
  const done = new Set(there.map(({ id }) => id));
  const accepted: IncidentPlan[] = [];
  for (const plan of plans) {
    try {
      if (!done.has(plan.report.reportId)) await transaction(ctx, (inner) => bring(inner, plan, moderators));
      accepted.push(plan);
    } catch (error) {
      if (!isProblem(error)) throw error;
      refused.push({ row: plan.row, id: plan.id, reason: `${error.code} ${JSON.stringify(error.detail)}` });
    }
  }
  const count = (test: (plan: IncidentPlan) => boolean) => accepted.filter(test).length;
  return {
    read,
    located: count(({ located }) => located),
    unlocated: count(({ located }) => !located),
    rejected: refused,
    clues: count(({ destination }) => destination === 'clue'),
    queued: count(({ destination }) => destination === 'queue'),
  };
}

type Moderators = { moderatorOne: Actor; moderatorTwo: Actor };

async function bring(ctx: Context, { report, destination }: IncidentPlan, { moderatorOne, moderatorTwo }: Moderators) {
  await submitReport(ctx, report);
  if (destination === 'queue') return;
  const first = { ...ctx, actor: moderatorOne };
  const { reportId } = report;
  const assigned = await assignToIncident(first, { reportId, incidentId: null, version: 1, reason: separate });
  const graded = await assessReport(first, {
    reportId,
    version: assigned.version,
    sourceReliability: 'C',
    infoCredibility: '2',
    sourceClass: 'media',
    detonationAttested: true,
    note: 'Publicly reported; event certain, place approximate.',
  });
  // composed of the list's own columns, as published: nothing in it is anybody's
  const { description } = report;
  if (description) {
    const spans = marksOf(description, []).map(({ start, end }) => ({ start, end, hide: false }));
    await decideText(first, { reportId, version: graded.version, spans });
  }
  const { clueId, version } = await proposeClue(first, {
    incidentId: assigned.incidentId,
    dismissedReportIds: 'all',
    reason: separate,
  });
  await verifyClue({ ...ctx, actor: moderatorTwo }, { clueId, version });
}

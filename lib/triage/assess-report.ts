import { and, eq, isNull } from 'drizzle-orm';
import { assessments } from '../../drizzle/schema/triage.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { evidenceOf } from './evidence.ts';
import { classesOf } from './evidence-table/rows.ts';
import { newestTable } from './evidence-table/store.ts';
import { assessInput } from './input.ts';
import { evidenceFactsOf, presumedDependent } from './ledger.ts';
import { openReport } from './open-report.ts';
import { currentIncidentId, loadReports, memberIds, touchReport } from './store.ts';
import { advanced } from './transitions.ts';

/**
 * Grades a report on the Admiralty scale; its evidence class is derived, never given. The ledger only grows.
 * Errors: stale_version, wrong_state (closed, or carrying a verified clue), same_person (the submitter), not_found.
 */
export function assessReport(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const { reportId, version: basedOn, note, ...given } = parseInput(assessInput, raw);
    const { actor, report } = await openReport(ctx, reportId, basedOn);
    if (['verified_clue', 'rejected', 'duplicate', 'withdrawn', 'superseded'].includes(report.state)) {
      throw new Problem('wrong_state', { state: report.state });
    }
    if (report.submittedBy === actor.userId) throw new Problem('same_person', { rule: 'submitter' });
    const grade = { ...given, independenceGroup: given.independenceGroup || ownChain(report.submittedBy) };
    const incidentId = await currentIncidentId(ctx, report.id);
    const others = incidentId ? await loadReports(ctx, await memberIds(ctx, incidentId)) : [];
    const facts = evidenceFactsOf({ ...report, assessment: { ...blank, ...grade } }, others);
    const derived = evidenceOf(facts, classesOf((await newestTable(ctx)).rows));
    await ctx.db
      .update(assessments)
      .set({ supersededAt: ctx.now })
      .where(and(eq(assessments.reportId, report.id), isNull(assessments.supersededAt)));
    await ctx.db.insert(assessments).values({
      reportId: report.id,
      ...grade,
      evidenceClass: derived.evidenceClass,
      evidenceReason: derived.reason,
      note: note || null,
      gradedBy: actor.userId,
      gradedAt: ctx.now,
    });
    const state = advanced(report.state, 'under_assessment');
    await touchReport(ctx, report.id, report.version, { state });
    const version = report.version + 1;
    const { sourceReliability, infoCredibility } = grade;
    await recordAudit(ctx, {
      action: 'report.assess',
      subjectType: 'report',
      subjectId: report.id,
      detail: { version, state, sourceReliability, infoCredibility, evidenceClass: derived.evidenceClass },
    });
    return {
      reportId: report.id,
      version,
      state,
      evidenceClass: derived.evidenceClass,
      evidenceReason: derived.reason,
    };
  });
}

/** An account is a chain of its own; reports without one are presumed to depend on each other. */
const ownChain = (submittedBy: string | null) => (submittedBy ? `account:${submittedBy}` : presumedDependent);

const blank = {
  id: '',
  reportId: '',
  evidenceClass: 'none' as const,
  evidenceReason: '',
  note: null,
  gradedBy: '',
  gradedAt: new Date(0),
  supersededAt: null,
};

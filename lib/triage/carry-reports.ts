import { recordAudit } from '../audit/record.ts';
import { type Context, moderators, requireRole } from '../context.ts';
import { Problem } from '../errors.ts';
import { spoken } from '../ids.ts';
import type { ReportState } from '../reports/input.ts';
import { touchReport } from './store.ts';
import { transition } from './transitions.ts';

type Held = { id: string; state: ReportState; version: number };

/** Carries reports along with their clue, by the table's consequences; the caller holds them locked in its transaction. */
export async function carryReports(
  ctx: Context,
  reports: readonly Held[],
  state: 'verified_clue' | 'under_assessment',
  clueNumber: number,
): Promise<void> {
  requireRole(ctx, ...moderators);
  for (const report of reports) {
    if (transition(report.state, state)?.by !== 'consequence')
      throw new Problem('wrong_state', { from: report.state, to: state });
    if (!(await touchReport(ctx, report.id, report.version, { state }))) throw new Problem('stale_version');
    await recordAudit(ctx, {
      action: 'report.set_state',
      subjectType: 'report',
      subjectId: report.id,
      detail: { version: report.version + 1, from: report.state, state, clue: spoken.clue(clueNumber) },
    });
  }
}

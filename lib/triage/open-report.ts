import { type Context, moderators, requireRole, type UserActor } from '../context.ts';
import { Problem } from '../errors.ts';
import { refuseRecused } from './recusals/refuse-recused.ts';
import { loadHistory, loadReports, loadUserNames, type ReportRecord } from './store.ts';

/** The report that an edit is based on, held until the transaction ends. Errors: not_found, stale_version with what changed, same_person (recused). */
export async function openReport(
  ctx: Context,
  id: string,
  version: number,
): Promise<{ actor: UserActor; report: ReportRecord }> {
  const actor = requireRole(ctx, ...moderators);
  const [report] = await loadReports(ctx, [id], true);
  if (!report) throw new Problem('not_found');
  if (report.version !== version) throw await stale(ctx, 'report', id, version, report.version);
  await refuseRecused(ctx, actor.userId, { reports: [id] });
  return { actor, report };
}

/** Tells which edits came since `basedOn`: their actions, times and words, as the audit trail has them. */
export async function stale(
  ctx: Context,
  type: string,
  id: string,
  basedOn: number,
  version: number,
): Promise<Problem> {
  const history = await loadHistory(ctx, [{ type, id }]);
  const since = history.filter(({ detail }) => typeof detail.version === 'number' && detail.version > basedOn);
  const names = await loadUserNames(
    ctx,
    since.map(({ actorId }) => actorId),
  );
  const edits = since.map(({ action, at, actorId, reason, detail }) => ({
    action,
    at: at.toISOString(),
    by: (actorId && names.get(actorId)) || null,
    reason,
    detail,
  }));
  return new Problem('stale_version', { version, changed: { edits } });
}

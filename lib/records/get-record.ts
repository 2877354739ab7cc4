import { type Context, moderators, requireRole } from '../context.ts';
import { getDeployment } from '../deployment/get-deployment.ts';
import { Problem } from '../errors.ts';
import { isId } from '../ids.ts';
import { loadRecordHistory, loadRecords } from './store.ts';
import { testValidity } from './test-validity.ts';

/** Every record of this deployment, newest first. Errors: forbidden, not_signed_in. */
export async function listRecords(ctx: Context) {
  requireRole(ctx, ...moderators);
  return loadRecords(ctx, { practice: (await getDeployment(ctx))?.demonstration ?? false });
}

/** One record, its shape widened by its error, what it corrects or is corrected by, its history, and what finds and strikes say of it. Errors: not_found, forbidden, not_signed_in. */
export async function getRecord(ctx: Context, id: string) {
  requireRole(ctx, ...moderators);
  const [record] = isId(id) ? await loadRecords(ctx, { id }) : [];
  if (!record) throw new Problem('not_found');
  const named = ({ id, number, state }: (typeof all)[number]) => ({ id, number, state });
  const all = record.correctsId ? await loadRecords(ctx, { id: record.correctsId }) : [];
  return {
    ...record,
    corrects: all.map(named)[0] ?? null,
    /** Newest first. */
    corrections: (await loadRecords(ctx, { correctsId: id })).map(named),
    history: await loadRecordHistory(ctx, id),
    ...(await testValidity(ctx, id)),
  };
}
export type RecordView = Awaited<ReturnType<typeof getRecord>>;

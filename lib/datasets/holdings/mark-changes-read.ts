import { recordAudit } from '../../audit/record.ts';
import { type Context, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { listChanges } from './list-changes.ts';
import { saveRead } from './store.ts';

/**
 * A member says, for the whole organisation, that a list of changes was read; of a clue that is downloaded again the organisation
 * is told again. Errors: stale_version (the list is another by now), already_done (it is empty), forbidden, not_signed_in.
 */
export function markChangesRead(ctx: Context, digest: string): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const { organisationId } = requireRole(ctx, 'organisation');
    if (!organisationId) throw new Problem('forbidden');
    const changes = await listChanges(ctx);
    const { withdrawn, corrected } = changes;
    if (withdrawn.length + corrected.length === 0) throw new Problem('already_done');
    if (changes.digest !== digest) throw new Problem('stale_version');
    await saveRead(ctx.db, organisationId, changes);
    await recordAudit(ctx, {
      action: 'dataset.read_changes',
      subjectType: 'organisation',
      subjectId: organisationId,
      detail: { withdrawn: withdrawn.length, corrected: corrected.length },
    });
  });
}

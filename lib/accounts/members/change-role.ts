import { eq } from 'drizzle-orm';
import { users } from '../../../drizzle/schema/accounts.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { roleInput } from '../input.ts';
import { refuseClosedOrganisation } from '../links/create-invitation.ts';
import { organisationProblem } from '../rules.ts';
import { keepAnAdministrator, lockUser } from '../store.ts';

/** Another role, from the next request on. An administrator's; the last administrator stays one (`wrong_state`). */
export async function changeRole(ctx: Context, raw: unknown): Promise<void> {
  requireRole(ctx, 'administrator');
  const { userId, role, organisationId, version, reason } = parseInput(roleInput, raw);
  const wrong = organisationProblem(role, organisationId);
  if (wrong) throw new Problem('invalid_input', { fields: { organisationId: wrong } });
  await transaction(ctx, async (ctx) => {
    await refuseClosedOrganisation(ctx, organisationId);
    const user = await lockUser(ctx, userId);
    if (user.version !== version) {
      throw new Problem('stale_version', { changed: { role: user.role, organisationId: user.organisationId } });
    }
    if (user.closedAt) throw new Problem('wrong_state', { reason: 'account_closed' });
    if (role !== 'administrator') await keepAnAdministrator(ctx, user);
    await ctx.db
      .update(users)
      .set({ role, organisationId, version: version + 1 })
      .where(eq(users.id, userId));
    await recordAudit(ctx, {
      action: 'account.change_role',
      subjectType: 'user',
      subjectId: userId,
      reason,
      detail: { from: user.role, to: role },
    });
  });
}

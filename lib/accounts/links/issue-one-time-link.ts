import { recordAudit } from '../../audit/record.ts';
import { type Context, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import type { LinkPurpose } from '../input.ts';
import { lockUser } from '../store.ts';
import { issueLink, type OneTimeLink } from './issue-link.ts';

/**
 * A fresh link for a standing account. An administrator gives invitations and resets; sign-in links and the first
 * administrator's come from a job only, sign-in links for demonstration accounts only.
 */
export async function issueOneTimeLink(
  ctx: Context,
  { userId, purpose }: { userId: string; purpose: LinkPurpose },
): Promise<OneTimeLink> {
  const byJob = ctx.actor.type === 'job';
  if (!byJob) requireRole(ctx, 'administrator');
  if (!byJob && purpose !== 'invitation' && purpose !== 'reset') throw new Problem('forbidden');
  return transaction(ctx, async (ctx) => {
    const user = await lockUser(ctx, userId);
    if (user.closedAt) throw new Problem('wrong_state', { reason: 'account_closed' });
    if (purpose === 'sign_in' && !user.demonstration) throw new Problem('forbidden');
    if (purpose === 'invitation' && user.passwordHash)
      throw new Problem('wrong_state', { reason: 'invitation_accepted' });
    const link = await issueLink(ctx, user, purpose);
    await recordAudit(ctx, {
      action: 'account.issue_link',
      subjectType: 'user',
      subjectId: user.id,
      detail: { purpose },
    });
    return link;
  });
}

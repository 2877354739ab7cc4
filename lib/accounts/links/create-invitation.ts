import { eq } from 'drizzle-orm';
import { organisations, users } from '../../../drizzle/schema/accounts.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { isLocale } from '../../i18n/locales.ts';
import { parseInput } from '../../parse-input.ts';
import { invitationInput } from '../input.ts';
import { organisationProblem } from '../rules.ts';
import { userByEmail } from '../store.ts';
import { issueLink, type OneTimeLink } from './issue-link.ts';

/** A new account without password and the link that its owner opens. An administrator's; `email_taken` when there is one. */
export async function createInvitation(ctx: Context, raw: unknown): Promise<OneTimeLink> {
  requireRole(ctx, 'administrator');
  const input = parseInput(invitationInput, raw);
  const wrong = organisationProblem(input.role, input.organisationId);
  if (wrong) throw new Problem('invalid_input', { fields: { organisationId: wrong } });
  if (!isLocale(input.language)) throw new Problem('invalid_input', { fields: { language: 'value_invalid' } });
  return transaction(ctx, async (ctx) => {
    await refuseClosedOrganisation(ctx, input.organisationId);
    if (await userByEmail(ctx, input.email)) throw taken();
    const [user] = await ctx.db
      .insert(users)
      .values({ ...input, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning();
    if (!user) throw taken();
    const link = await issueLink(ctx, user, 'invitation');
    await recordAudit(ctx, {
      action: 'account.invite',
      subjectType: 'user',
      subjectId: user.id,
      detail: { role: user.role, organisationId: user.organisationId },
    });
    return link;
  });
}

const taken = () => new Problem('invalid_input', { fields: { email: 'email_taken' } });

export async function refuseClosedOrganisation(ctx: Context, organisationId: string | null): Promise<void> {
  if (organisationId === null) return;
  const [organisation] = await ctx.db.select().from(organisations).where(eq(organisations.id, organisationId));
  if (organisation && !organisation.closedAt) return;
  throw new Problem('invalid_input', { fields: { organisationId: 'organisation_required' } });
}

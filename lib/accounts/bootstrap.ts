import { and, eq, isNull } from 'drizzle-orm';
import { users } from '../../drizzle/schema/accounts.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { getDeployment } from '../deployment/get-deployment.ts';
import { Problem } from '../errors.ts';
import { type DemonstrationAccount, ensureDemonstrationAccounts } from './demonstration-accounts.ts';
import { issueOneTimeLink } from './links/issue-one-time-link.ts';

export type BootstrapLink = {
  who: DemonstrationAccount | 'firstAdministrator';
  /** Plain English for the console. */
  label: string;
  /** To be put behind NEXTAUTH_URL. */
  path: string;
  expiresAt: Date;
};

const labels: Record<BootstrapLink['who'], string> = {
  administrator: 'Administrator',
  moderatorOne: 'Moderator one',
  moderatorTwo: 'Moderator two',
  organisationMember: 'Organisation member',
  firstAdministrator: 'First administrator',
};

/**
 * The one-time links that a start prints. In a demonstration four, fresh at every start (only hashes are kept, so the
 * earlier ones cannot be printed again and expire); otherwise one for the first administrator until somebody has
 * chosen a password, then none. Call after `createDeployment`, with a job as actor.
 */
export async function bootstrapAccounts(ctx: Context): Promise<BootstrapLink[]> {
  if (ctx.actor.type !== 'job') throw new Problem('forbidden');
  const deployment = await getDeployment(ctx);
  if (!deployment) throw new Problem('wrong_state', { reason: 'no_deployment' });
  if (!deployment.demonstration) return firstAdministrator(ctx);
  return transaction(ctx, async (ctx) => {
    const links: BootstrapLink[] = [];
    for (const [who, { userId }] of Object.entries(await ensureDemonstrationAccounts(ctx))) {
      const { path, expiresAt } = await issueOneTimeLink(ctx, { userId, purpose: 'sign_in' });
      links.push({ who: who as DemonstrationAccount, label: labels[who as DemonstrationAccount], path, expiresAt });
    }
    return links;
  });
}

async function firstAdministrator(ctx: Context): Promise<BootstrapLink[]> {
  const administrators = await ctx.db
    .select()
    .from(users)
    .where(and(eq(users.role, 'administrator'), isNull(users.closedAt)));
  if (administrators.some((user) => user.passwordHash)) return [];
  return transaction(ctx, async (ctx) => {
    const userId = administrators[0]?.id ?? (await createFirst(ctx));
    const { path, expiresAt } = await issueOneTimeLink(ctx, { userId, purpose: 'first_administrator' });
    return [{ who: 'firstAdministrator', label: labels.firstAdministrator, path, expiresAt }];
  });
}

async function createFirst(ctx: Context): Promise<string> {
  const [user] = await ctx.db
    .insert(users)
    .values({ email: firstAdministratorEmail, name: 'Administrator', role: 'administrator', createdAt: ctx.now })
    .returning();
  await recordAudit(ctx, {
    action: 'account.create',
    subjectType: 'user',
    subjectId: user!.id,
    detail: { role: 'administrator' },
  });
  return user!.id;
}

/** Until the first administrator names an own address while redeeming the link. */
export const firstAdministratorEmail = 'administrator@first.invalid';

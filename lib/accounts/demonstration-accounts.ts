import { eq } from 'drizzle-orm';
import { organisations, users } from '../../drizzle/schema/accounts.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context, UserActor } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { getDeployment } from '../deployment/get-deployment.ts';
import { Problem } from '../errors.ts';
import type { Role } from './input.ts';
import { asActor, userByEmail } from './store.ts';

export const demonstrationAccounts = [
  { key: 'administrator', role: 'administrator', name: 'Demonstration administrator' },
  { key: 'moderatorOne', role: 'moderator', name: 'Demonstration moderator one' },
  { key: 'moderatorTwo', role: 'moderator', name: 'Demonstration moderator two' },
  { key: 'organisationMember', role: 'organisation', name: 'Demonstration organisation member' },
] as const satisfies { key: string; role: Role; name: string }[];
export type DemonstrationAccount = (typeof demonstrationAccounts)[number]['key'];

const organisationName = 'Demonstration organisation';

/** The four marked accounts of a demonstration, made when they are missing, as actors. A job's; refused outside a demonstration. */
export async function ensureDemonstrationAccounts(ctx: Context): Promise<Record<DemonstrationAccount, UserActor>> {
  if (ctx.actor.type !== 'job') throw new Problem('forbidden');
  if (!(await getDeployment(ctx))?.demonstration) throw new Problem('wrong_state', { reason: 'no_demonstration' });
  return transaction(ctx, async (ctx) => {
    const organisationId = await ensureOrganisation(ctx);
    const actors: Partial<Record<DemonstrationAccount, UserActor>> = {};
    for (const { key, role, name } of demonstrationAccounts) {
      // .invalid is reserved (RFC 2606): no mail can ever reach it
      const email = `${key.toLowerCase()}@demonstration.invalid`;
      actors[key] = await ensureAccount(ctx, { email, role, name, organisationId });
    }
    return actors as Record<DemonstrationAccount, UserActor>;
  });
}

type Wanted = { email: string; role: Role; name: string; organisationId: string };

async function ensureAccount(ctx: Context, { email, role, name, organisationId }: Wanted): Promise<UserActor> {
  const standing = await userByEmail(ctx, email);
  if (standing) return asActor(standing);
  const [user] = await ctx.db
    .insert(users)
    .values({
      email,
      name,
      role,
      organisationId: role === 'organisation' ? organisationId : null,
      demonstration: true,
      createdAt: ctx.now,
    })
    .returning();
  await recordAudit(ctx, {
    action: 'account.create',
    subjectType: 'user',
    subjectId: user!.id,
    detail: { role, demonstration: true },
  });
  return asActor(user!);
}

async function ensureOrganisation(ctx: Context): Promise<string> {
  const [standing] = await ctx.db.select().from(organisations).where(eq(organisations.name, organisationName));
  if (standing) return standing.id;
  const [made] = await ctx.db
    .insert(organisations)
    .values({
      name: organisationName,
      kind: 'ngo',
      agreementText:
        'Demonstration agreement: the rows are publicly reported events, for practice only. Do not plan movement by them; do not pass them on as data.',
      createdAt: ctx.now,
    })
    .returning();
  await recordAudit(ctx, { action: 'organisation.create', subjectType: 'organisation', subjectId: made!.id });
  return made!.id;
}

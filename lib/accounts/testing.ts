import { eq } from 'drizzle-orm';
import { organisations, users } from '../../drizzle/schema/accounts.ts';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import type { Context, UserActor } from '../context.ts';
import type { Role } from './input.ts';
import { asActor } from './store.ts';

let count = 0;

/** An account for a test, written straight into the table; a member of an organisation gets a new one. */
export async function makeUser(ctx: Context, role: Role, given: Partial<typeof users.$inferInsert> = {}) {
  count += 1;
  const [organisation] =
    role === 'organisation' && !given.organisationId
      ? await ctx.db
          .insert(organisations)
          .values({ name: `Organisation ${count}`, kind: 'ngo' })
          .returning()
      : [];
  const [user] = await ctx.db
    .insert(users)
    .values({
      email: `${role}-${count}@example.org`,
      name: `${role} ${count}`,
      role,
      organisationId: organisation?.id,
      ...given,
    })
    .returning();
  return { ...user!, actor: asActor(user!) satisfies UserActor };
}

/** The actions on a subject, oldest first. */
export async function auditActions(ctx: Context, subjectId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ action: auditEvents.action })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, subjectId))
    .orderBy(auditEvents.id);
  return rows.map((row) => row.action);
}

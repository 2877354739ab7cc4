import { and, asc, inArray, isNull } from 'drizzle-orm';
import { users } from '../../../drizzle/schema/accounts.ts';
import { type Context, moderators, requireRole } from '../../context.ts';

/** The open accounts of those who assess, for a lead who recuses one of them. Errors: forbidden. */
export async function listModerators(ctx: Context): Promise<{ userId: string; name: string }[]> {
  requireRole(ctx, 'lead');
  return ctx.db
    .select({ userId: users.id, name: users.name })
    .from(users)
    .where(and(inArray(users.role, [...moderators]), isNull(users.closedAt)))
    .orderBy(asc(users.name));
}

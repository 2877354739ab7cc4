import { desc, eq, isNull } from 'drizzle-orm';
import { organisations } from '../../../drizzle/schema/accounts.ts';
import { type Context, requireRole } from '../../context.ts';

/** All organisations for an administrator; for a member the own one. Open ones first. */
export async function listOrganisations(ctx: Context) {
  const actor = requireRole(ctx, 'administrator', 'organisation');
  const own = actor.role === 'organisation' ? eq(organisations.id, actor.organisationId ?? '') : undefined;
  const rows = await ctx.db
    .select()
    .from(organisations)
    .where(own)
    .orderBy(desc(isNull(organisations.closedAt)), organisations.createdAt);
  return rows.map(({ id, createdAt: _, community, ...row }) => ({
    organisationId: id,
    ...row,
    community: actor.role === 'administrator' ? community : null,
  }));
}
export type Organisation = Awaited<ReturnType<typeof listOrganisations>>[number];

import { eq } from 'drizzle-orm';
import { organisations } from '../../../drizzle/schema/accounts.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { organisationInput } from '../input.ts';

/** A new organisation, or changes to one; returns its id. An administrator's. */
export async function saveOrganisation(ctx: Context, raw: unknown): Promise<string> {
  requireRole(ctx, 'administrator');
  const { organisationId, version, agreementUntil, agreementText, ...rest } = parseInput(organisationInput, raw);
  const values = {
    ...rest,
    agreementText: agreementText || null,
    // the agreement holds through that day everywhere
    agreementUntil: agreementUntil ? new Date(`${agreementUntil}T23:59:59Z`) : null,
  };
  return transaction(ctx, async (ctx) => {
    const id = organisationId
      ? await change(ctx, organisationId, version, values)
      : (
          await ctx.db
            .insert(organisations)
            .values({ ...values, createdAt: ctx.now })
            .returning({ id: organisations.id })
        )[0]!.id;
    await recordAudit(ctx, {
      action: organisationId ? 'organisation.update' : 'organisation.create',
      subjectType: 'organisation',
      subjectId: id,
    });
    return id;
  });
}

type Values = Pick<typeof organisations.$inferInsert, 'name' | 'kind' | 'agreementText' | 'agreementUntil'>;

async function change(ctx: Context, id: string, version: number | undefined, values: Values): Promise<string> {
  const [standing] = await ctx.db.select().from(organisations).where(eq(organisations.id, id)).for('update');
  if (!standing) throw new Problem('not_found');
  if (standing.closedAt) throw new Problem('wrong_state', { reason: 'organisation_closed' });
  if (standing.version !== version) throw new Problem('stale_version', { changed: { name: standing.name } });
  await ctx.db
    .update(organisations)
    .set({ ...values, version: standing.version + 1 })
    .where(eq(organisations.id, id));
  return id;
}

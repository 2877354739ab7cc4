import { eq } from 'drizzle-orm';
import { deployment } from '../../drizzle/schema/deployment.ts';
import { recordAudit } from '../audit/record.ts';
import { type Context, moderators, requireRole } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { verifierRuleInput } from './input.ts';

/** Whether one of the two persons must come from a neutral or the other community's organisation, and what the two are called here. */
export async function getVerifierRule(ctx: Context) {
  requireRole(ctx, ...moderators, 'administrator');
  const [row] = await ctx.db
    .select({ required: deployment.neutralVerifier, labels: deployment.communityLabels, version: deployment.version })
    .from(deployment)
    .where(eq(deployment.id, 1));
  return row ?? { required: false, labels: {}, version: 0 };
}
export type VerifierRule = Awaited<ReturnType<typeof getVerifierRule>>;

/** Switches the rule and names the communities. An administrator's. Errors: not_found, stale_version. */
export async function setVerifierRule(ctx: Context, raw: unknown): Promise<VerifierRule> {
  requireRole(ctx, 'administrator');
  const { required, labelA, labelB, version } = parseInput(verifierRuleInput, raw);
  return transaction(ctx, async (ctx) => {
    const [standing] = await ctx.db.select().from(deployment).where(eq(deployment.id, 1)).for('update');
    if (!standing) throw new Problem('not_found');
    const labels = { ...(labelA && { a: labelA }), ...(labelB && { b: labelB }) };
    if (standing.version !== version)
      throw new Problem('stale_version', { changed: { neutralVerifier: standing.neutralVerifier } });
    await ctx.db
      .update(deployment)
      .set({ neutralVerifier: required, communityLabels: labels, version: version + 1, updatedAt: ctx.now })
      .where(eq(deployment.id, 1));
    await recordAudit(ctx, {
      action: 'deployment.set_verifier_rule',
      subjectType: 'deployment',
      subjectId: '1',
      detail: { version: version + 1, required },
    });
    return getVerifierRule(ctx);
  });
}

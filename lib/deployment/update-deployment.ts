import { isDeepStrictEqual } from 'node:util';
import { eq, sql } from 'drizzle-orm';
import { deployment } from '../../drizzle/schema/deployment.ts';
import { recordAudit } from '../audit/record.ts';
import { type Context, requireRole } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { type Deployment, getDeployment } from './get-deployment.ts';
import { type DeploymentInput, deploymentInput } from './input.ts';
import { missingForIntake } from './rules.ts';

/**
 * Replaces what is configured. An administrator's.
 * `wrong_state` when unstamped intake is to open in a demonstration; `invalid_input` when something that it needs is missing.
 */
export async function updateDeployment(ctx: Context, raw: unknown): Promise<Deployment> {
  requireRole(ctx, 'administrator');
  const { version, ...wanted } = parseInput(deploymentInput, raw);
  return transaction(ctx, async (ctx) => {
    await ctx.db.execute(sql`select from deployment where id = 1 for update`);
    const before = await getDeployment(ctx);
    if (!before) throw new Problem('not_found');
    const changed = changedFields(before, wanted);
    if (before.version !== version) throw new Problem('stale_version', { changed });
    if (wanted.intakeOpen && before.demonstration) throw new Problem('wrong_state', { reason: 'demonstration' });
    if (wanted.intakeOpen) refuseWhatIsMissing(wanted);
    await ctx.db
      .update(deployment)
      .set({ ...wanted, version: version + 1, updatedAt: ctx.now })
      .where(eq(deployment.id, 1));
    await recordAudit(ctx, {
      action: 'deployment.update',
      subjectType: 'deployment',
      subjectId: '1',
      detail: { changed: Object.keys(changed), intakeOpen: wanted.intakeOpen },
    });
    return (await getDeployment(ctx))!;
  });
}

type Wanted = Omit<DeploymentInput, 'version'>;

function changedFields(before: Deployment, wanted: Wanted): Partial<Wanted> {
  const keys = Object.keys(wanted) as (keyof Wanted)[];
  const changed = keys.filter((key) => !isDeepStrictEqual(before[key], wanted[key]));
  return Object.fromEntries(changed.map((key) => [key, before[key]]));
}

function refuseWhatIsMissing(wanted: Wanted): void {
  const missing = missingForIntake(wanted);
  if (missing.length === 0) return;
  throw new Problem('invalid_input', {
    fields: Object.fromEntries(missing.map((field) => [field, 'needed_for_intake'])),
  });
}

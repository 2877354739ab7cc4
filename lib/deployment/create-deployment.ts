import type { GeoJson } from '../../drizzle/schema/columns.ts';
import { deployment } from '../../drizzle/schema/deployment.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { type Deployment, getDeployment } from './get-deployment.ts';

// 102 is the interior ministry's number; pages of a demonstration say beside a number without label who put it here.
const demonstrationNumbers = [{ country: 'AZ', label: '', number: '102' }];

/** The one row of a new database; returns the standing one untouched when there is one. Only a job may ask. */
export async function createDeployment(
  ctx: Context,
  { demonstration, areaOfInterest }: { demonstration: boolean; areaOfInterest?: GeoJson },
): Promise<Deployment> {
  if (ctx.actor.type !== 'job') throw new Problem('forbidden');
  return transaction(ctx, async (ctx) => {
    const created = await ctx.db
      .insert(deployment)
      .values({
        demonstration,
        operator: demonstration ? 'Demonstration' : null,
        areaOfInterest: areaOfInterest ?? null,
        emergencyNumbers: demonstration ? demonstrationNumbers : [],
        updatedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: deployment.id });
    if (created.length > 0) {
      await recordAudit(ctx, {
        action: 'deployment.create',
        subjectType: 'deployment',
        subjectId: '1',
        detail: { demonstration },
      });
    }
    return (await getDeployment(ctx))!;
  });
}

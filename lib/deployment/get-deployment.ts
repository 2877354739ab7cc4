import { eq } from 'drizzle-orm';
import { asGeoJson } from '../../drizzle/schema/columns.ts';
import { deployment } from '../../drizzle/schema/deployment.ts';
import type { Context } from '../context.ts';

/** Who operates this database and whether it is a demonstration; readable by everybody. Null before the first seed. */
export async function getDeployment(ctx: Context) {
  const [row] = await ctx.db
    .select({
      demonstration: deployment.demonstration,
      operator: deployment.operator,
      operatorContact: deployment.operatorContact,
      jurisdiction: deployment.jurisdiction,
      emergencyNumbers: deployment.emergencyNumbers,
      staffedHours: deployment.staffedHours,
      intakeOpen: deployment.intakeOpen,
      organisationAgreement: deployment.organisationAgreement,
      areaOfInterest: asGeoJson(deployment.areaOfInterest),
      version: deployment.version,
    })
    .from(deployment)
    .where(eq(deployment.id, 1));
  return row ?? null;
}
export type Deployment = NonNullable<Awaited<ReturnType<typeof getDeployment>>>;

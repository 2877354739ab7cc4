import { eq } from 'drizzle-orm';
import { reports } from '../../../drizzle/schema/reports.ts';
import { incidents } from '../../../drizzle/schema/triage.ts';
import type { Context } from '../../context.ts';
import { Problem } from '../../errors.ts';
import { currentIncidentId } from '../store.ts';

export type SideId = { kind: 'report' | 'incident'; id: string; incidentId: string | null };

/** What is meant by R-1042 or I-12. Errors: not_found. */
export async function findSide(ctx: Context, spoken: string): Promise<SideId> {
  const number = Number(spoken.slice(2));
  if (/^r/i.test(spoken)) {
    const [row] = await ctx.db.select({ id: reports.id }).from(reports).where(eq(reports.number, number));
    if (!row) throw new Problem('not_found');
    return { kind: 'report', id: row.id, incidentId: await currentIncidentId(ctx, row.id) };
  }
  const [row] = await ctx.db.select({ id: incidents.id }).from(incidents).where(eq(incidents.number, number));
  if (!row) throw new Problem('not_found');
  return { kind: 'incident', id: row.id, incidentId: row.id };
}

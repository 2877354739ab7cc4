import { asc, inArray } from 'drizzle-orm';
import { textDecisions } from '../../../drizzle/schema/text-decisions.ts';
import type { Context } from '../../context.ts';

/** Every act on the texts of these reports, oldest first. */
export const textActsOf = (ctx: Context, reportIds: readonly string[]) =>
  ctx.db
    .select()
    .from(textDecisions)
    .where(inArray(textDecisions.reportId, [...reportIds]))
    .orderBy(asc(textDecisions.number));

export async function insertTextAct(
  ctx: Context,
  row: Omit<typeof textDecisions.$inferInsert, 'id' | 'number' | 'at'>,
): Promise<void> {
  await ctx.db.insert(textDecisions).values({ ...row, at: ctx.now });
}

import { inArray } from 'drizzle-orm';
import { reports } from '../../../drizzle/schema/reports.ts';
import { type Context, moderators, requireRole } from '../../context.ts';

/** The versions that an edit of these reports is based on, by id; unknown ids are left out. Errors: forbidden. */
export async function reportVersions(ctx: Context, ids: readonly string[]): Promise<Map<string, number>> {
  requireRole(ctx, ...moderators);
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: reports.id, version: reports.version })
    .from(reports)
    .where(inArray(reports.id, [...ids]));
  return new Map(rows.map(({ id, version }) => [id, version]));
}

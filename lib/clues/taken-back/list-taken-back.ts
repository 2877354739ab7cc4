import { sql } from 'drizzle-orm';
import { type Context, moderators, requireRole } from '../../context.ts';
import { takenBack } from '../../triage/taken-back.ts';
import { loadClues } from '../store.ts';

/** Verified clues whose every reporter took the report back, for somebody to decide whether they stand. Errors: forbidden. */
export async function listTakenBack(ctx: Context) {
  requireRole(ctx, ...moderators);
  const { rows } = await ctx.db.execute<{ id: string }>(sql`select c.id from clues c where ${takenBack}`);
  return rows.length === 0 ? [] : loadClues(ctx, { ids: rows.map(({ id }) => id) });
}

/** Whether this one is among them. */
export async function isTakenBack(ctx: Context, clueId: string): Promise<boolean> {
  const { rows } = await ctx.db.execute(sql`select from clues c where c.id = ${clueId} and ${takenBack}`);
  return rows.length > 0;
}

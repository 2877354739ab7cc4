import { and, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { users } from '../../../drizzle/schema/accounts.ts';
import { clueCorrections } from '../../../drizzle/schema/clue-corrections.ts';
import { clues } from '../../../drizzle/schema/clues.ts';
import type { Context } from '../../context.ts';

const decider = alias(users, 'decider');

/** Newest first, with the names of both persons. */
export async function loadCorrections(ctx: Context, clueId: string) {
  const rows = await ctx.db
    .select({ correction: clueCorrections, proposedByName: users.name, decidedByName: decider.name })
    .from(clueCorrections)
    .innerJoin(users, eq(users.id, clueCorrections.proposedBy))
    .leftJoin(decider, eq(decider.id, clueCorrections.decidedBy))
    .where(eq(clueCorrections.clueId, clueId))
    .orderBy(desc(clueCorrections.proposedAt));
  return rows.map(({ correction, ...names }) => ({ ...correction, ...names }));
}
export type Correction = Awaited<ReturnType<typeof loadCorrections>>[number];

/** The clues that this one replaced. */
export const loadReplaced = (ctx: Context, clueId: string) =>
  ctx.db
    .select({ id: clues.id, number: clues.number })
    .from(clues)
    .where(and(eq(clues.supersededBy, clueId), eq(clues.state, 'superseded')));

export async function clueByNumber(ctx: Context, number: number) {
  const [row] = await ctx.db.select().from(clues).where(eq(clues.number, number)).for('update');
  return row ?? null;
}

import { inArray, sql } from 'drizzle-orm';
import { clues } from '../../../drizzle/schema/clues.ts';
import { incidents } from '../../../drizzle/schema/triage.ts';
import { type Context, requireRole } from '../../context.ts';
import { parseInput } from '../../parse-input.ts';
import { loadPiecesOf } from '../evidence-items/load-pieces.ts';
import { ledgerOf } from '../ledger.ts';
import { tableRows } from './input.ts';
import { classesOf, completeRows } from './rows.ts';
import { newestTable } from './store.ts';

const mostIncidents = 10_000;
const chunk = 200;

/**
 * Which pieces of which incidents another table would class differently: those whose clue is not verified yet change
 * when it is saved, the verified ones only say so. An administrator's. Errors: invalid_input, forbidden.
 */
export async function previewTable(ctx: Context, raw: unknown) {
  requireRole(ctx, 'administrator');
  const classes = classesOf(completeRows(parseInput(tableRows, raw)));
  const standing = classesOf((await newestTable(ctx)).rows);
  const all = await ctx.db
    .select({ id: incidents.id, number: incidents.number })
    .from(incidents)
    .orderBy(sql`${incidents.number} desc`)
    .limit(mostIncidents);
  const verified = await verifiedIncidents(
    ctx,
    all.map(({ id }) => id),
  );
  const changed = [];
  for (let from = 0; from < all.length; from += chunk) {
    const some = all.slice(from, from + chunk);
    const pieces = await loadPiecesOf(
      ctx,
      some.map(({ id }) => id),
    );
    for (const { id, number } of some) {
      const own = pieces.get(id)!;
      const before = new Map(ledgerOf({ ...own, classes: standing }).map((one) => [one.ref, one.evidenceClass]));
      for (const { ref, evidenceClass } of ledgerOf({ ...own, classes })) {
        const was = before.get(ref)!;
        if (was === evidenceClass) continue;
        changed.push({ incident: number, ref, before: was, after: evidenceClass, verified: verified.has(id) });
      }
    }
  }
  return changed;
}
export type TableEffect = Awaited<ReturnType<typeof previewTable>>[number];

async function verifiedIncidents(ctx: Context, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db
    .select({ id: clues.incidentId })
    .from(clues)
    .where(sql`${inArray(clues.incidentId, ids)} and ${clues.state} = 'verified'`);
  return new Set(rows.map(({ id }) => id));
}

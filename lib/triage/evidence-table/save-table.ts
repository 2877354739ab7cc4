import { sql } from 'drizzle-orm';
import { evidenceTables } from '../../../drizzle/schema/evidence.ts';
import { recordAudit } from '../../audit/record.ts';
import { type Context, requireRole } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { restoreTableInput, saveTableInput } from './input.ts';
import { completeRows, fieldRows, rowChanges, type TableRow } from './rows.ts';
import { loadTables, newestTable } from './store.ts';

// one number for all who write the table
const lockNumber = 7_401_023;

/**
 * A new version of the mapping to evidence classes. What is verified stays as it is; open cases are graded by it from
 * now on. An administrator's. Errors: stale_version, already_done (nothing differs), invalid_input, forbidden.
 */
export function saveTable(ctx: Context, raw: unknown) {
  return write(ctx, async () => {
    const { rows, basedOn, reason } = parseInput(saveTableInput, raw);
    return { rows, basedOn, reason, restores: null };
  });
}

/** Brings an older version's rows back, as a new version; 0 is the field's own. Errors: as above, not_found. */
export function restoreTable(ctx: Context, raw: unknown) {
  return write(ctx, async (ctx) => {
    const { number, basedOn, reason } = parseInput(restoreTableInput, raw);
    const stored = (await loadTables(ctx)).find((one) => one.number === number)?.rows as TableRow[] | undefined;
    const rows = number === 0 ? fieldRows : stored;
    if (!rows) throw new Problem('not_found');
    return { rows, basedOn, reason, restores: number };
  });
}

type Wanted = { rows: readonly TableRow[]; basedOn: number; reason: string; restores: number | null };

function write(ctx: Context, wanted: (ctx: Context) => Promise<Wanted>) {
  return transaction(ctx, async (ctx) => {
    const actor = requireRole(ctx, 'administrator');
    const { basedOn, reason, restores, ...given } = await wanted(ctx);
    await ctx.db.execute(sql`select pg_advisory_xact_lock(${lockNumber})`);
    const standing = await newestTable(ctx);
    const rows = completeRows(given.rows);
    const changes = rowChanges(standing.rows, rows);
    if (standing.number !== basedOn) throw new Problem('stale_version', { version: standing.number, changed: {} });
    if (changes.length === 0) throw new Problem('already_done');
    const number = standing.number + 1;
    await ctx.db
      .insert(evidenceTables)
      .values({ number, rows, reason, restores, savedBy: actor.userId, savedAt: ctx.now });
    await recordAudit(ctx, {
      action: 'evidence_table.save',
      subjectType: 'evidenceTable',
      subjectId: String(number),
      reason,
      detail: { version: number, restores, changes },
    });
    return { number, changes };
  });
}

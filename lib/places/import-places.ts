import { recordAudit } from '../audit/record.ts';
import { type Context, requireRole } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { foldName } from './fold.ts';
import { placeRow } from './input.ts';
import { savePlaces } from './store.ts';

const batchRows = 500;

export type PlacesImport = { read: number; imported: number; rejected: { row: number; id: string; reason: string }[] };

/**
 * Writes a gazetteer: a place that is there already is replaced, with its names. Rows carry their source and as-of
 * date; a row that does not fit, or whose id came before, is rejected with its reason and the others go in.
 * For administrators and jobs.
 */
export async function importPlaces(ctx: Context, raw: readonly unknown[]): Promise<PlacesImport> {
  if (ctx.actor.type !== 'job') requireRole(ctx, 'administrator');
  const rejected: PlacesImport['rejected'] = [];
  const accepted = new Map<string, Parameters<typeof savePlaces>[1][number]>();
  for (const [index, one] of raw.entries()) {
    const parsed = placeRow.safeParse(one);
    const reject = (reason: string) =>
      rejected.push({ row: index + 1, id: String((one as { id?: unknown })?.id ?? ''), reason });
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      reject(`${issue.path.join('.') || 'row'}: ${issue.message}`);
    } else if (accepted.has(parsed.data.id)) reject('id: repeated');
    else {
      const row = parsed.data;
      accepted.set(row.id, { ...row, folded: row.names.map(({ name }) => foldName(name)) });
    }
  }
  const rows = [...accepted.values()];
  await transaction(ctx, async (inner) => {
    for (let i = 0; i < rows.length; i += batchRows)
      await savePlaces(inner.db, rows.slice(i, i + batchRows), inner.now);
    const detail = { read: raw.length, imported: rows.length, rejected: rejected.length };
    await recordAudit(inner, { action: 'places.import', subjectType: 'places', subjectId: 'gazetteer', detail });
  });
  return { read: raw.length, imported: rows.length, rejected };
}

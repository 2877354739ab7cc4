import { eq } from 'drizzle-orm';
import { ensureDemonstrationAccounts } from '../../lib/accounts/demonstration-accounts.ts';
import { recordAudit } from '../../lib/audit/record.ts';
import type { Context } from '../../lib/context.ts';
import { publishRisk } from '../../lib/risk/publish-risk.ts';
import { auditEvents } from '../schema/audit.ts';
import { type IncidentImport, importIncidents } from './import-incidents.ts';
import { demonstrationIncidents } from './read-incidents.ts';

const action = 'demonstration.import';

/** Imports the incidents and publishes both surfaces, once in a database's life; lines for the console when it did. */
export async function ensureDemonstration(ctx: Context, say: (text: string) => void): Promise<string[]> {
  const done = await ctx.db.select({ id: auditEvents.id }).from(auditEvents).where(eq(auditEvents.action, action));
  if (done.length > 0) return [];
  say('Importing the publicly reported incidents of the demonstration …');
  const report = await importIncidents(ctx, demonstrationIncidents(), await ensureDemonstrationAccounts(ctx));
  say('Computing the risk surface and publishing its first batches …');
  await publishRisk(ctx, 'public');
  await publishRisk(ctx, 'organisation');
  await recordAudit(ctx, { action, subjectType: 'demonstration', subjectId: 'public-incidents.csv', detail: report });
  return linesOf(report);
}

export const linesOf = ({ read, located, unlocated, rejected, clues, queued }: IncidentImport): string[] => [
  'DEMONSTRATION. Publicly reported events, mostly one side’s officials. Not a census; not checked by us; do not plan movement.',
  `Imported: ${read} rows read: ${located} located, ${unlocated} unlocated, ${rejected.length} rejected; ${clues} became clues, ${queued} wait in the queue.`,
  ...rejected.map(({ row, id, reason }) => `  row ${row} ${id}: ${reason}`),
];

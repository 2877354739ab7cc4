import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { decrypt } from '../keys.ts';
import { parseInput } from '../parse-input.ts';
import { readContactInput } from './input.ts';
import { openReport } from './open-report.ts';
import { loadContact } from './store.ts';

/**
 * The contact of a reporter who asked to be asked, for a moderator with a reason; that it was read, by whom and why is on
 * record before it is known. Errors: wrong_state (`contact`: not agreed to, taken back, none), same_person (recused),
 * stale_version, invalid_input, not_found, forbidden.
 */
export function readContact(ctx: Context, raw: unknown): Promise<{ contact: string }> {
  return transaction(ctx, async (ctx) => {
    const { reportId, version, reason } = parseInput(readContactInput, raw);
    const { report } = await openReport(ctx, reportId, version);
    const { consent } = report;
    if (!consent?.contactMe || consent.withdrawnAt || report.state === 'withdrawn')
      throw new Problem('wrong_state', { contact: 'not_agreed' });
    const sealed = await loadContact(ctx, report.id);
    const contact = sealed && decrypt('contact', sealed, report.id);
    if (!contact) throw new Problem('wrong_state', { contact: 'none' });
    await recordAudit(ctx, {
      action: 'report.read_contact',
      subjectType: 'report',
      subjectId: report.id,
      reason,
      detail: {},
    });
    return { contact };
  });
}

import type * as z from 'zod/mini';
import { urgentReferrals } from '../../../drizzle/schema/urgent-referrals.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../db/transaction.ts';
import { Problem } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { bakuInstant } from '../../reports/rules.ts';
import { openReport } from '../open-report.ts';
import { touchReport } from '../store.ts';
import { urgentInput } from './input.ts';
import { passedOnNow } from './passed-on.ts';

/**
 * Records that a report was passed on for immediate attention (minutes, not days): to whom, how, when, and exactly what;
 * nothing is sent from here. Or takes the flag back. Errors: stale_version, wrong_state (withdrawn), invalid_input,
 * same_person (recused), not_found.
 */
export function referUrgently(ctx: Context, raw: unknown) {
  return transaction(ctx, async (ctx) => {
    const { reportId, version: basedOn, urgent, reason, ...given } = parseInput(urgentInput, raw);
    const { actor, report } = await openReport(ctx, reportId, basedOn);
    if (report.state === 'withdrawn') throw new Problem('wrong_state', { state: report.state });
    const referral = urgent ? referralOf(given, ctx.now) : null;
    if (referral)
      await ctx.db.insert(urgentReferrals).values({
        reportId: report.id,
        reportVersion: report.version + 1,
        passedTo: referral.to,
        how: referral.how,
        passedAt: referral.at,
        passed: await passedOnNow(ctx, report),
        recordedBy: actor.userId,
        recordedAt: ctx.now,
      });
    await touchReport(ctx, report.id, report.version, { referredUrgentAt: referral?.at ?? null });
    const version = report.version + 1;
    await recordAudit(ctx, {
      action: 'report.refer_urgently',
      subjectType: 'report',
      subjectId: report.id,
      reason,
      // neither place nor addressee: the trail is read more widely
      detail: { version, urgent },
    });
    return { reportId: report.id, version, urgent };
  });
}

type Given = Pick<z.output<typeof urgentInput>, 'to' | 'how' | 'passedAt'>;

function referralOf({ to, how, passedAt }: Given, now: Date) {
  const [day = '', time = ''] = passedAt?.split('T') ?? [];
  const at = passedAt ? bakuInstant(day, time) : now;
  const fields: Record<string, string> = {};
  if (!to) fields.to = 'recipient_required';
  if (!how) fields.how = 'how_required';
  if (Number.isNaN(at.getTime())) fields.passedAt = 'time_invalid';
  else if (at > now) fields.passedAt = 'time_in_future';
  if (Object.keys(fields).length > 0 || !to || !how) throw new Problem('invalid_input', { fields });
  return { to, how, at };
}

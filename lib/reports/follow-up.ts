import type { Context } from '../context.ts';
import { Problem } from '../errors.ts';
import type { ReportState } from './input.ts';
import { receiptHash } from './receipt.ts';
import { readReceipt } from './receipt-code.ts';
import { findByReceipt, standingPurposes } from './store.ts';

/** What a receipt shows: that it came, when, how far it is, and what was agreed to; nothing that was told, and no number, which would count all reports. Throws `invalid_input`, `not_found`. */
export async function followUp(ctx: Context, typedCode: string) {
  const report = await reportOfReceipt(ctx, typedCode);
  const { state, kind, practice, submittedAt } = report;
  const consents = await standingPurposes(ctx.db, report.id);
  return { state: toldState(state), kind, practice, submittedAt, consents };
}

export async function reportOfReceipt(ctx: Context, typedCode: string) {
  const code = readReceipt(typedCode);
  if (!code) throw new Problem('invalid_input', { fields: { receipt: 'receipt_invalid' } });
  const report = await findByReceipt(ctx.db, receiptHash(code));
  if (!report) throw new Problem('not_found', { fields: { receipt: 'receipt_unknown' } });
  return report;
}

/**
 * That a report repeats another, or gave way to one, would tell whoever sent an invented one that somebody had told of the
 * same before them: until it is settled otherwise it is being assessed.
 */
const toldState = (state: ReportState): ReportState =>
  state === 'duplicate' || state === 'superseded' ? 'under_assessment' : state;

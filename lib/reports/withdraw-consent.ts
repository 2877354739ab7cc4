import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { reportOfReceipt } from './follow-up.ts';
import { consentPurposes } from './input.ts';
import { endPurpose, lockState } from './store.ts';

/**
 * Whoever holds the receipt takes back one purpose of the consent; the report itself stays. With `contact_me` the
 * contact is erased. Again changes nothing. Throws `invalid_input`, `not_found`.
 */
export async function withdrawConsent(ctx: Context, typedCode: string, rawPurpose: string): Promise<void> {
  const purpose = consentPurposes.find((one) => one === rawPurpose);
  if (!purpose) throw new Problem('invalid_input', { fields: { purpose: 'value_invalid' } });
  await transaction(ctx, async (ctx) => {
    const { id } = await reportOfReceipt(ctx, typedCode);
    await lockState(ctx.db, id);
    if (!(await endPurpose(ctx.db, id, purpose, ctx.now))) return;
    await recordAudit(
      { ...ctx, actor: { type: 'receipt', reportId: id } },
      { action: 'report.withdraw_consent', subjectType: 'report', subjectId: id, detail: { purpose } },
    );
  });
}

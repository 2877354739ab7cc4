'use server';

import { setVerifierRule } from '../../../../lib/deployment/verifier-rule.ts';
import { formAction } from '../../../_http/form-action.ts';

export async function saveVerifierRule(locale: string, data: FormData) {
  const where = { locale, path: '/accounts/deployment', form: 'verifierRule' };
  await formAction(where, data, async (ctx, { required, labelA, labelB, ruleVersion }) => {
    const version = Number(ruleVersion);
    await setVerifierRule(ctx, { required: required === 'yes', labelA, labelB, version });
    return { done: 'verifierRuleSaved' };
  });
}

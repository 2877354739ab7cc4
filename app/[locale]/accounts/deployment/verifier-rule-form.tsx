import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../lib/context.ts';
import { getVerifierRule } from '../../../../lib/deployment/verifier-rule.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Button } from '../../../_ui/button.tsx';
import { Choices } from '../../../_ui/form/choices.tsx';
import { TextField } from '../../../_ui/form/text-field.tsx';
import type { Answer } from '../_parts/answer.ts';
import { saveVerifierRule } from './verifier-rule-actions.ts';

/** Whether the two persons of a clue must balance each other, and what the communities are called here. */
export async function VerifierRuleForm({ ctx, locale, answer }: { ctx: Context; locale: Locale; answer: Answer }) {
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const { required, labels, version } = await getVerifierRule(ctx);
  const refused = answer.form === 'verifierRule' && answer.valueOf('ruleVersion') !== undefined;
  const typed = (name: string, standing: string | undefined) => (refused ? answer.valueOf(name) : standing) ?? '';
  return (
    <form className="account-form" action={saveVerifierRule.bind(null, locale)}>
      <h2>{t('verifierRule.title')}</h2>
      <input type="hidden" name="ruleVersion" value={version} />
      <Choices
        name="required"
        type="checkbox"
        label={t('verifierRule.label')}
        hint={t('verifierRule.hint')}
        options={[{ value: 'yes', label: t('verifierRule.on') }]}
        chosen={typed('required', required ? 'yes' : '')}
      />
      <TextField
        name="labelA"
        label={t('verifierRule.labelA')}
        error={answer.errorOf('labelA')}
        defaultValue={typed('labelA', labels.a)}
        maxLength={80}
        autoComplete="off"
      />
      <TextField
        name="labelB"
        label={t('verifierRule.labelB')}
        error={answer.errorOf('labelB')}
        defaultValue={typed('labelB', labels.b)}
        maxLength={80}
        autoComplete="off"
      />
      <Button kind="second">{t('community.save')}</Button>
    </form>
  );
}

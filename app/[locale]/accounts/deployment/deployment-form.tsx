import { getTranslations } from 'next-intl/server';
import type { Deployment } from '../../../../lib/deployment/get-deployment.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Button } from '../../../_ui/button.tsx';
import { Choices } from '../../../_ui/form/choices.tsx';
import { TextArea, TextField } from '../../../_ui/form/text-field.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import type { Answer } from '../_parts/answer.ts';
import { save } from './actions.ts';
import { NumberFields } from './number-fields.tsx';

type Props = { locale: Locale; deployment: Deployment; answer: Answer };

export async function DeploymentForm({ locale, deployment, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const labels = {
    operator: t('deployment.operator'),
    operatorContact: t('deployment.operatorContact'),
    jurisdiction: t('deployment.jurisdiction'),
    staffedHours: t('deployment.staffedHours'),
  };
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: answer.errorOf(name),
    defaultValue: answer.valueOf(name) ?? deployment[name] ?? '',
    autoComplete: 'off',
  });
  // a box without tick is no value: what was typed is known by the version that came along
  const typed = answer.valueOf('version') !== undefined;
  const open = typed ? answer.valueOf('intakeOpen') : deployment.intakeOpen && 'yes';
  return (
    <form className="account-form" action={save.bind(null, locale)}>
      <input type="hidden" name="version" value={deployment.version} />
      <TextField {...field('operator')} hint={t('deployment.operatorHint')} />
      <TextField {...field('operatorContact')} />
      <TextField {...field('jurisdiction')} hint={t('deployment.jurisdictionHint')} />
      <TextField {...field('staffedHours')} hint={t('deployment.staffedHoursHint')} />
      <NumberFields locale={locale} numbers={deployment.emergencyNumbers} answer={answer} />
      <TextArea
        name="organisationAgreement"
        label={t('deployment.agreement')}
        error={answer.errorOf('organisationAgreement')}
        defaultValue={answer.valueOf('organisationAgreement') ?? deployment.organisationAgreement ?? ''}
      />
      {deployment.demonstration ? (
        <Notice title={t('deployment.intake')}>{t('deployment.intakeDemonstration')}</Notice>
      ) : (
        <Choices
          name="intakeOpen"
          type="checkbox"
          label={t('deployment.intake')}
          hint={t('deployment.intakeHint')}
          options={[{ value: 'yes', label: t('deployment.intakeOpen') }]}
          chosen={open || ''}
        />
      )}
      <Button>{t('deployment.save')}</Button>
    </form>
  );
}

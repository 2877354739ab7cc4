import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField } from '../../../_ui/form/text-field.tsx';
import { remove, setState } from '../actions.ts';
import type { Answer } from './answer.ts';
import { Basis, Reason, Section } from './form-parts.tsx';
import { UrgentForm } from './urgent-form.tsx';

type Props = { locale: Locale; path: string; view: CaseView; answer: Answer };

/** One form for each legal step, for the urgent flag, and for taking the report out of its incident again. */
export async function StateForms({ locale, path, view, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const originals = view.candidates.map(({ reportId, number }) => ({ value: reportId, label: `R-${number}` }));
  const steps = view.steps.filter(({ to }) => to !== 'duplicate' || originals.length > 0);
  return (
    <>
      {steps.map(({ to, reason: needed }) => (
        <Section key={to} form={to} title={t(`step.${to}` as 'step.rejected')} answer={answer}>
          <form action={setState.bind(null, locale, path, to)}>
            <Basis view={view} />
            {to === 'duplicate' && (
              <SelectField
                name="duplicate-mergedInto"
                label={t('original')}
                error={answer.errorOf(to, 'mergedInto')}
                options={originals}
              />
            )}
            {needed && (
              <Reason
                form={to}
                label={t('reason')}
                hint={to === 'rejected' ? t('rejectedHint') : undefined}
                answer={answer}
              />
            )}
            <Button kind="second">{t(`step.${to}` as 'step.rejected')}</Button>
          </form>
        </Section>
      ))}
      {view.report.state !== 'withdrawn' && <UrgentForm locale={locale} path={path} view={view} answer={answer} />}
      {view.incident && (
        <Section form="remove" title={t('step.remove')} answer={answer}>
          <form action={remove.bind(null, locale, path)}>
            <Basis view={view} />
            <Reason form="remove" label={t('reason')} answer={answer} />
            <Button kind="second">{t('step.remove')}</Button>
          </form>
        </Section>
      )}
    </>
  );
}

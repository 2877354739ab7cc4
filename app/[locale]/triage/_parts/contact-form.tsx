import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { Button } from '../../../_ui/button.tsx';
import { Secret } from '../../../_ui/secret.tsx';
import { contact } from '../actions.ts';
import type { Answer } from './answer.ts';
import { Basis, Reason, Section } from './form-parts.tsx';

type Props = { locale: Locale; path: string; view: CaseView; answer: Answer };

/** For a reporter who agreed to be asked: the contact, against a reason, on the next sight of the page only. */
export async function ContactForm({ locale, path, view, answer }: Props) {
  const { consent } = view;
  if (!consent?.contactMe || consent.withdrawn) return null;
  const t = await getTranslations({ locale, namespace: 'triage.contact' });
  return (
    <>
      {answer.form === 'contact' && answer.secret && (
        <Secret title={t('shown')} once={t('once')} label={t('label')} value={answer.secret} />
      )}
      <Section form="contact" title={t('title')} answer={answer}>
        <form action={contact.bind(null, locale, path)}>
          <p>{t('text')}</p>
          <Basis view={view} />
          <Reason form="contact" label={t('reason')} answer={answer} />
          <Button kind="second">{t('read')}</Button>
        </form>
      </Section>
    </>
  );
}

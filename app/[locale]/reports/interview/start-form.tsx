import { getTranslations } from 'next-intl/server';
import { type Locale, languageOf, locales } from '../../../../lib/i18n/locales.ts';
import { Choices } from '../../../_ui/form/choices.tsx';
import { interviewAction } from './interview-action.ts';

/** Who tells, and in which language: then the consent words, or the first question. */
export async function StartForm({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'interview' });
  return (
    <form method="post" action={`/${locale}${interviewAction}`} className="interview-start">
      <Choices
        name="told"
        label={t('start.told')}
        chosen="person"
        options={[
          { value: 'person', label: t('start.person'), hint: t('start.personHint') },
          { value: 'team', label: t('start.team'), hint: t('start.teamHint') },
        ]}
      />
      <Choices
        name="language"
        label={t('start.language')}
        chosen={locale}
        options={locales.map((value) => ({ value, label: <span lang={value}>{languageOf(value).name}</span> }))}
      />
      <button type="submit" className="button button-primary" name="go" value="begin">
        {t('start.begin')}
      </button>
    </form>
  );
}

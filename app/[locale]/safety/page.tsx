import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type LocaleParams, pageLocale } from '../../../lib/i18n/page-locale.ts';
import { LinkButton } from '../../_ui/link-button.tsx';
import { PageShell } from '../../_ui/page-shell.tsx';
import { PictureList } from '../../_ui/picture-list.tsx';
import { SafetySteps } from '../../_ui/safety-steps.tsx';
import { EmergencyCall } from '../../_ui/shell/emergency-call.tsx';
import { site } from '../../_ui/shell/site.ts';

const signs = ['sign', 'tape', 'fence', 'stones', 'trench', 'crater'] as const;

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'safety' });
  return { title: t('page.title') };
}

export default async function SafetyPage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'safety' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const { staffedHours } = await site();
  return (
    <PageShell locale={locale} path="/safety" width="column" exit>
      <h1>{t('page.title')}</h1>
      <SafetySteps locale={locale} />
      <h2>{t('page.hurtTitle')}</h2>
      <p>{t('page.hurtText')}</p>
      <p>
        <EmergencyCall locale={locale} />
      </p>
      <h2>{t('page.animalTitle')}</h2>
      <p>{t('page.animalText')}</p>
      <h2>{t('page.signsTitle')}</h2>
      <PictureList items={signs.map((sign) => ({ drawing: sign, text: t(`page.signs.${sign}`) }))} />
      <p>{t('page.signsText')}</p>
      <h2>{t('page.afterTitle')}</h2>
      <p>{t('page.afterText')}</p>
      <p className="quiet">
        {t('notEmergencyService')} {staffedHours && t('staffedHours', { hours: staffedHours })}
      </p>
      <LinkButton href={`/${locale}/reports/new`}>{common('tellUs')}</LinkButton>
    </PageShell>
  );
}

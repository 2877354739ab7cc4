import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../../lib/triage/get-case.ts';
import { PhotoStrip } from './photo-strip.tsx';

/** The photos of a report and whether its reporter lets them go out. */
export async function CasePhotos({ locale, view }: { locale: Locale; view: CaseView }) {
  const { photos } = view.report;
  if (photos.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'redaction' });
  return (
    <>
      <h3>{t('photos', { count: photos.length })}</h3>
      <p className="small quiet">{t(view.consent?.photoUse ? 'useAllowed' : 'useNotAllowed')}</p>
      <PhotoStrip locale={locale} photos={photos} />
    </>
  );
}

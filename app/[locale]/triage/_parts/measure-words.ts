import { getTranslations } from 'next-intl/server';
import { measureFormat } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { MeasureWords } from './shape-measure.ts';

/** How long lines and how large areas are, ready to be said; handed to the browser as they are. */
export async function measureWords(locale: Locale): Promise<MeasureWords> {
  const t = await getTranslations({ locale, namespace: 'location.draw' });
  const value = '{value}';
  return {
    ...{ length: t('length', { value }), edge: t('edge', { value }), area: t('area', { value }) },
    format: measureFormat(locale),
  };
}

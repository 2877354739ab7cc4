import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';

/** Values of a proposal that the ledger tells differently now: "killed: 1, now 2". */
export async function differenceLines(locale: Locale, moved: Record<string, unknown>): Promise<string[]> {
  const t = await getTranslations({ locale, namespace: 'clues' });
  const written = (value: unknown) => (value === null || value === undefined ? t('field.unknown') : String(value));
  return Object.entries(moved).map(([field, values]) => {
    const [proposed, now] = Array.isArray(values) ? values : [null, null];
    const name = t(`field.${field}` as 'field.geometry');
    return field === 'geometry'
      ? t('field.moved')
      : t('field.changed', { name, proposed: written(proposed), now: written(now) });
  });
}

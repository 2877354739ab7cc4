import { getTranslations } from 'next-intl/server';
import { formatWhen } from '../../../../../lib/i18n/format-when.ts';
import { formatDistance, formatNumber } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { IncidentField } from '../../../../../lib/triage/incidents/input.ts';
import type { DateTold, PlaceTold, ToldValue } from '../../../../../lib/triage/incidents/told.ts';

const lists = {
  deviceCategory: 'deviceCategories',
  howActivated: 'activations',
  areaMarked: 'yesNoUnknown',
  emplacement: 'emplacements',
  movedBy: 'movers',
} as const;

/** A told value in the reader's words. */
export async function valueWords(locale: Locale, field: IncidentField, value: ToldValue): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const values = await getTranslations({ locale, namespace: 'values' });
  if (field === 'kind') {
    const triage = await getTranslations({ locale, namespace: 'triage' });
    return triage(`kind.${value as 'human_accident'}`);
  }
  if (field === 'date') return formatWhen(locale, value as DateTold);
  if (field === 'place') {
    const { name, uncertaintyMetres } = value as PlaceTold;
    return `${name || t('unnamedPlace')} ± ${formatDistance(locale, uncertaintyMetres)}`;
  }
  if (typeof value === 'number') return formatNumber(locale, value);
  return values(`${lists[field as keyof typeof lists]}.${value}` as 'activations.vehicle');
}

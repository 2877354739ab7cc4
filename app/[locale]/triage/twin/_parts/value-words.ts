import { getTranslations } from 'next-intl/server';
import { fromPosition } from '../../../../../lib/geo/lng-lat.ts';
import { formatWhen } from '../../../../../lib/i18n/format-when.ts';
import { formatDistance, formatNumber } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { getPlaces } from '../../../../../lib/places/get-places.ts';
import { nearestPlaces } from '../../../../../lib/places/nearest-places.ts';
import type { IncidentField } from '../../../../../lib/triage/incidents/input.ts';
import type { DateTold, PlaceTold, ToldValue } from '../../../../../lib/triage/incidents/told.ts';
import { requestContext } from '../../../../_http/context.ts';
import { bothNames } from '../../../../_ui/map/map-names.ts';

const lists = {
  deviceCategory: 'deviceCategories',
  howActivated: 'activations',
  areaMarked: 'yesNoUnknown',
  emplacement: 'emplacements',
  movedBy: 'movers',
} as const;

/** A told value in the reader's words. */
export async function valueWords(locale: Locale, field: IncidentField, value: ToldValue): Promise<string> {
  const values = await getTranslations({ locale, namespace: 'values' });
  if (field === 'kind') {
    const triage = await getTranslations({ locale, namespace: 'triage' });
    return triage(`kind.${value as 'human_accident'}`);
  }
  if (field === 'date') return formatWhen(locale, value as DateTold);
  if (field === 'place') {
    const place = value as PlaceTold;
    return `${await placeWords(locale, place)} ± ${formatDistance(locale, place.uncertaintyMetres)}`;
  }
  if (typeof value === 'number') return formatNumber(locale, value);
  return values(`${lists[field as keyof typeof lists]}.${value}` as 'activations.vehicle');
}

/** As it was named, else as the gazetteer names it, else by the settlement next to it. */
async function placeWords(locale: Locale, { name, placeId, at }: PlaceTold): Promise<string> {
  if (name) return name;
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const ctx = await requestContext();
  const [named] = placeId ? await getPlaces(ctx, [placeId], locale) : [];
  if (named) return bothNames(named, locale);
  const [near] = await nearestPlaces(ctx, fromPosition(at), { limit: 1, locale });
  if (!near) return t('unnamedPlace');
  const metres = formatDistance(locale, near.distanceMetres);
  return t('nearPlace', { place: bothNames(near, locale), metres });
}

import { getTranslations } from 'next-intl/server';
import { formatDecimal, formatDms } from '../../../../lib/geo/format-coordinates.ts';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { PassedOn } from '../../../../lib/triage/urgent/passed-on.ts';

/** What may be passed on in an emergency as plain lines to read out or to copy. */
export async function passedOnWords(locale: Locale, { practice, kind, device, place }: PassedOn): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'triage.urgent.passed' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const corners = place?.corners.map((corner) =>
    place.type === 'Point' ? `${formatDecimal(corner)} (${formatDms(corner)})` : formatDecimal(corner),
  );
  return [
    practice && t('practice'),
    place
      ? t(place.type, { corners: corners!.join(' · '), metres: formatDistance(locale, place.uncertaintyMetres) })
      : t('noPlace'),
    t('object', { object: values(`deviceCategories.${device}`), kind: values(`reportKinds.${kind}`) }),
    t('unsurveyed'),
  ]
    .filter(Boolean)
    .join('\n');
}

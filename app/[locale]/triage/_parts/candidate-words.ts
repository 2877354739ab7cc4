import { getTranslations } from 'next-intl/server';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { SameEventReason } from '../../../../lib/triage/same-event/sighting.ts';

const silent = 0.1;
/** These say what could not be compared. */
const gaps = ['date_unknown', 'not_located'];

/** Why a candidate is offered, in words, what weighs most first. */
export async function candidateWords(locale: Locale, reasons: readonly SameEventReason[]): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'triage' });
  return reasons
    .filter(({ key, weight }) => Math.abs(weight) > silent || gaps.includes(key) || key.endsWith('_name'))
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ key, detail = {} }) => {
      const metres = formatDistance(locale, Number(detail.metres ?? 0));
      return t(`sameEventReason.${key}` as 'sameEventReason.same_days', { ...detail, metres } as never);
    })
    .join(', ');
}

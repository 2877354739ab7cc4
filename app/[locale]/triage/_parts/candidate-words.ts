import { getTranslations } from 'next-intl/server';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { SameEventReason } from '../../../../lib/triage/same-event.ts';

/** Why a candidate is offered, in words. */
export async function candidateWords(locale: Locale, reasons: readonly SameEventReason[]): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'triage' });
  return reasons
    .map(({ key, detail = {} }) => {
      const metres = formatDistance(locale, Number(detail.metres ?? 0));
      return t(`sameEventReason.${key}` as 'sameEventReason.same_days', { ...detail, metres } as never);
    })
    .join(', ');
}

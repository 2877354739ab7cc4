import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';

/** Names of kinds, conditions and classes as the triage pages give them. */
export async function tableWords(locale: Locale) {
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const t = await getTranslations({ locale, namespace: 'ledger' });
  return {
    kind: (kind: string) =>
      triage.has(`kind.${kind}` as 'kind.human_accident')
        ? triage(`kind.${kind}` as 'kind.human_accident')
        : t(`itemKind.${kind}` as 'itemKind.photo'),
    condition: (condition: string) => triage(`evidenceReason.${condition}` as 'evidenceReason.media_repeat'),
    evidenceClass: (value: string) => triage(`evidenceClass.${value}` as 'evidenceClass.direct'),
  };
}

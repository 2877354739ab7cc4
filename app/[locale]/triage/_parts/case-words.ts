import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { ReportKind } from '../../../../lib/reports/input.ts';

type Told = { kind: ReportKind; killed: number | null; injured: number | null; species: string | null };

/** What a report tells, in a line: "person hurt · 1 killed, 2 injured". */
export async function caseTitle(locale: Locale, { kind, killed, injured, species }: Told): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const hurt = [killed ? t('killed', { count: killed }) : '', injured ? t('injured', { count: injured }) : ''].filter(
    Boolean,
  );
  const animal =
    kind === 'animal_accident' && species && species !== 'unknown'
      ? values(`species.${species}` as 'species.goat')
      : '';
  return [t(`kind.${kind}`), animal, hurt.join(', ')].filter(Boolean).join(' · ');
}

/** How long something has waited, in whole hours or days. */
export async function waited(locale: Locale, since: Date, now: Date): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 3_600_000));
  return hours < 48 ? t('hours', { count: hours }) : t('days', { count: Math.floor(hours / 24) });
}

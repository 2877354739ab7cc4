import { getTranslations } from 'next-intl/server';
import { formatDateTime } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import type { IncidentStory } from '../../../../../lib/triage/incidents/get-incident-story.ts';
import { valueWords } from './value-words.ts';

type Value = IncidentStory['values'][number];

export const names = (reports: readonly { number: number }[]) =>
  reports.map(({ number }) => spoken.report(number)).join(', ');

/** Whose value counts and why, and what was told beside it. */
export async function Basis({ locale, value }: { locale: Locale; value: Value }) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const { choice, from } = value;
  const rest = value.told.filter((one) => !one.reports.some(({ id }) => id === from?.id));
  const others = await Promise.all(
    rest.map(async (one) => `${await valueWords(locale, value.field, one.value)} (${names(one.reports)})`),
  );
  return (
    <span className="small quiet">
      {choice
        ? t('basis.chosen', {
            by: choice.by,
            at: formatDateTime(locale, choice.at),
            report: spoken.report(from?.number ?? 0),
            reason: choice.reason ?? '',
          })
        : t('basis.derived', { report: spoken.report(from?.number ?? 0) })}
      {others.length > 0 && (
        <>
          {' '}
          {value.differs && <span aria-hidden="true">≠</span>} {t('basis.others', { others: others.join('; ') })}
        </>
      )}
    </span>
  );
}

/** The values that are told differently or were chosen, for somebody who only reads. */
export async function ValueLines({ locale, values }: { locale: Locale; values: readonly Value[] }) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const told = await Promise.all(
    values
      .filter(({ told, choice }) => told.length > 1 || choice)
      .map(async (value) => ({
        value,
        counts: value.counts === null ? t('untold') : await valueWords(locale, value.field, value.counts),
      })),
  );
  if (told.length === 0) return null;
  return (
    <dl className="facts">
      {told.map(({ value, counts }) => (
        <div key={value.field}>
          <dt>{t(`field.${value.field}`)}</dt>
          <dd>
            <strong>{counts}</strong> <Basis locale={locale} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

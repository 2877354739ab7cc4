import { getTranslations } from 'next-intl/server';
import { formatDateTime } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { TableHistory } from '../../../../lib/triage/evidence-table/list-tables.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField, TextArea } from '../../../_ui/form/text-field.tsx';
import { Timeline } from '../../../_ui/timeline.tsx';
import type { Answer } from '../_parts/answer.ts';
import { restore } from './actions.ts';
import { tableWords } from './words.ts';

type Props = { locale: Locale; history: TableHistory; answer: Answer };

/** Who changed what, when and why; any older version comes back as a new one. */
export async function History({ locale, history, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const words = await tableWords(locale);
  const older = [...history.versions.map(({ number }) => number), 0].filter((number) => number !== history.number);
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{t('classes.history')}</h2>
      {history.versions.length === 0 && <p className="quiet">{t('classes.noHistory')}</p>}
      <Timeline
        items={history.versions.map(({ number, reason, restores, savedAt, savedBy, changes }) => ({
          id: String(number),
          title:
            restores === null ? t('classes.version', { number }) : t('classes.restored', { number, from: restores }),
          who: savedBy,
          when: formatDateTime(locale, savedAt),
          dateTime: savedAt.toISOString(),
          body: (
            <>
              <p className="small">{reason}</p>
              <ul className="small">
                {changes.map(({ kind, condition, before, after }) => (
                  <li key={`${kind}.${condition}`}>
                    {words.kind(kind)}, {words.condition(condition)}: {words.evidenceClass(before)} →{' '}
                    {words.evidenceClass(after)}
                  </li>
                ))}
              </ul>
            </>
          ),
        }))}
      />
      {older.length > 0 && (
        <form className="account-form" action={restore.bind(null, locale, history.number)}>
          <h2>{t('classes.restore')}</h2>
          <SelectField
            name="number"
            label={t('classes.which')}
            options={older.map((number) => ({
              value: String(number),
              label: number === 0 ? t('classes.field') : t('classes.version', { number }),
            }))}
            defaultValue={answer.valueOf('number')}
          />
          <TextArea
            name="restoreReason"
            label={t('reason')}
            rows={2}
            error={answer.form === 'restore' ? answer.errorOf('reason') : undefined}
            defaultValue={answer.valueOf('restoreReason')}
            required
          />
          <Button kind="second">{t('classes.restore')}</Button>
        </form>
      )}
    </section>
  );
}

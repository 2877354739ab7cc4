import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../../lib/context.ts';
import { formatDateTime, formatNumber } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { mostBytes } from '../../../../../lib/triage/bulk/input.ts';
import { listImports } from '../../../../../lib/triage/bulk/list-imported.ts';
import { Button } from '../../../../_ui/button.tsx';
import { DataTable } from '../../../../_ui/data-table.tsx';
import { Field } from '../../../../_ui/form/field.tsx';
import { FileInput } from '../../../../_ui/form/file-input.tsx';
import { TextField } from '../../../../_ui/form/text-field.tsx';
import type { Answer } from '../../_parts/answer.ts';
import { check } from '../actions.ts';
import { Checked } from './checked.tsx';

type Props = { ctx: Context; locale: Locale; path: string; answer: Answer };

/** The file to check, what the newest check said, and every batch. */
export async function Batches({ ctx, locale, path, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'bulk' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const batches = await listImports(ctx);
  const waiting = batches.find(({ state }) => state === 'checked');
  return (
    <>
      <p>
        {t('lead')} <a href={`/${locale}/triage/verify`}>{t('toVerify')}</a>
      </p>
      <form action={check.bind(null, locale, path)} className="bulk-upload">
        <Field
          name="import_check-csv"
          label={t('file')}
          hint={t('fileHint')}
          error={answer.errorOf('import_check', 'csv')}
        >
          <FileInput
            id="import_check-csv"
            name="import_check-csv"
            accept=".csv,text/csv"
            mostBytes={mostBytes}
            tooLarge={triage('mistakes.file_too_large')}
            aria-describedby="import_check-csv-hint"
            required
          />
        </Field>
        <TextField
          name="import_check-series"
          label={t('series')}
          hint={t('seriesHint')}
          width="half"
          error={answer.errorOf('import_check', 'series')}
          defaultValue={answer.valueOf('import_check', 'series') ?? ''}
        />
        <Button>{t('check')}</Button>
      </form>
      {waiting && <Checked locale={locale} batch={waiting} />}
      <DataTable
        id="batches"
        caption={t('batches')}
        columns={[
          { key: 'number', label: t('batch') },
          { key: 'series', label: t('series') },
          { key: 'state', label: t('state') },
          { key: 'rows', label: t('rows'), numeric: true },
          { key: 'rejected', label: t('rejected'), numeric: true },
          { key: 'at', label: t('checkedAt') },
        ]}
        rows={batches.map((batch) => ({
          key: batch.id,
          cells: {
            number:
              batch.state === 'imported' ? (
                <a href={`/${locale}/triage/bulk?batch=${batch.id}`}>{formatNumber(locale, batch.number)}</a>
              ) : (
                formatNumber(locale, batch.number)
              ),
            series: `${batch.series} ${batch.fileName && `(${batch.fileName})`}`,
            state: t(`states.${batch.state}`),
            rows: formatNumber(locale, batch.rowsRead),
            rejected: formatNumber(locale, batch.rejected.length),
            at: formatDateTime(locale, batch.checkedAt),
          },
        }))}
        empty={t('none')}
      />
    </>
  );
}

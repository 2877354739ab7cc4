import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { TableRow } from '../../../../lib/triage/evidence-table/rows.ts';
import { evidenceClasses } from '../../../../lib/triage/input.ts';
import { Button } from '../../../_ui/button.tsx';
import { DataTable } from '../../../_ui/data-table.tsx';
import './table.css';
import { tableWords } from './words.ts';

/** One class for each row; the conditions and their order are the field's. Sent as an address: nothing is saved by it. */
export async function TableForm({ locale, rows, number }: { locale: Locale; rows: TableRow[]; number: number }) {
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const words = await tableWords(locale);
  return (
    <form action={`/${locale}/accounts/evidence-table`} method="get">
      <DataTable
        id="classes"
        caption={t('classes.caption', { number })}
        columns={(['condition', 'class'] as const).map((key) => ({ key, label: t(`classes.${key}`) }))}
        rows={rows.map(({ kind, condition, evidenceClass }) => ({
          key: `${kind}.${condition}`,
          cells: {
            condition: (
              <>
                <strong>{words.kind(kind)}</strong>: {words.condition(condition)}
              </>
            ),
            class: (
              <select
                className="input evidence-class"
                name={`class.${kind}.${condition}`}
                defaultValue={evidenceClass}
                aria-label={t('classes.classOf', { kind: words.kind(kind), condition: words.condition(condition) })}
              >
                {evidenceClasses.map((value) => (
                  <option key={value} value={value}>
                    {words.evidenceClass(value)}
                  </option>
                ))}
              </select>
            ),
          },
        }))}
      />
      <Button kind="second">{t('classes.preview')}</Button>
    </form>
  );
}

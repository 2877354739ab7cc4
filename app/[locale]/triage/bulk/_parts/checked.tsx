import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { listImports } from '../../../../../lib/triage/bulk/list-imported.ts';
import { Button } from '../../../../_ui/button.tsx';
import { DataTable } from '../../../../_ui/data-table.tsx';
import { Key } from '../../_parts/key.tsx';
import { bringIn } from '../actions.ts';

type Props = { locale: Locale; batch: Awaited<ReturnType<typeof listImports>>[number] };

/** What would become of every row, and the button that does it. */
export async function Checked({ locale, batch }: Props) {
  const t = await getTranslations({ locale, namespace: 'bulk' });
  const { located, unlocated, repeated, rejected } = batch;
  const fresh = located + unlocated - repeated;
  return (
    <section aria-labelledby="checked-title" className="bulk-checked">
      <h2 id="checked-title">{t('checked', { series: batch.series })}</h2>
      <p>
        {t('summary', { read: batch.rowsRead, located, unlocated })} {t('repeated', { count: repeated })}
      </p>
      <RejectedRows locale={locale} rejected={rejected} />
      {fresh > 0 ? (
        <form action={bringIn.bind(null, locale, `/triage/bulk?batch=${batch.id}`)}>
          <input type="hidden" name="batchId" value={batch.id} />
          <input type="hidden" name="version" value={batch.version} />
          <Button data-code="KeyI">
            {t('bringIn', { count: fresh })} <Key>I</Key>
          </Button>
        </form>
      ) : (
        <p>{t('nothingNew')}</p>
      )}
    </section>
  );
}

export async function RejectedRows({ locale, rejected }: { locale: Locale; rejected: Props['batch']['rejected'] }) {
  const t = await getTranslations({ locale, namespace: 'bulk' });
  if (rejected.length === 0) return null;
  return (
    <DataTable
      id="rejected"
      caption={t('rejectedRows', { count: rejected.length })}
      columns={[
        { key: 'row', label: t('row') },
        { key: 'id', label: t('rowId') },
        { key: 'reason', label: t('why') },
      ]}
      rows={rejected.map(({ row, id, reason }) => ({ key: String(row), cells: { row, id, reason } }))}
    />
  );
}

import { getTranslations } from 'next-intl/server';
import { formatDate } from '../../../lib/i18n/formats.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { describeReleased } from '../../../lib/risk/batches/describe-released.ts';
import { publishedSurface } from '../../../lib/risk/published-surface.ts';
import { requestContext } from '../../_http/context.ts';
import { DataTable } from '../data-table.tsx';

/** The twin of the released land that a published map draws; nothing where it draws none. */
export async function ReleasedTable({ locale, tier }: { locale: Locale; tier: 'public' | 'organisation' }) {
  const t = await getTranslations({ locale, namespace: 'map' });
  const ctx = await requestContext();
  const release = await (tier === 'public' ? publishedSurface(ctx, 'public') : publishedSurface(ctx, 'organisation'));
  const rows = await describeReleased(ctx, release?.body.released ?? [], locale);
  if (rows.length === 0) return null;
  return (
    <>
      <p className="prose">{t('releasedLead')}</p>
      <DataTable
        id="released"
        caption={t('releasedCaption')}
        columns={[
          { key: 'near', label: t('near') },
          { key: 'district', label: t('district') },
          { key: 'authority', label: t('releasedBy') },
          { key: 'date', label: t('releasedOn') },
        ]}
        rows={rows.map(({ near, district, authority, date }, i) => ({
          key: String(i),
          cells: {
            near: near ?? t('awayFromSettlements'),
            district: district ?? t('noDistrict'),
            authority,
            date: formatDate(locale, date),
          },
        }))}
      />
    </>
  );
}

import { getTranslations } from 'next-intl/server';
import { formatList } from '../../../lib/i18n/formats.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { describeSquares } from '../../../lib/risk/describe-squares.ts';
import { publishedSurface } from '../../../lib/risk/published-surface.ts';
import { requestContext } from '../../_http/context.ts';
import { DataTable } from '../data-table.tsx';

/** The public map's twin: which settlements the marked squares are near, by district. */
export async function SquareTable({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'map' });
  const ctx = await requestContext();
  const release = await publishedSurface(ctx, 'public');
  const rows = await describeSquares(ctx, release?.body.squares ?? [], locale);
  return (
    <DataTable
      id="squares"
      stacks
      caption={t('tableCaption')}
      columns={[
        { key: 'district', label: t('district') },
        { key: 'near', label: t('near') },
        { key: 'squares', label: t('squares') },
      ]}
      rows={rows.map(({ district, near, squares }) => ({
        key: district ?? '-',
        cells: {
          district: district ?? t('noDistrict'),
          near: near.length > 0 ? formatList(locale, near) : t('awayFromSettlements'),
          squares: squares.join(', '),
        },
      }))}
      empty={t('tableEmpty')}
    />
  );
}

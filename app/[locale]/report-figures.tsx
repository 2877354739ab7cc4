import { getTranslations } from 'next-intl/server';
import { formatNumber } from '../../lib/i18n/formats.ts';
import type { Locale } from '../../lib/i18n/locales.ts';
import { reportFigures } from '../../lib/reports/report-figures.ts';
import { requestContext } from '../_http/context.ts';
import { Facts } from '../_ui/facts.tsx';
import { site } from '../_ui/shell/site.ts';

const weekMs = 7 * 24 * 3_600_000;

/** Coarse figures of the reports that are a week old: no new report shows in them at its hour. What became of them is as of today. */
export async function ReportFigures({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'home' });
  const { demonstration } = await site();
  const ctx = await requestContext();
  const before = demonstration ? ctx.now : new Date(ctx.now.getTime() - weekMs);
  const figures = await reportFigures(ctx, before).catch(() => null);
  if (!figures) return null;
  const told = (count: number) => (count ? t('atLeast', { count: formatNumber(locale, count) }) : t('fewerThanTen'));
  return (
    <Facts
      items={(['received', 'waiting', 'verified'] as const).map((key) => ({
        key,
        term: t(`figures.${key}`),
        detail: told(figures[key]),
      }))}
    />
  );
}

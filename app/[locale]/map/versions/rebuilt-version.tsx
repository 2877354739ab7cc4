import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../lib/context.ts';
import { rebuildRisk } from '../../../../lib/risk/rebuild-risk.ts';

type Props = { ctx: Context; locale: Locale; number: number };

/** What came of computing a stored version again. */
export async function RebuiltVersion({ ctx, locale, number }: Props) {
  const t = await getTranslations({ locale, namespace: 'risk.versions' });
  const { outcome, changedCells } = await rebuildRisk(ctx, number);
  return (
    <section className="panel version-result" role="status">
      <h2>{t('rebuiltTitle', { number })}</h2>
      <p>{t(`outcomes.${outcome}`, { count: changedCells ?? 0 })}</p>
    </section>
  );
}

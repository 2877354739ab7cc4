import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type LocaleParams, pageLocale } from '../../../lib/i18n/page-locale.ts';
import { requestContext } from '../../_http/context.ts';
import { GradedMap } from '../../_ui/map/graded-map.tsx';
import { tierOf } from '../../_ui/map/map-payload.ts';
import { PublicMap } from '../../_ui/map/public-map.tsx';
import { ReleasedTable } from '../../_ui/map/released-table.tsx';
import { SquareTable } from '../../_ui/map/square-table.tsx';
import { PageShell } from '../../_ui/page-shell.tsx';

type Props = LocaleParams & { searchParams: Promise<{ tier?: string }> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'map' });
  return { title: t('title') };
}

/** Each reader's own tier; `?tier=public` shows everybody what the public sees. */
export default async function MapPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'map' });
  const risk = await getTranslations({ locale, namespace: 'risk' });
  const ctx = await requestContext();
  const tier = (await searchParams).tier === 'public' ? 'public' : await tierOf(ctx);
  return (
    <PageShell locale={locale} path="/map">
      <h1>{t(`headings.${tier}`)}</h1>
      {ctx.actor.type === 'user' && ctx.actor.role === 'administrator' && (
        <p>
          <a href={`/${locale}/map/batches`}>{t('toBatches')}</a>
        </p>
      )}
      {tier === 'public' ? (
        <>
          <PublicMap locale={locale} />
          <h2>{t('tableTitle')}</h2>
          <p className="prose">{t('tableLead')}</p>
          <SquareTable locale={locale} />
          <ReleasedTable locale={locale} tier="public" />
        </>
      ) : (
        <>
          <p>
            <a href={`/${locale}/map?tier=public`}>{t('asPublic')}</a>
          </p>
          {tier === 'moderator' && (
            <p>
              <a href={`/${locale}/map/questions`}>{risk('questions.toQuestions')}</a>
              <br />
              <a href={`/${locale}/map/versions`}>{risk('versions.link')}</a>
            </p>
          )}
          <GradedMap ctx={ctx} locale={locale} tier={tier} />
        </>
      )}
    </PageShell>
  );
}

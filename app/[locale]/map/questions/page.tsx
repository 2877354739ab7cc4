import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formatDecimal } from '../../../../lib/geo/format-coordinates.ts';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { listQuestions } from '../../../../lib/risk/list-questions.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { Caveat } from '../../../_ui/caveat.tsx';
import { DataTable } from '../../../_ui/data-table.tsx';
import { PageShell } from '../../../_ui/page-shell.tsx';
import './questions.css';
import { partsInWords } from './parts-in-words.ts';
import { WhyHere } from './why-here.tsx';

type Props = LocaleParams & { searchParams: Promise<{ at?: string }> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'risk.questions' });
  return { title: t('title') };
}

/** Whom to ask next, and what the danger of one place is made of: for moderators. */
export default async function QuestionsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { ctx } = await pageAccess(locale, '/map/questions', 'moderator', 'lead');
  const t = await getTranslations({ locale, namespace: 'risk.questions' });
  const { at } = await searchParams;
  const questions = await listQuestions(ctx, locale);
  const words = await partsInWords(locale);
  return (
    <PageShell locale={locale} path="/map/questions">
      <h1>{t('title')}</h1>
      <p className="prose">{t('lead')}</p>
      <Caveat locale={locale} />
      <WhyHere ctx={ctx} locale={locale} at={typeof at === 'string' ? at : ''} />
      <h2>{t('caption')}</h2>
      <DataTable
        id="questions"
        caption={t('caption')}
        captionHidden
        columns={[
          { key: 'place', label: t('place') },
          { key: 'district', label: t('district') },
          { key: 'where', label: t('where') },
          { key: 'known', label: t('known') },
          { key: 'why', label: t('why') },
        ]}
        rows={questions.map(({ rank, place, district, distanceMetres, lngLat, why }) => {
          const coordinates = formatDecimal(lngLat);
          return {
            key: why.cell,
            cells: {
              place: `${rank}. ${place}`,
              district: district ?? t('noDistrict'),
              where: (
                <a href={`?at=${encodeURIComponent(`${lngLat.lat.toFixed(5)}, ${lngLat.lng.toFixed(5)}`)}#why`}>
                  {t('away', { distance: formatDistance(locale, distanceMetres), coordinates })}
                </a>
              ),
              known: words.standing(why),
              why: words.parts(why).join('; '),
            },
          };
        })}
        empty={t('empty')}
      />
    </PageShell>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { getClue } from '../../../../lib/clues/get-clue.ts';
import type { Context } from '../../../../lib/context.ts';
import { isProblem } from '../../../../lib/errors.ts';
import { formatDate } from '../../../../lib/i18n/formats.ts';
import { pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { spoken } from '../../../../lib/ids.ts';
import { getPlaces } from '../../../../lib/places/get-places.ts';
import { requestContext } from '../../../_http/context.ts';
import { Caveat } from '../../../_ui/caveat.tsx';
import { bothNames } from '../../../_ui/map/map-names.ts';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { triageAnswer } from '../../triage/_parts/answer.ts';
import '../../triage/triage.css';
import { ClueFacts } from '../_parts/clue-facts.tsx';
import { ClueMap } from '../_parts/clue-map.tsx';
import { CluePhotos } from '../_parts/clue-photos.tsx';
import { ClueWords } from '../_parts/clue-words.tsx';
import { ModeratorView } from '../_parts/moderator-view.tsx';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'clues' });
  return { title: t('title') };
}

/** One clue as the reader may see it; who may not is told that there is none. */
export default async function CluePage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const ctx = await requestContext();
  const clue = await clueOrNone(ctx, id);
  if (!clue) notFound();
  const t = await getTranslations({ locale, namespace: 'clues' });
  const [found] = clue.placeId ? await getPlaces(ctx, [clue.placeId], locale) : [];
  const place = found ? bothNames(found, locale) : null;
  return (
    <PageShell locale={locale} path={`/clues/${id}`} width="column">
      <h1>{clue.audience === 'moderator' ? t('heading', { clue: spoken.clue(clue.number) }) : t('title')}</h1>
      {clue.audience === 'moderator' && (
        <ModeratorView
          ctx={ctx}
          locale={locale}
          clue={clue}
          place={place}
          answer={await triageAnswer(locale, `/clues/${id}`)}
        />
      )}
      {(clue.audience === 'organisation' || clue.audience === 'authority') && (
        <>
          <p>{t('verifiedOn', { date: formatDate(locale, clue.verifiedOn) })}</p>
          <ClueFacts locale={locale} clue={clue} place={place} />
          <ClueMap ctx={ctx} locale={locale} clue={clue} />
          <ClueWords ctx={ctx} locale={locale} clueId={id} />
          <CluePhotos ctx={ctx} locale={locale} clueId={id} />
        </>
      )}
      {clue.audience === 'public' && (
        <>
          <p>{t('publicLead', { place: place ?? t('field.unknown') })}</p>
          <ul>
            {clue.publishers.map(({ publisher, publishedOn }) => (
              <li key={publisher}>
                {[publisher, publishedOn && formatDate(locale, publishedOn)].filter(Boolean).join(', ')}
              </li>
            ))}
          </ul>
          <p>{t('deskReview')}</p>
        </>
      )}
      <Caveat locale={locale} />
    </PageShell>
  );
}

async function clueOrNone(ctx: Context, id: string) {
  try {
    return await getClue(ctx, id);
  } catch (error) {
    if (isProblem(error) && error.code === 'not_found') return null;
    throw error;
  }
}

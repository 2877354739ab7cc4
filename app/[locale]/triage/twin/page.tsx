import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../lib/context.ts';
import { isProblem } from '../../../../lib/errors.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { getTwin } from '../../../../lib/triage/incidents/get-twin.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { triageAnswer } from '../_parts/answer.ts';
import { AnswerNotice } from '../_parts/answer-notice.tsx';
import { Keys } from '../_parts/keys.tsx';
import { Comparison } from './_parts/comparison.tsx';
import { DecideSame } from './_parts/decide-same.tsx';
import { IncidentStory } from './_parts/incident-story.tsx';
import { OtherCandidates } from './_parts/other-candidates.tsx';
import { SideTold } from './_parts/side-told.tsx';
import { TwinMap } from './_parts/twin-map.tsx';
import '../triage.css';
import './twin.css';

type Props = LocaleParams & { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'incidents' });
  return { title: t('title') };
}

/** Two reports or incidents side by side: one map, field by field, and the decision whether they tell of one event. */
export default async function TwinPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const given = await searchParams;
  const [a, b] = [String(given.a ?? '').toUpperCase(), String(given.b ?? '').toUpperCase()];
  const path = `/triage/twin?${new URLSearchParams({ a, b })}`;
  const { ctx } = await pageAccess(locale, path, 'moderator', 'lead');
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const twin = await twinOrNone(ctx, a, b);
  if (!twin) notFound();
  const answer = await triageAnswer(locale, path);
  const incidentId = twin.a.incident?.id ?? twin.b.incident?.id;
  return (
    <PageShell locale={locale} path={path} width="full">
      <div className="twin">
        <Keys locale={locale} />
        <h1>{t('heading', { a: twin.a.name, b: twin.b.name })}</h1>
        <AnswerNotice locale={locale} answer={answer} />
        <div className="twin-top">
          <TwinMap ctx={ctx} locale={locale} twin={twin} />
          <DecideSame locale={locale} path={path} twin={twin} answer={answer} />
        </div>
        <Comparison locale={locale} twin={twin} />
        <div className="twin-sides">
          <SideTold locale={locale} side={twin.a} letter="A" />
          <SideTold locale={locale} side={twin.b} letter="B" />
        </div>
        {incidentId && <IncidentStory locale={locale} incidentId={incidentId} path={path} answer={answer} />}
        <OtherCandidates locale={locale} twin={twin} />
      </div>
    </PageShell>
  );
}

async function twinOrNone(ctx: Context, a: string, b: string) {
  try {
    return await getTwin(ctx, { a, b });
  } catch (error) {
    if (isProblem(error) && (error.code === 'not_found' || error.code === 'invalid_input')) return null;
    throw error;
  }
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { previewClue } from '../../../lib/clues/preview-clue.ts';
import type { Context } from '../../../lib/context.ts';
import { isProblem } from '../../../lib/errors.ts';
import { type LocaleParams, pageLocale } from '../../../lib/i18n/page-locale.ts';
import { listPlaces } from '../../../lib/places/list-places.ts';
import { type CaseView, getCase } from '../../../lib/triage/get-case.ts';
import { listQueue } from '../../../lib/triage/list-queue.ts';
import { pageAccess } from '../../_http/page-access.ts';
import { Notice } from '../../_ui/notice.tsx';
import { PageShell } from '../../_ui/page-shell.tsx';
import { type Address, addressOf, filterOf } from './_parts/address.ts';
import { triageAnswer } from './_parts/answer.ts';
import { AnswerNotice } from './_parts/answer-notice.tsx';
import { Case } from './_parts/case.tsx';
import { ClaimsMap } from './_parts/claims-map.tsx';
import { DecisionBar } from './_parts/decision-bar.tsx';
import { Queue } from './_parts/queue.tsx';
import './triage.css';

type Props = LocaleParams & { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'triage' });
  return { title: t('title') };
}

/** The moderators' workbench: queue, map and claims, case; its whole state stands in the address. */
export default async function TriagePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const given = Object.entries(await searchParams).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const address: Address = Object.fromEntries(given);
  const path = addressOf(address);
  const { ctx } = await pageAccess(locale, path, 'moderator', 'lead');
  const t = await getTranslations({ locale, namespace: 'triage' });
  const queue = await listQueue(ctx, filterOf(address));
  const view = address.report ? await caseOrNone(ctx, address.report) : null;
  const preview = view?.incident
    ? await previewClue(ctx, view.incident.id, view.candidates, view.clue?.state === 'verified')
    : null;
  const districts = (await listPlaces(ctx, { kinds: ['district'], locale })).map(({ id, label }) => ({ id, label }));
  const answer = await triageAnswer(locale, path);
  return (
    <PageShell locale={locale} path="/triage" width="full">
      <h1 className="visually-hidden">{t('title')}</h1>
      <div className="workbench" data-case={view ? 'open' : 'none'}>
        <Queue locale={locale} address={address} queue={queue} districts={districts} now={ctx.now} />
        <ClaimsMap ctx={ctx} locale={locale} view={view} />
        <section className="triage-case" id="case" tabIndex={-1} aria-label={t('case.title')}>
          <AnswerNotice locale={locale} answer={answer} />
          {view && <Case locale={locale} view={view} preview={preview} address={address} answer={answer} />}
          {!view && address.report && <Notice kind="warning" title={t('case.unknown')} />}
          {!view && !address.report && <p className="quiet">{t('case.choose')}</p>}
        </section>
        {view && <DecisionBar locale={locale} view={view} items={queue.items} address={address} />}
      </div>
    </PageShell>
  );
}

async function caseOrNone(ctx: Context, id: string): Promise<CaseView | null> {
  try {
    return await getCase(ctx, id);
  } catch (error) {
    if (isProblem(error) && error.code === 'not_found') return null;
    throw error;
  }
}

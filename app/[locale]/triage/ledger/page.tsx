import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { getLedger } from '../../../../lib/clues/get-ledger.ts';
import type { Context } from '../../../../lib/context.ts';
import { isProblem } from '../../../../lib/errors.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { spoken } from '../../../../lib/ids.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { Grounds } from '../../clues/_parts/grounds.tsx';
import { triageAnswer } from '../_parts/answer.ts';
import { AnswerNotice } from '../_parts/answer-notice.tsx';
import '../triage.css';
import './ledger.css';
import { EvidenceForm } from './_parts/evidence-form.tsx';
import { Missing } from './_parts/missing.tsx';
import { PieceTable } from './_parts/piece-table.tsx';
import { Recusals } from './_parts/recusals.tsx';
import { Ties } from './_parts/ties.tsx';
import { WithdrawForm } from './_parts/withdraw-form.tsx';

type Props = LocaleParams & { searchParams: Promise<{ incident?: string }> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'ledger' });
  return { title: t('title') };
}

/** Every piece of evidence of an incident, what counts and why, what is missing, and the forms that change it. */
export default async function LedgerPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { incident = '' } = await searchParams;
  const path = `/triage/ledger?incident=${encodeURIComponent(incident)}`;
  const { ctx } = await pageAccess(locale, path, 'moderator', 'lead');
  const ledger = await ledgerOrNone(ctx, incident);
  if (!ledger) notFound();
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const answer = await triageAnswer(locale, path);
  const parts = { locale, path, ledger, answer };
  const { grade } = ledger;
  return (
    <PageShell locale={locale} path={path}>
      <h1>{t('heading', { incident: spoken.incident(ledger.incident.number) })}</h1>
      <p className="ledger-links">
        {ledger.incident.reports.map(({ id, number }) => (
          <a key={id} href={`/${locale}/triage?state=all&report=${id}#case`}>
            {t('toCase', { report: spoken.report(number) })}{' '}
          </a>
        ))}
        {ledger.clue && (
          <a href={`/${locale}/clues/${ledger.clue.id}`}>{t('toClue', { clue: spoken.clue(ledger.clue.number) })}</a>
        )}
      </p>
      <AnswerNotice locale={locale} answer={answer} />
      <PieceTable locale={locale} ledger={ledger} />
      <div className="triage-case ledger-parts">
        <h2>{t('result')}</h2>
        <p>
          {triage('incident.sources', { count: grade.independentSources })} ·{' '}
          {triage(`evidenceClass.${grade.evidenceClass}`)} · {grade.sourceReliability}/{grade.infoCredibility} ·{' '}
          {triage('precision', { precisionClass: grade.precisionClass })} ·{' '}
          {t('table', { number: ledger.evidenceTable })}
        </p>
        <Grounds locale={locale} grounds={grade.grounds} />
        <Missing
          locale={locale}
          grounds={grade.grounds}
          incidentId={ledger.incident.id}
          reports={ledger.incident.reports}
          clue={ledger.clue}
        />
        <h2>{t('change')}</h2>
        <EvidenceForm {...parts} />
        <WithdrawForm {...parts} />
        <Ties {...parts} />
        <Recusals ctx={ctx} locale={locale} path={path} incidentId={ledger.incident.id} answer={answer} />
      </div>
    </PageShell>
  );
}

async function ledgerOrNone(ctx: Context, id: string) {
  try {
    return await getLedger(ctx, id);
  } catch (error) {
    if (isProblem(error) && error.code === 'not_found') return null;
    throw error;
  }
}

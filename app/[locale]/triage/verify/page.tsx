import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listToVerify } from '../../../../lib/clues/bulk/list-to-verify.ts';
import { listTakenBack } from '../../../../lib/clues/taken-back/list-taken-back.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { spoken } from '../../../../lib/ids.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { Notice } from '../../../_ui/notice.tsx';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { triageAnswer } from '../_parts/answer.ts';
import { AnswerNotice } from '../_parts/answer-notice.tsx';
import { Keys } from '../_parts/keys.tsx';
import { ToVerify } from './_parts/to-verify.tsx';
import '../triage.css';
import '../bulk/bulk.css';
import '../twin/twin.css';

type Props = LocaleParams & { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'bulk' });
  return { title: t('verify.title') };
}

/** What waits for a second person, one after the other: the evidence in short, one key for each decision. */
export default async function VerifyPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { at } = await searchParams;
  const path = '/triage/verify';
  const { ctx } = await pageAccess(locale, path, 'moderator', 'lead');
  const t = await getTranslations({ locale, namespace: 'bulk' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const clues = await getTranslations({ locale, namespace: 'clues' });
  const all = await listToVerify(ctx);
  const mine = all.filter(({ notMine }) => notMine === null);
  const current = mine.find(({ clue }) => clue.id === at) ?? mine[0];
  const index = current ? mine.indexOf(current) : -1;
  const takenBack = await listTakenBack(ctx);
  const answer = await triageAnswer(locale, path);
  return (
    <PageShell locale={locale} path={path} width="full">
      <div className="bulk">
        <Keys locale={locale} />
        <h1>{t('verify.title')}</h1>
        <AnswerNotice locale={locale} answer={answer} />
        {takenBack.length > 0 && (
          <Notice kind="warning" id="taken-back" title={t('takenBack.title')}>
            <ul>
              {takenBack.map(({ id, number }) => (
                <li key={id}>
                  <a href={`/${locale}/clues/${id}`}>{clues('takenBack.title', { clue: spoken.clue(number) })}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <p className="small">
          {t('verify.count', { count: mine.length })}{' '}
          {all.length > mine.length && t('verify.notMine', { count: all.length - mine.length })}
        </p>
        <div className="bulk-panes">
          <ol className="bulk-rows" aria-label={t('verify.list')}>
            {mine.map(({ clue }) => (
              <li key={clue.id} aria-current={clue === current?.clue ? 'true' : undefined}>
                <a href={`/${locale}${path}?at=${clue.id}`}>{spoken.clue(clue.number)}</a>
                <p className="small">
                  {clues(`kind.${clue.kind}`)} · {clue.sourceReliability}/{clue.infoCredibility} ·{' '}
                  {triage('precision', { precisionClass: clue.precisionClass })}
                </p>
              </li>
            ))}
          </ol>
          {current ? (
            <ToVerify
              ctx={ctx}
              locale={locale}
              path={path}
              clueId={current.clue.id}
              neighbours={[mine[index - 1]?.clue.id, mine[index + 1]?.clue.id]}
              answer={answer}
            />
          ) : (
            <p>{t('verify.none')}</p>
          )}
        </div>
      </div>
    </PageShell>
  );
}

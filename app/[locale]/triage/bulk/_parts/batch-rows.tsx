import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../../lib/context.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import { type ImportView, rowStages } from '../../../../../lib/triage/bulk/list-imported.ts';
import { Button } from '../../../../_ui/button.tsx';
import type { Answer } from '../../_parts/answer.ts';
import { Key } from '../../_parts/key.tsx';
import { valueWords } from '../../twin/_parts/value-words.ts';
import { proposeRows } from '../actions.ts';
import { RejectedRows } from './checked.tsx';
import { CurrentRow } from './current-row.tsx';
import { GradeRows } from './grade-rows.tsx';
import { UnreadTexts } from './unread-texts.tsx';

type Props = { ctx: Context; locale: Locale; path: string; view: ImportView; answer: Answer };

/** The rows of a batch and where each stands; the current one with its candidates and one key for each decision. */
export async function BatchRows({ ctx, locale, path, view, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'bulk' });
  const { current, counts } = view;
  const shown = await Promise.all(
    view.shown.map(async (row) => ({
      row,
      words: await Promise.all(
        row.values
          .filter(({ field }) => ['date', 'place', 'killed', 'injured'].includes(field))
          .map(async ({ field, counts }) => {
            const words = await valueWords(locale, field, counts!);
            return field === 'killed' || field === 'injured' ? `${t(`short.${field}`)} ${words}` : words;
          }),
      ),
    })),
  );
  const ready = counts.graded > 0;
  return (
    <>
      <p className="small">{rowStages.map((stage) => `${t(`stage.${stage}`)}: ${counts[stage]}`).join(' · ')}</p>
      <div className="bulk-panes">
        <ol className="bulk-rows" aria-label={t('rows')}>
          {shown.map(({ row, words }) => (
            <li key={row.id} value={row.row} aria-current={row.id === current?.id ? 'true' : undefined}>
              <a href={`/${locale}${path}&at=${row.id}`}>
                {row.sourceId} <span className="quiet">{spoken.report(row.report.number)}</span>
              </a>
              <p className="small">
                <strong>{t(`stage.${row.stage}`)}</strong>{' '}
                {row.incident && `· ${spoken.incident(row.incident.number)} `}· {words.join(' · ')}
              </p>
            </li>
          ))}
        </ol>
        <div>
          {current ? (
            <CurrentRow
              locale={locale}
              path={path}
              row={current}
              candidates={view.candidates}
              neighbours={[view.previousId, view.nextId]}
            />
          ) : (
            <p>{t('allDecided')}</p>
          )}
          <UnreadTexts ctx={ctx} locale={locale} path={path} batchId={view.batch.id} />
          {counts.ungraded > 0 && <GradeRows locale={locale} path={path} view={view} answer={answer} />}
          {ready && (
            <form action={proposeRows.bind(null, locale, path)}>
              <input type="hidden" name="batchId" value={view.batch.id} />
              <p className="small">{t('proposeWhy')}</p>
              <Button kind="second" data-code="KeyP">
                {t('propose', { count: counts.graded })} <Key>P</Key>
              </Button>
            </form>
          )}
          {counts.proposed > 0 && (
            <p>
              <a href={`/${locale}/triage/verify`} data-code="KeyV">
                {t('toVerify')} <Key>V</Key>
              </a>
            </p>
          )}
          <RejectedRows locale={locale} rejected={view.batch.rejected} />
        </div>
      </div>
    </>
  );
}

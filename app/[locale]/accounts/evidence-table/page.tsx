import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { isProblem } from '../../../../lib/errors.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { listTables } from '../../../../lib/triage/evidence-table/list-tables.ts';
import { previewTable } from '../../../../lib/triage/evidence-table/preview-table.ts';
import { completeRows, rowChanges, type TableRow } from '../../../../lib/triage/evidence-table/rows.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { AccountShell } from '../_parts/account-shell.tsx';
import { answerOf } from '../_parts/answer.ts';
import { FormAnswer } from '../_parts/form-answer.tsx';
import { Effect } from './effect.tsx';
import { History } from './history.tsx';
import { rowsOf } from './rows-of.ts';
import { TableForm } from './table-form.tsx';

type Props = LocaleParams & { searchParams: Promise<Record<string, string | string[] | undefined>> };
const path = '/accounts/evidence-table';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'ledger' });
  return { title: t('classes.title') };
}

/** The mapping to evidence classes: chosen, looked at in its effect, then saved with a reason; every version stays. */
export default async function EvidenceTablePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { session, ctx } = await pageAccess(locale, path, 'administrator');
  const t = await getTranslations({ locale, namespace: 'ledger' });
  const history = await listTables(ctx);
  const answer = await answerOf(locale, path);
  // a refused form comes back with the classes that were chosen in it
  const refused = history.rows.flatMap(({ kind, condition }) => {
    const name = `class.${kind}.${condition}`;
    const value = answer.form === 'table' && !answer.done ? answer.valueOf(name) : undefined;
    return value === undefined ? [] : [[name, value]];
  });
  const given = rowsOf(refused.length > 0 ? Object.fromEntries(refused) : await searchParams) as TableRow[];
  const rows = given.length > 0 ? completeRows(given) : [...history.rows];
  const changes = rowChanges(history.rows, rows);
  const effect = changes.length > 0 ? await effectOrNone(ctx, rows) : null;
  return (
    <AccountShell locale={locale} path={path} session={session}>
      <h1>{t('classes.title')}</h1>
      <p className="prose">{t('classes.lead')}</p>
      <FormAnswer locale={locale} answer={answer} />
      {effect && (
        <Effect
          locale={locale}
          basedOn={history.number}
          rows={rows}
          changes={changes}
          effect={effect}
          answer={answer}
        />
      )}
      {given.length > 0 && changes.length === 0 && <p role="status">{t('classes.same')}</p>}
      <TableForm locale={locale} rows={rows} number={history.number} />
      <History locale={locale} history={history} answer={answer} />
    </AccountShell>
  );
}

async function effectOrNone(ctx: Parameters<typeof previewTable>[0], rows: TableRow[]) {
  try {
    return await previewTable(ctx, rows);
  } catch (error) {
    // an address that somebody wrote by hand
    if (isProblem(error) && error.code === 'invalid_input') return null;
    throw error;
  }
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../lib/context.ts';
import { isProblem } from '../../../../lib/errors.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { spoken } from '../../../../lib/ids.ts';
import { listScans } from '../../../../lib/media/scans/list-scans.ts';
import { getCase } from '../../../../lib/triage/get-case.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { Caveat } from '../../../_ui/caveat.tsx';
import { PageShell } from '../../../_ui/page-shell.tsx';
import { triageAnswer } from '../_parts/answer.ts';
import { AnswerNotice } from '../_parts/answer-notice.tsx';
import { DrawDesk } from './_draw/draw-desk.tsx';
import { ClaimTable } from './_parts/claim-table.tsx';
import { DeskMap } from './_parts/desk-map.tsx';
import { KeepTyped } from './_parts/keep-typed.tsx';
import { buildOffset, offsetFieldsOf, offsetNames } from './_parts/offset.ts';
import { OffsetForm } from './_parts/offset-form.tsx';
import { scanFieldsOf, scanNames, scanOf } from './_parts/scan.ts';
import { ScanDesk } from './_parts/scan-desk.tsx';
import { ScanFile } from './_parts/scan-file.tsx';
import { ScanForm } from './_parts/scan-form.tsx';
import { ScanRemoval } from './_parts/scan-removal.tsx';
import { ShapeForm } from './_parts/shape-form.tsx';
import '../triage.css';
import './_draw/draw.css';
import './location.css';
import './scan.css';

type Props = LocaleParams & { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'location' });
  return { title: t('title') };
}

/** Everything that was said of where one report's event lies, on one map, and a moderator's own claim beside it. */
export default async function LocationDesk({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const given = Object.fromEntries(
    Object.entries(await searchParams).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  // the whole address, so that a refused form comes back with what was typed in the one before it
  const path = `/triage/location?${new URLSearchParams(given)}`;
  const { ctx } = await pageAccess(locale, path, 'moderator', 'lead');
  const view = await caseOrNone(ctx, given.report ?? '');
  if (!view) notFound();
  const t = await getTranslations({ locale, namespace: 'location' });
  const answer = await triageAnswer(locale, path);
  const fields = offsetFieldsOf(given);
  const offset = fields.from === undefined ? null : await buildOffset(ctx, locale, fields);
  const { scan: chosen, ...typed } = scanFieldsOf(given);
  const scans = await listScans(ctx, { reportId: view.report.id });
  const current = scans.find(({ id }) => id === chosen);
  const scanFields = current ? { ...typed, scan: current.id } : typed;
  const scan = scanOf(scanFields, given.kept !== undefined);
  const open = !['verified_clue', 'rejected', 'duplicate', 'withdrawn', 'superseded'].includes(view.report.state);
  const kept = (
    <>
      <KeepTyped from="offset-form" fields={fields} names={offsetNames} />
      <KeepTyped from="scan-form" fields={scanFields} names={scanNames} changed="kept" />
    </>
  );
  return (
    <PageShell locale={locale} path={path}>
      <h1>{t('heading', { report: spoken.report(view.report.number) })}</h1>
      <p>
        <a href={`/${locale}/triage?state=all&report=${view.report.id}#case`}>{t('back')}</a>
      </p>
      <AnswerNotice locale={locale} answer={answer} />
      <DeskMap
        ctx={ctx}
        locale={locale}
        view={view}
        offset={offset?.ok ? offset.built : null}
        scan={scan?.ok ? scan : null}
      />
      <ClaimTable locale={locale} view={view} scans={scans} open={open} />
      {open ? (
        <div className="desk-forms">
          <OffsetForm
            locale={locale}
            path={path}
            view={view}
            answer={answer}
            fields={fields}
            offset={offset}
            others={given.kept === undefined ? scanFields : { ...scanFields, kept: given.kept }}
          />
          <ShapeForm locale={locale} path={path} view={view} answer={answer}>
            {kept}
            <DrawDesk ctx={ctx} locale={locale} view={view} />
          </ShapeForm>
          <ScanForm
            locale={locale}
            path={path}
            view={view}
            answer={answer}
            fields={scanFields}
            others={fields}
            scan={scan}
            removal={
              current && (
                <ScanRemoval
                  locale={locale}
                  path={path}
                  owner={{ reportId: view.report.id }}
                  scan={current}
                  answer={answer}
                  lead={t('scanRemoval.lead')}
                >
                  {kept}
                </ScanRemoval>
              )
            }
            board={current && <ScanDesk ctx={ctx} locale={locale} view={view} scan={current} />}
          >
            <ScanFile
              locale={locale}
              reportId={view.report.id}
              scans={scans}
              current={current}
              refused={given.refused}
            />
          </ScanForm>
        </div>
      ) : (
        <p className="quiet">{t('closed')}</p>
      )}
      <Caveat locale={locale} />
    </PageShell>
  );
}

async function caseOrNone(ctx: Context, id: string) {
  try {
    return await getCase(ctx, id);
  } catch (error) {
    if (isProblem(error) && error.code === 'not_found') return null;
    throw error;
  }
}

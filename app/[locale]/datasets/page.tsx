import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { previewFile } from '../../../lib/datasets/download.ts';
import { type DatasetFile, organisationFiles, publicFiles } from '../../../lib/datasets/input.ts';
import { formatDate } from '../../../lib/i18n/formats.ts';
import { type LocaleParams, pageLocale } from '../../../lib/i18n/page-locale.ts';
import { requestContext } from '../../_http/context.ts';
import { Notice } from '../../_ui/notice.tsx';
import { PageShell } from '../../_ui/page-shell.tsx';
import { Connect } from './connect.tsx';
import './datasets.css';
import { isProblem } from '../../../lib/errors.ts';
import { FileTable } from './file-table.tsx';
import { HeldChanges } from './held-changes.tsx';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'datasets' });
  return { title: t('title') };
}

/** The newest release as the title page of a report; every download is a plain link. */
export default async function DatasetsPage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'datasets' });
  const safety = await getTranslations({ locale, namespace: 'safety' });
  const ctx = await requestContext();
  const previews = async (files: readonly DatasetFile[]) =>
    (
      await Promise.all(files.map(async (file) => ({ file, made: await previewFile(ctx, file).catch(absent) })))
    ).flatMap(({ file, made }) => (made ? [{ file, made }] : []));
  const [forAll, forMember] = await Promise.all([previews(publicFiles), previews(organisationFiles)]);
  const main = (forMember[0] ?? forAll[0])?.made;
  const removed = forMember[0]?.made.metadata.removedSince ?? 0;
  return (
    <PageShell locale={locale} path="/datasets">
      {main && (
        <p className="quiet release-line">
          {t('releaseLine', { number: main.metadata.release, date: formatDate(locale, main.metadata.date) })}{' '}
          {forMember.length > 0 ? t('daily') : t('weekly')}
        </p>
      )}
      <h1>{forMember.length > 0 ? t('headingClues') : t('heading')}</h1>
      <HeldChanges ctx={ctx} locale={locale} />
      <Notice kind="warning" title={t('deskReview')}>
        <p>
          {forMember[0] && <>{t('clueCount', { count: forMember[0].made.metadata.count })} </>}
          {removed > 0 && <>{t('removed', { count: removed })} </>}
          <strong>{safety('noReports')}</strong> {safety('treatAsDangerous')} {t('notACensus')}
        </p>
      </Notice>
      <div className="datasets">
        <div>
          {!main && <p>{t('nothingYet')}</p>}
          {forMember.length > 0 && <FileTable locale={locale} id="clues" title={t('cluesTitle')} files={forMember} />}
          {forAll.length > 0 && (
            <FileTable locale={locale} id="aggregates" title={t('aggregatesTitle')} files={forAll} />
          )}
          {forMember.length === 0 && (
            <p>
              {t('organisationsHint')} <a href={`/${locale}/accounts/sign-in`}>{t('signIn')}</a>
            </p>
          )}
          <h2>{t('methodTitle')}</h2>
          <ul>
            {(['squares', 'counts', 'victims', 'classC', 'lines', 'blank', 'changes'] as const).map((key) => (
              <li key={key}>{t(`method.${key}`)}</li>
            ))}
          </ul>
          <Connect locale={locale} />
        </div>
        <aside>
          {main && (
            <>
              <h2>{t('cite')}</h2>
              <p className="small">
                {main.metadata.citation} <span className="sha">sha256 {main.sha256}</span>
              </p>
            </>
          )}
          <h2>{t('licence')}</h2>
          <p className="small">{t('licenceText', { licence: forAll[0]?.made.metadata.licence ?? 'CC BY 4.0' })}</p>
          {forMember[0]?.made.metadata.agreement && <p className="small">{forMember[0].made.metadata.agreement}</p>}
        </aside>
      </div>
    </PageShell>
  );
}

/** Not this reader's, or not published yet. */
function absent(error: unknown): null {
  if (isProblem(error) && [401, 403, 404].includes(error.status)) return null;
  throw error;
}

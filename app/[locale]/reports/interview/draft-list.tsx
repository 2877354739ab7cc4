import { getTranslations } from 'next-intl/server';
import { formatDate, formatDateTime } from '../../../../lib/i18n/formats.ts';
import { type Locale, languageOf } from '../../../../lib/i18n/locales.ts';
import type { DraftView } from '../../../../lib/reports/drafts/list-drafts.ts';
import { deleteDraftAction } from './actions.ts';
import { interviewAction } from './interview-action.ts';

/** Begun and not sent: to go on with, or to erase. */
export async function DraftList({ locale, drafts }: { locale: Locale; drafts: DraftView[] }) {
  const t = await getTranslations({ locale, namespace: 'interview' });
  const kinds = await getTranslations({ locale, namespace: 'values.reportKinds' });
  const common = await getTranslations({ locale, namespace: 'common' });
  if (drafts.length === 0) return <p className="quiet">{t('drafts.none')}</p>;
  return (
    <ul className="drafts">
      {drafts.map(({ id, kind, place, language, savedAt, expiresAt }) => {
        const title = [kind ? kinds(kind) : t('drafts.noKind'), place].filter(Boolean).join(' · ');
        return (
          <li key={id}>
            <p>
              <strong>{title}</strong>
              <br />
              <span className="small quiet">
                {languageOf(language).name} · {t('saved', { time: formatDateTime(locale, savedAt) })} ·{' '}
                {t('drafts.goes', { date: formatDate(locale, expiresAt) })}
              </span>
            </p>
            <form method="post" action={`/${locale}${interviewAction}`}>
              <button type="submit" className="button button-second" name="go" value={`resume:${id}`}>
                {common('continue')} <span className="visually-hidden">{title}</span>
              </button>
            </form>
            <details>
              <summary>
                {t('drafts.delete')} <span className="visually-hidden">{title}</span>
              </summary>
              <form action={deleteDraftAction.bind(null, locale, id)}>
                <button type="submit" className="button button-warning">
                  {t('drafts.deleteNow')}
                </button>
              </form>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

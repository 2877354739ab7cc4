import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../../lib/triage/get-case.ts';
import { StateLabel } from '../../../../_ui/state-label.tsx';
import '../photos.css';

/** The photos of a report, blurred until a moderator wants to see one; each leads to its redaction. */
export async function CasePhotos({ locale, view }: { locale: Locale; view: CaseView }) {
  const { photos } = view.report;
  if (photos.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'redaction' });
  return (
    <>
      <h3>{t('photos', { count: photos.length })}</h3>
      <p className="small quiet">{t(view.consent?.photoUse ? 'useAllowed' : 'useNotAllowed')}</p>
      <ul className="case-photos">
        {photos.map(({ id, number, reviewed, boxes }) => (
          <li key={id}>
            <input type="checkbox" id={`show-${id}`} />{' '}
            <label htmlFor={`show-${id}`}>
              {t('show')}
              <span className="visually-hidden"> {t('photo', { number })}</span>
            </label>
            <a href={`/${locale}/triage/photos/${id}`}>
              <img src={`/${locale}/triage/photos/${id}/picture?of=thumbnail`} alt={t('open', { number })} />
            </a>
            <StateLabel kind={reviewed ? 'settled' : 'attention'}>
              {reviewed ? t('reviewed', { count: boxes }) : t('notReviewed')}
            </StateLabel>
          </li>
        ))}
      </ul>
    </>
  );
}

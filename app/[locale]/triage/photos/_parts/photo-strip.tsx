import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { StateLabel } from '../../../../_ui/state-label.tsx';
import '../photos.css';

type Photo = { id: string; number: number; reviewed: boolean; boxes: number };

/** Thumbnails of one report, each blurred until a moderator wants to see it; each leads to its redaction. */
export async function PhotoStrip({ locale, photos }: { locale: Locale; photos: readonly Photo[] }) {
  const t = await getTranslations({ locale, namespace: 'redaction' });
  return (
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
  );
}

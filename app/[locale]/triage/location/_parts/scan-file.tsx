import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { ScanView } from '../../../../../lib/media/scans/list-scans.ts';
import { ScanChoice } from './scan-choice.tsx';
import { ScanField } from './scan-field.tsx';

type Props = {
  locale: Locale;
  reportId: string;
  scans: readonly ScanView[];
  current: ScanView | undefined;
  refused: string | undefined;
};

/** The image itself: sent with the form that it stands in, kept encrypted, and chosen again by its button. */
export async function ScanFile({ locale, reportId, scans, current, refused }: Props) {
  const t = await getTranslations({ locale, namespace: 'location' });
  return (
    <>
      <ScanField locale={locale} refused={refused} />
      {scans.length > 0 && (
        <ul className="scan-list" aria-label={t('scanFile.list')}>
          {scans.map((scan) => (
            <li key={scan.id}>
              <ScanChoice locale={locale} reportId={reportId} scan={scan} current={scan.id === current?.id} open />{' '}
              <span className="small quiet">{`${scan.width} × ${scan.height}`}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

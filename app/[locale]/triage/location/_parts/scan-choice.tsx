import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { ScanView } from '../../../../../lib/media/scans/list-scans.ts';
import { scanAddress } from './scan.ts';

type Props = { locale: Locale; reportId: string; scan: ScanView; current?: boolean; open: boolean };

/** Puts an image on the desk by the scan's form, so that what is typed there comes along; a closed case has no form to send. */
export async function ScanChoice({ locale, reportId, scan, current, open }: Props) {
  const t = await getTranslations({ locale, namespace: 'location' });
  const words = t('scanFile.image', { number: scan.number });
  const marked = { className: 'scan-choice', 'aria-current': current ? ('true' as const) : undefined };
  if (!open)
    return (
      <a {...marked} href={scanAddress(locale, reportId, scan.id)}>
        {words}
      </a>
    );
  return (
    <button {...marked} type="submit" form="scan-form" name="choose" value={scan.id} formNoValidate>
      {words}
    </button>
  );
}

import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { photoLimitBytes } from '../../../../../lib/media/input.ts';
import type { ScanView } from '../../../../../lib/media/scans/list-scans.ts';
import { Button } from '../../../../_ui/button.tsx';
import { describedBy, Field } from '../../../../_ui/form/field.tsx';
import { FileInput } from '../../../../_ui/form/file-input.tsx';
import { scanAddress } from './scan.ts';

type Props = {
  locale: Locale;
  reportId: string;
  scans: readonly ScanView[];
  current: ScanView | undefined;
  refused: string | undefined;
};

/** The image itself: sent with the form that it stands in, kept encrypted, and chosen again by a link. */
export async function ScanFile({ locale, reportId, scans, current, refused }: Props) {
  const t = await getTranslations({ locale, namespace: 'location' });
  const errors = await getTranslations({ locale, namespace: 'errors' });
  const key = refused as 'photo_svg' | undefined;
  const taken = refused === 'scan_too_many' ? t('scanFile.tooMany') : t('scanFile.refused');
  const text = {
    name: 'scan-file',
    label: t('scanFile.file'),
    hint: t('scanFile.hint'),
    error: key && (/^photo_[a-z_]+$/.test(key) && errors.has(key) ? errors(key) : taken),
  };
  return (
    <>
      <Field {...text}>
        <FileInput
          {...describedBy(text)}
          id={text.name}
          name={text.name}
          accept="image/jpeg,image/png,image/webp"
          mostBytes={photoLimitBytes}
          tooLarge={errors('photo_too_large')}
        />
      </Field>
      <Button kind="second">{t('scanFile.send')}</Button>
      {scans.length > 0 && (
        <ul className="scan-list" aria-label={t('scanFile.list')}>
          {scans.map(({ id, number, width, height }) => (
            <li key={id}>
              <a href={scanAddress(locale, reportId, id)} aria-current={id === current?.id ? 'true' : undefined}>
                {t('scanFile.image', { number })}
              </a>{' '}
              <span className="small quiet">{`${width} × ${height}`}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

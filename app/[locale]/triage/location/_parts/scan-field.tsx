import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { photoLimitBytes } from '../../../../../lib/media/input.ts';
import { Button } from '../../../../_ui/button.tsx';
import { describedBy, Field } from '../../../../_ui/form/field.tsx';
import { FileInput } from '../../../../_ui/form/file-input.tsx';

type Props = { locale: Locale; refused: string | undefined };

/** An image of a map or sketch to send, and why the last one was not taken. */
export async function ScanField({ locale, refused }: Props) {
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
    </>
  );
}

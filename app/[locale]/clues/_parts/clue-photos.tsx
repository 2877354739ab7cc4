import { getTranslations } from 'next-intl/server';
import { listCluePhotos } from '../../../../lib/clues/photos/clue-photos.ts';
import type { Context } from '../../../../lib/context.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';

/** The redacted copies of what reporters allowed to be seen. */
export async function CluePhotos({ ctx, locale, clueId }: { ctx: Context; locale: Locale; clueId: string }) {
  const photos = await listCluePhotos(ctx, clueId);
  if (photos.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'redaction' });
  return (
    <>
      <h2>{t('photos', { count: photos.length })}</h2>
      <p className="quiet">{t('goesOutNote')}</p>
      {photos.map(({ id }, i) => (
        <p key={id}>
          <img
            src={`/${locale}/clues/${clueId}/photos/${id}`}
            alt={t('photo', { number: i + 1 })}
            style={{ maxWidth: '100%', height: 'auto' }}
          />
        </p>
      ))}
    </>
  );
}

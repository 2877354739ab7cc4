import { getTranslations } from 'next-intl/server';
import { listClueWords } from '../../../../lib/clues/words/clue-words.ts';
import type { Context } from '../../../../lib/context.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';

/** The reporters' words as far as moderators let them out. */
export async function ClueWords({ ctx, locale, clueId }: { ctx: Context; locale: Locale; clueId: string }) {
  const words = await listClueWords(ctx, clueId);
  if (words.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'redaction.text' });
  return (
    <>
      <h2>{t('told')}</h2>
      <p className="quiet">{t('toldNote')}</p>
      {words.map(({ language, text }) => (
        <blockquote key={text} lang={language}>
          {text}
        </blockquote>
      ))}
    </>
  );
}

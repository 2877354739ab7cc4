import { getTranslations } from 'next-intl/server';
import { formatNumber } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import type { PlaceExplanation } from '../../../../lib/risk/explain-place.ts';

/** A place's standing and the parts of its danger, in the reader's language; parts in falling order, the floor last. */
export async function partsInWords(locale: Locale) {
  const t = await getTranslations({ locale, namespace: 'risk.questions' });
  const share = (value: number) => `${formatNumber(locale, 100 * value, 0)} %`;
  return {
    share,
    standing: ({ state, dangerClass, ignorance }: PlaceExplanation) =>
      [
        t(`states.${state}`),
        dangerClass > 0 ? t('class', { class: dangerClass }) : t('belowClasses'),
        t('unknownShare', { share: formatNumber(locale, 100 * ignorance, 0) }),
      ].join('; '),
    rest: ({ rest }: PlaceExplanation) => t('rest', { count: rest.count }),
    floor: t('floor'),
    parts: ({ clues, rest, floorShare }: PlaceExplanation) => [
      ...clues.slice(0, 3).map((clue) => `${spoken.clue(clue.number)} ${share(clue.share)}`),
      ...(clues.length > 3 || rest.count > 0
        ? [
            `${t('rest', { count: rest.count + Math.max(0, clues.length - 3) })} ${share(
              clues.slice(3).reduce((sum, clue) => sum + clue.share, rest.share),
            )}`,
          ]
        : []),
      `${t('floor')} ${share(floorShare)}`,
    ],
  };
}

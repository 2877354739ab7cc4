import { getTranslations } from 'next-intl/server';
import type { FeedbackView } from '../../../../../lib/clues/feedback/list-feedback.ts';
import type { ModeratorClue } from '../../../../../lib/clues/get-clue.ts';
import type { Context } from '../../../../../lib/context.ts';
import { formatDate } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { MapFeature } from '../../../../_ui/map/map-feature.ts';
import { ClueMap } from '../../_parts/clue-map.tsx';

type Props = { ctx: Context; locale: Locale; clue: ModeratorClue; feedback: FeedbackView[] };

/** The clue over the polygons that were reported back; no map while there are none. */
export async function FeedbackMap({ ctx, locale, clue, feedback }: Props) {
  const t = await getTranslations({ locale, namespace: 'feedback' });
  const polygons = feedback.flatMap((one): MapFeature[] =>
    one.surveyed && one.state !== 'withdrawn'
      ? [
          {
            id: one.id,
            geometry: one.surveyed,
            look: one.outcome === 'cleared' && one.state === 'confirmed' ? 'released' : 'outline',
            title: `${t(`outcomes.${one.outcome}`)} · ${t(`state.${one.state}`)}`,
            lines: [`${one.authority}, ${formatDate(locale, one.carriedOutOn)}`],
          },
        ]
      : [],
  );
  if (polygons.length === 0) return null;
  return <ClueMap ctx={ctx} locale={locale} clue={clue} label={t('map')} below={polygons} />;
}

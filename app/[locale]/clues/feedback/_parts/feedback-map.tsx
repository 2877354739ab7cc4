import { getTranslations } from 'next-intl/server';
import type { FeedbackView } from '../../../../../lib/clues/feedback/list-feedback.ts';
import type { ModeratorClue } from '../../../../../lib/clues/get-clue.ts';
import { bboxOf } from '../../../../../lib/geo/bbox.ts';
import { positionsOf } from '../../../../../lib/geo/lng-lat.ts';
import { formatDate, formatDistance } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { LeafletMap } from '../../../../_ui/map/leaflet-map.tsx';
import type { MapFeature } from '../../../../_ui/map/map-feature.ts';
import { mapWords, tileSource } from '../../../../_ui/map/map-words.ts';

const metresPerDegree = 83_000;

/** The clue as drawn (point, line or area with its error) under the polygons that were reported back. */
export async function FeedbackMap(props: { locale: Locale; clue: ModeratorClue; feedback: FeedbackView[] }) {
  const { locale, clue, feedback } = props;
  const t = await getTranslations({ locale, namespace: 'feedback' });
  const clues = await getTranslations({ locale, namespace: 'clues' });
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
  const own: MapFeature = {
    id: clue.id,
    geometry: clue.geometry,
    look: 'clue',
    radiusMetres: clue.uncertaintyMetres,
    title: clues(`kind.${clue.kind}`),
    lines: [`± ${formatDistance(locale, clue.uncertaintyMetres)}`],
  };
  const box = bboxOf(positionsOf(clue.geometry));
  const margin = (clue.uncertaintyMetres * 1.6) / metresPerDegree + 0.003;
  const words = { ...(await mapWords(locale)), label: t('map'), pickHint: undefined };
  return (
    <LeafletMap
      words={words}
      bounds={{
        west: box.west - margin,
        south: box.south - margin,
        east: box.east + margin,
        north: box.north + margin,
      }}
      features={[...polygons, own]}
      tiles={tileSource()}
    />
  );
}

import { getTranslations } from 'next-intl/server';
import { bboxOf } from '../../../../lib/geo/bbox.ts';
import { positionsOf } from '../../../../lib/geo/lng-lat.ts';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import type { RecordView } from '../../../../lib/records/get-record.ts';
import { LeafletMap } from '../../../_ui/map/leaflet-map.tsx';
import type { MapFeature } from '../../../_ui/map/map-feature.ts';
import { mapWords, tileSource } from '../../../_ui/map/map-words.ts';

const margin = 0.003;

/** The recorded shape within its error, the reference point, and the events that test it. */
export async function RecordMap({ locale, record }: { locale: Locale; record: RecordView }) {
  const t = await getTranslations({ locale, namespace: 'records' });
  const clues = await getTranslations({ locale, namespace: 'clues' });
  const error = `± ${formatDistance(locale, record.uncertaintyMetres)}`;
  const features: MapFeature[] = [
    { id: 'widened', geometry: record.widened, look: 'outline', title: t('widened'), lines: [error] },
    { id: 'shape', geometry: record.geometry, look: 'recorded', title: t('recorded'), lines: [record.documentId] },
    { id: 'reference', geometry: record.reference, look: 'claim', title: record.referenceName ?? t('referenceText') },
    ...record.tests.map(
      (test): MapFeature => ({
        id: test.id,
        geometry: test.geometry,
        look: 'clue',
        radiusMetres: test.uncertaintyMetres,
        title: `${spoken.clue(test.number)} · ${clues(`kind.${test.kind}`)}`,
        lines: [t(`verdicts.${test.verdict}`)],
      }),
    ),
  ];
  const box = bboxOf([...positionsOf(record.widened), record.reference.coordinates]);
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
      features={features}
      tiles={tileSource()}
    />
  );
}

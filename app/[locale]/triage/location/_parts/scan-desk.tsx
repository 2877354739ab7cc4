import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../../lib/context.ts';
import { defaultArea } from '../../../../../lib/geo/area.ts';
import { bboxOf } from '../../../../../lib/geo/bbox.ts';
import { positionsOf } from '../../../../../lib/geo/lng-lat.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { ScanView } from '../../../../../lib/media/scans/list-scans.ts';
import type { CaseView } from '../../../../../lib/triage/get-case.ts';
import type { MapFeature } from '../../../../_ui/map/map-feature.ts';
import { mapNames } from '../../../../_ui/map/map-names.ts';
import { mapWords, tileSource } from '../../../../_ui/map/map-words.ts';
import { ScanBoard } from './scan-board.tsx';

type Props = { ctx: Context; locale: Locale; view: CaseView; scan: ScanView };

/** Gives the board its words, the map about the claims so far, and the image's address. */
export async function ScanDesk({ ctx, locale, view, scan }: Props) {
  const t = await getTranslations({ locale, namespace: 'location' });
  const claims = view.claims.flatMap(({ id, geometry }): MapFeature[] =>
    geometry ? [{ id, geometry, look: 'outline' }] : [],
  );
  const box =
    claims.length > 0 ? bboxOf(view.claims.flatMap(({ geometry }) => (geometry ? positionsOf(geometry) : []))) : null;
  const about = 0.05;
  return (
    <ScanBoard
      src={`/${locale}/triage/location/scans/${view.report.id}/${scan.id}`}
      width={scan.width}
      height={scan.height}
      words={{
        board: t('scanFile.image', { number: scan.number }),
        mode: t('scanFile.mode'),
        control: t('scanFile.control'),
        feature: t('scanFile.feature'),
        stepImage: t('scanFile.stepImage'),
        stepMap: t('scanFile.stepMap'),
        stepFeature: t('scanFile.stepFeature'),
        larger: t('scanFile.larger'),
        smaller: t('scanFile.smaller'),
        undo: t('scanFile.undo'),
      }}
      map={{
        words: { ...(await mapWords(locale)), label: t('scanFile.map'), pickHint: t('scanFile.pickHint') },
        bounds: box
          ? { west: box.west - about, south: box.south - about, east: box.east + about, north: box.north + about }
          : defaultArea.bbox,
        names: await mapNames(ctx, locale),
        features: claims,
        tiles: tileSource(),
      }}
    />
  );
}

import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../../lib/context.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { ScanView } from '../../../../../lib/media/scans/list-scans.ts';
import type { CaseView } from '../../../../../lib/triage/get-case.ts';
import { deskGround } from './desk-ground.ts';
import { ScanBoard } from './scan-board.tsx';

type Props = { ctx: Context; locale: Locale; view: CaseView; scan: ScanView };

/** Gives the board its words, the map about the claims so far, and the image's address. */
export async function ScanDesk({ ctx, locale, view, scan }: Props) {
  const t = await getTranslations({ locale, namespace: 'location' });
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
      map={await deskGround(ctx, locale, view, { label: t('scanFile.map'), pickHint: t('scanFile.pickHint') })}
    />
  );
}

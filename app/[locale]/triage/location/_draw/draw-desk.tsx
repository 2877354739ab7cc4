import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../../lib/context.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../../lib/triage/get-case.ts';
import { measureWords } from '../../_parts/measure-words.ts';
import { deskGround } from '../_parts/desk-ground.ts';
import { DrawBoard } from './draw-board.tsx';

/** Gives the drawing board its words and the map about the claims so far. */
export async function DrawDesk({ ctx, locale, view }: { ctx: Context; locale: Locale; view: CaseView }) {
  const t = await getTranslations({ locale, namespace: 'location.draw' });
  return (
    <DrawBoard
      map={await deskGround(ctx, locale, view, { label: t('map') })}
      words={{
        ...{ point: t('point'), line: t('line'), polygon: t('polygon'), change: t('change') },
        ...{ corner: t('corner', { number: '{number}', count: '{count}' }), remove: t('remove') },
        ...{ previous: t('previous'), next: t('next') },
        ...{ keys: t('keys'), undo: t('undo'), anew: t('anew') },
      }}
      measures={await measureWords(locale)}
    />
  );
}

import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../lib/context.ts';
import { formatDecimal } from '../../../../lib/geo/format-coordinates.ts';
import { parseCoordinates } from '../../../../lib/geo/parse-coordinates.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../lib/ids.ts';
import { explainPlace } from '../../../../lib/risk/explain-place.ts';
import { Button } from '../../../_ui/button.tsx';
import { DataTable } from '../../../_ui/data-table.tsx';
import { TextField } from '../../../_ui/form/text-field.tsx';
import { partsInWords } from './parts-in-words.ts';

/** A form that takes a position, and what the danger there is made of: clues by their share, the others in one sum. */
export async function WhyHere({ ctx, locale, at }: { ctx: Context; locale: Locale; at: string }) {
  const t = await getTranslations({ locale, namespace: 'risk.questions' });
  const parsed = at ? parseCoordinates(at) : null;
  const why = parsed?.ok ? await explainPlace(ctx, parsed.lngLat) : null;
  const words = await partsInWords(locale);
  const error = parsed && !parsed.ok ? t('unreadable') : parsed && !why ? t('outside') : undefined;
  return (
    <section id="why" className="panel">
      <h2>{t('whyTitle')}</h2>
      <form method="get">
        <TextField name="at" label={t('at')} hint={t('atHint')} error={error} width="half" defaultValue={at} />
        <Button kind="second">{t('show')}</Button>
      </form>
      {why && parsed?.ok && (
        <>
          <p>
            <strong>{formatDecimal(parsed.lngLat)}</strong>: {words.standing(why)}
          </p>
          <DataTable
            id="parts"
            caption={t('partsCaption')}
            columns={[
              { key: 'part', label: t('part') },
              { key: 'share', label: t('shareOfDanger'), numeric: true },
            ]}
            rows={[
              ...why.clues.map(({ id, number, share }) => ({
                key: id,
                cells: {
                  part: <a href={`/${locale}/clues/${id}`}>{spoken.clue(number)}</a>,
                  share: words.share(share),
                },
              })),
              ...(why.rest.count > 0
                ? [{ key: 'rest', cells: { part: words.rest(why), share: words.share(why.rest.share) } }]
                : []),
              { key: 'floor', cells: { part: words.floor, share: words.share(why.floorShare) } },
            ]}
          />
        </>
      )}
    </section>
  );
}

import { getTranslations } from 'next-intl/server';
import { compassPoints } from '../../../../../lib/geo/offset.ts';
import { directionPrecisions } from '../../../../../lib/geo/offset-error.ts';
import { formatAddress } from '../../../../../lib/i18n/format-address.ts';
import { formatDistance, formatNumber } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { positionsOf } from '../../../../../lib/reports/input.ts';
import type { CaseView } from '../../../../../lib/triage/get-case.ts';
import { Button } from '../../../../_ui/button.tsx';
import { SelectField, TextField } from '../../../../_ui/form/text-field.tsx';
import { bothNames } from '../../../../_ui/map/map-names.ts';
import type { Answer } from '../../_parts/answer.ts';
import { Basis, Hidden, Reason } from '../../_parts/form-parts.tsx';
import { placeOffset } from '../actions.ts';
import { KeepTyped } from './keep-typed.tsx';
import type { OffsetAnswer, OffsetFields } from './offset.ts';
import { scanNames } from './scan.ts';

type Props = {
  locale: Locale;
  path: string;
  view: CaseView;
  answer: Answer;
  fields: OffsetFields;
  offset: OffsetAnswer | null;
  /** What stands in the address for the other forms of the page. */
  others: Record<string, string>;
};

/** "2 km north of X, towards Y": first drawn, by an address that can be kept; then saved with its reason. */
export async function OffsetForm({ locale, path, view, answer, fields, offset, others }: Props) {
  const t = await getTranslations({ locale, namespace: 'location' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const errorOf = (field: string) =>
    offset && !offset.ok && offset.field === field
      ? t(`offset.mistakes.${offset.key}` as 'offset.mistakes.place_required')
      : undefined;
  const field = (name: keyof OffsetFields) => ({ name, defaultValue: fields[name], error: errorOf(name) });
  const winds = compassPoints.map((value) => ({ value, label: values(`compassPoints.${value}`) }));
  const precisions = Object.keys(directionPrecisions).map((value) => ({
    value,
    label: t(`offset.precisions.${value as 'eighth'}`),
  }));
  const hits = offset?.hits ?? [];
  return (
    <section aria-labelledby="offset-title">
      <h2 id="offset-title">{t('offset.title')}</h2>
      <form method="get" id="offset-form">
        <input type="hidden" name="report" value={view.report.id} />
        <Hidden fields={others} />
        <KeepTyped from="scan-form" fields={others} names={scanNames} changed="kept" />
        <TextField {...field('from')} label={t('offset.from')} hint={t('offset.fromHint')} />
        {hits.length > 1 && (
          <SelectField
            {...field('place')}
            label={t('offset.which')}
            options={hits.map((place) => ({
              value: place.id,
              label: formatAddress(locale, { settlement: bothNames(place, locale), district: place.district?.label }),
            }))}
          />
        )}
        <TextField {...field('distance')} label={t('offset.distance')} inputMode="decimal" width="short" />
        <SelectField
          {...field('unit')}
          label={t('offset.unit')}
          options={(['km', 'm'] as const).map((value) => ({ value, label: t(`offset.units.${value}`) }))}
        />
        <SelectField {...field('direction')} label={t('offset.direction')} options={winds} />
        <TextField {...field('towards')} label={t('offset.towards')} />
        <SelectField
          {...field('precision')}
          defaultValue={fields.precision ?? 'eighth'}
          label={t('offset.precision')}
          options={precisions}
        />
        <TextField {...field('extent')} label={t('offset.extent')} inputMode="decimal" width="short" />
        <Button kind="second">{t('offset.draw')}</Button>
      </form>
      {offset?.ok && (
        <form action={placeOffset.bind(null, locale, path)}>
          <p role="status">
            {t('offset.sum', {
              place: bothNames(offset.built.place, locale),
              radius: formatDistance(locale, offset.built.radiusMetres),
              extent: formatDistance(locale, offset.built.terms.extent),
              coordinates: formatDistance(locale, offset.built.terms.coordinates),
              distance: formatDistance(locale, offset.built.terms.distance),
              degrees: formatNumber(locale, offset.built.terms.degrees),
              bearing: formatNumber(locale, offset.built.claim.bearingDegrees, 0),
            })}
          </p>
          <Basis view={view} />
          <KeepTyped from="scan-form" fields={others} names={scanNames} changed="kept" />
          <Hidden fields={{ ...fields, place: offset.built.place.id }} />
          <SelectField
            name="offset-positionOf"
            label={t('positionOf')}
            options={positionsOf.map((value) => ({ value, label: values(`positionsOf.${value}`) }))}
          />
          <Reason form="offset" label={t('reason')} answer={answer} />
          <Button>{t('save')}</Button>
        </form>
      )}
    </section>
  );
}

import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formatDecimal } from '../../../../../lib/geo/format-coordinates.ts';
import { shapeKinds } from '../../../../../lib/geo/parse-vertices.ts';
import type { PlacedScan } from '../../../../../lib/geo/place-scan.ts';
import { formatDistance, formatNumber } from '../../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { datums, positionsOf } from '../../../../../lib/reports/input.ts';
import type { CaseView } from '../../../../../lib/triage/get-case.ts';
import { Button } from '../../../../_ui/button.tsx';
import { DataTable } from '../../../../_ui/data-table.tsx';
import { SelectField, TextArea, TextField } from '../../../../_ui/form/text-field.tsx';
import type { Answer } from '../../_parts/answer.ts';
import { Basis, Hidden, Reason } from '../../_parts/form-parts.tsx';
import { placeFromScan } from '../scan-actions.ts';
import { KeepTyped } from './keep-typed.tsx';
import { offsetNames } from './offset.ts';
import type { ScanFields } from './scan.ts';

type Props = {
  locale: Locale;
  path: string;
  view: CaseView;
  answer: Answer;
  fields: ScanFields;
  /** What stands in the address for the other form of the page. */
  others: Record<string, string>;
  scan: PlacedScan | null;
  /** The image to click on, where one was sent. */
  board: ReactNode;
  /** Taking that image away again. */
  removal: ReactNode;
  /** The images and the field for another one. */
  children: ReactNode;
};

/** A feature of a scanned map or sketch by control points; the residuals stand there before anything is saved. */
export async function ScanForm({ locale, path, view, answer, fields, others, scan, board, removal, children }: Props) {
  const t = await getTranslations({ locale, namespace: 'location' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const errorOf = (name: string) => {
    if (!scan || scan.ok || scan.field !== name) return undefined;
    const key = `scan.mistakes.${scan.code}` as 'scan.mistakes.other';
    return `${scan.line ? `${t('scan.line', { line: scan.line })}: ` : ''}${t.has(key) ? t(key) : t('scan.mistakes.other')}`;
  };
  const field = (name: 'points' | 'feature') => ({ name, defaultValue: fields[name], error: errorOf(name) });
  return (
    <section aria-labelledby="scan-title">
      <h2 id="scan-title">{t('scan.title')}</h2>
      <p className="small quiet">{t('scan.lead')}</p>
      <form
        id="scan-form"
        method="post"
        encType="multipart/form-data"
        action={`/${locale}/triage/location/scans/${view.report.id}`}
      >
        <input type="hidden" name="report" value={view.report.id} />
        <Hidden fields={others} />
        <KeepTyped from="offset-form" fields={others} names={offsetNames} />
        {children}
        {board}
        {fields.scan && <input type="hidden" name="scan" value={fields.scan} />}
        <TextArea {...field('points')} label={t('scan.points')} hint={t('scan.pointsHint')} rows={5} />
        <SelectField
          name="scanDatum"
          label={t('scan.datum')}
          defaultValue={fields.scanDatum}
          options={datums.map((value) => ({ value, label: values(`datums.${value}`) }))}
        />
        <SelectField
          name="scanKind"
          label={t('shape.kind')}
          defaultValue={fields.scanKind}
          options={shapeKinds.map((value) => ({ value, label: t(`shape.kinds.${value}`) }))}
        />
        <TextArea {...field('feature')} label={t('scan.feature')} hint={t('scan.featureHint')} rows={4} />
        <TextField
          name="drawing"
          label={t('scan.drawing')}
          defaultValue={fields.drawing ?? '50'}
          inputMode="decimal"
          width="short"
        />
        <Button kind="second" name="act" value="fit" formNoValidate>
          {t('scan.fit')}
        </Button>
      </form>
      {removal}
      {scan?.ok && (
        <>
          <p role="status">
            {t('scan.result', {
              rmse: scan.fit.rmseMetres === null ? '–' : formatDistance(locale, scan.fit.rmseMetres),
              leaveOneOut:
                scan.fit.leaveOneOutMetres === null ? '–' : formatDistance(locale, scan.fit.leaveOneOutMetres),
              error: formatDistance(locale, scan.uncertaintyMetres),
            })}{' '}
            {scan.fit.rmseMetres === null && t('scan.three')}
          </p>
          <DataTable
            id="residuals"
            caption={t('scan.residuals')}
            columns={[
              { key: 'pixel', label: t('scan.pixel') },
              { key: 'ground', label: t('scan.ground') },
              { key: 'residual', label: t('scan.residual'), numeric: true },
            ]}
            rows={scan.points.map(({ x, y, lngLat }, i) => ({
              key: `${x} ${y}`,
              cells: {
                pixel: `${formatNumber(locale, x)}; ${formatNumber(locale, y)}`,
                ground: formatDecimal(lngLat),
                residual: formatDistance(locale, scan.fit.residuals[i]!),
              },
            }))}
          />
          <form action={placeFromScan.bind(null, locale, path)}>
            <Basis view={view} />
            <KeepTyped from="offset-form" fields={others} names={offsetNames} />
            <Hidden fields={fields} />
            <SelectField
              name="scan-positionOf"
              label={t('positionOf')}
              options={positionsOf.map((value) => ({ value, label: values(`positionsOf.${value}`) }))}
            />
            <Reason form="scan" label={t('reason')} answer={answer} />
            <Button>{t('save')}</Button>
          </form>
        </>
      )}
    </section>
  );
}

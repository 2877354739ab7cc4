import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { shapeKinds } from '../../../../../lib/geo/parse-vertices.ts';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { datums, locationMethods, positionsOf } from '../../../../../lib/reports/input.ts';
import type { CaseView } from '../../../../../lib/triage/get-case.ts';
import { Button } from '../../../../_ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../../../_ui/form/text-field.tsx';
import { WatchedForm } from '../../../../_ui/form/watched-form.tsx';
import type { Answer } from '../../_parts/answer.ts';
import { Basis } from '../../_parts/form-parts.tsx';
import { placeShape } from '../actions.ts';

type Props = {
  locale: Locale;
  path: string;
  view: CaseView;
  answer: Answer;
  /** The map to draw it on, and what goes along with it. */
  children: ReactNode;
};

/** A point, a line (fence, trench) or a polygon by its vertices; the error is that of the position, never the extent. */
export async function ShapeForm({ locale, path, view, answer, children }: Props) {
  const t = await getTranslations({ locale, namespace: 'location' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const field = (name: string, otherwise?: string) => ({
    name: `shape-${name}`,
    error: answer.errorOf('shape', name),
    defaultValue: answer.valueOf('shape', name) ?? otherwise,
  });
  const methods = locationMethods.filter((one) => one !== 'text_only' && one !== 'direction_distance');
  return (
    <section aria-labelledby="shape-title">
      <h2 id="shape-title">{t('shape.title')}</h2>
      <WatchedForm action={placeShape.bind(null, locale, path)} unsaved={triage('unsaved')}>
        <Basis view={view} />
        <SelectField
          {...field('kind')}
          label={t('shape.kind')}
          options={shapeKinds.map((value) => ({ value, label: t(`shape.kinds.${value}`) }))}
        />
        {children}
        <TextArea {...field('vertices')} label={t('shape.vertices')} hint={t('shape.verticesHint')} rows={6} />
        <SelectField
          {...field('datum')}
          label={t('shape.datum')}
          options={datums.map((value) => ({ value, label: values(`datums.${value}`) }))}
        />
        <TextField
          {...field('width')}
          label={t('draw.width')}
          hint={t('draw.widthHint')}
          inputMode="decimal"
          width="short"
        />
        <TextField
          {...field('uncertaintyMetres')}
          label={t('shape.error')}
          hint={t('shape.errorHint')}
          inputMode="decimal"
          width="short"
        />
        <SelectField
          {...field('method', 'map_pin')}
          label={t('method')}
          options={methods.map((value) => ({ value, label: values(`locationMethods.${value}`) }))}
        />
        <SelectField
          {...field('positionOf', 'event')}
          label={t('positionOf')}
          options={positionsOf.map((value) => ({ value, label: values(`positionsOf.${value}`) }))}
        />
        <TextArea {...field('reason')} label={t('reason')} rows={2} />
        <Button>{t('save')}</Button>
      </WatchedForm>
    </section>
  );
}

'use server';

import { Problem } from '../../../../lib/errors.ts';
import { parseVertices, type ShapeKind, shapeKinds } from '../../../../lib/geo/parse-vertices.ts';
import { type Locale, locales } from '../../../../lib/i18n/locales.ts';
import { addLocationClaim } from '../../../../lib/triage/add-location-claim.ts';
import { widenLine } from '../../../../lib/triage/widen-line.ts';
import { formAction } from '../../../_http/form-action.ts';
import { keptPath } from './_parts/kept-path.ts';
import { buildOffset } from './_parts/offset.ts';
import { scanNames } from './_parts/scan.ts';

type Values = Record<string, string>;
const edit = (form: string, values: Values) => ({
  reportId: values.reportId,
  version: Number(values.version),
  reason: values[`${form}-reason`]?.trim() ?? '',
  positionOf: values[`${form}-positionOf`],
});
const refused = (field: string, key: string) => new Problem('invalid_input', { fields: { [field]: key } });

/** The offset is computed here again from its words: what the browser drew is no evidence. */
export async function placeOffset(locale: string, path: string, data: FormData) {
  await formAction(
    { locale, path: keptPath(path, data, [...scanNames, 'kept']), form: 'offset' },
    data,
    async (ctx, values) => {
      const known = locales.find((one): one is Locale => one === locale) ?? 'en';
      const answer = await buildOffset(ctx, known, values);
      if (!answer.ok) throw refused(answer.field, answer.key);
      const { place, claim } = answer.built;
      await addLocationClaim(ctx, {
        ...edit('offset', values),
        ...claim,
        method: 'direction_distance',
        placeId: place.id,
        inputText: `${values.distance} ${values.unit}, ${values.towards || values.direction}, ${place.label}`.slice(
          0,
          500,
        ),
      });
      return { done: 'claim' };
    },
  );
}

/** A point, line or polygon by its vertices. */
export async function placeShape(locale: string, path: string, data: FormData) {
  await formAction({ locale, path: keptPath(path, data), form: 'shape' }, data, async (ctx, values) => {
    const kind = shapeKinds.find((one): one is ShapeKind => one === values['shape-kind']) ?? 'point';
    const datum = values['shape-datum'] === 'sk42' ? 'sk42' : values['shape-datum'] === 'unknown' ? 'unknown' : 'wgs84';
    const text = values['shape-vertices'] ?? '';
    const parsed = parseVertices(text, kind, datum);
    if (!parsed.ok) {
      const key = parsed.code.startsWith('too_') ? parsed.code : `coordinates_${parsed.code}`;
      throw refused('vertices', key);
    }
    const width = (values['shape-width'] ?? '').trim().replace(',', '.');
    const { geometry } = parsed;
    if (width !== '' && geometry.type !== 'LineString') throw refused('width', 'width_invalid');
    const told = Number((values['shape-uncertaintyMetres'] ?? '').replace(',', '.'));
    await addLocationClaim(ctx, {
      ...edit('shape', values),
      geometry:
        width !== '' && geometry.type === 'LineString' ? await widenLine(ctx, geometry, Number(width)) : geometry,
      uncertaintyMetres: told > 0 ? Math.max(told, Math.ceil(parsed.precisionMetres)) : told,
      method: values['shape-method'],
      datum,
      inputText: [text.trim(), width && `± ${width} m`].filter(Boolean).join('\n').slice(0, 500),
    });
    return { done: 'claim' };
  });
}

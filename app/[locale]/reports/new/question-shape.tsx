import { formatDistance, measureFormat } from '../../../../lib/i18n/formats.ts';
import { one } from '../../../../lib/reports/form/answers.ts';
import { isShape, offChoices, type ToldShape, toldShapes } from '../../../../lib/reports/form/told-shape.ts';
import { datums, type ReportKind } from '../../../../lib/reports/input.ts';
import { SelectField, TextArea } from '../../../_ui/form/text-field.tsx';
import { tileSource } from '../../../_ui/map/map-words.ts';
import { tileHost } from '../../../_ui/shell/tile-host.ts';
import { type Asking, field, options } from './asking.ts';

/** A line and an area, where something lies that may be one; and wherever one was told already. */
export function shapeChoices(asking: Asking, kind: ReportKind | undefined) {
  if (!kind?.startsWith('hazard_') && !isShape(one(asking.values, 'where'))) return [];
  return toldShapes.map((shape) => ({
    value: shape,
    label: asking.t(`place.${shape}`),
    hint: asking.t(`place.${shape}Hint`),
    more: <Shape asking={asking} shape={shape} />,
  }));
}

/** Where the script puts the map, after the tap that asks for it; and who learns of it. */
export function MapFrame({ asking: { t } }: { asking: Asking }) {
  const { url, attribution, finest } = tileSource();
  return (
    <>
      <p className="hint">{t('place.mapFrom', { host: tileHost() })}</p>
      <div className="pin-map" hidden data-tiles={url} data-finest={finest} data-attribution={attribution} />
    </>
  );
}

/** Its points, typed one a row; a script offers a map, each tap of which writes such a row. */
function Shape({ asking, shape }: { asking: Asking; shape: ToldShape }) {
  const { t, common, locale, values, prefix = '' } = asking;
  const { defaultValue: datum, ...datumField } = field(asking, `${shape}Datum`);
  const off = offChoices.map((metres) => ({
    value: String(metres),
    label: t('place.upTo', { distance: formatDistance(locale, metres) }),
  }));
  return (
    <>
      <p>{t('place.shapeHow')}</p>
      <div className="script-part">
        <input
          type="hidden"
          name={`${prefix}${shape}Zoom`}
          data-gets="zoom"
          defaultValue={one(values, `${shape}Zoom`)}
        />
        <button type="button" className="button button-second" data-map={shape} data-label={t('place.drawLabel')}>
          {t('place.draw')}
        </button>
        <p className="hint">{t('place.mapHint')}</p>
        <MapFrame asking={asking} />
        <div hidden>
          <p className="hint">{t(`place.${shape}How`)}</p>
          <div className="draw-tools">
            <button type="button" className="button button-second" data-done="">
              {t('place.done')}
            </button>
            <button type="button" className="button button-second" data-undo="">
              {t('place.undo')}
            </button>
          </div>
        </div>
        <p
          role="status"
          className="found"
          data-drawn={t(`place.${shape}Drawn`, { count: '{count}', length: '{length}' })}
          data-units={JSON.stringify(measureFormat(locale))}
        />
      </div>
      <TextArea
        {...field(asking, `${shape}Points`)}
        label={t(`place.${shape}Points`)}
        hint={t(`place.${shape}PointsHint`)}
        rows={4}
        autoComplete="off"
        spellCheck={false}
      />
      <SelectField
        {...datumField}
        label={t('place.datum')}
        defaultValue={datum || 'wgs84'}
        options={options(asking, 'datums', datums)}
        width="full"
      />
      <SelectField
        {...field(asking, `${shape}Off`)}
        label={t('place.off')}
        options={[{ value: '', label: common('dontKnow') }, ...off]}
      />
    </>
  );
}

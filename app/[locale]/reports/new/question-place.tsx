import { compassPoints } from '../../../../lib/geo/offset.ts';
import type { PlaceHit } from '../../../../lib/places/search-places.ts';
import { one } from '../../../../lib/reports/form/answers.ts';
import { kindOf, mayRepeat, prefixOf } from '../../../../lib/reports/form/steps.ts';
import { datums, languages } from '../../../../lib/reports/input.ts';
import { Choices } from '../../../_ui/form/choices.tsx';
import { SelectField, TextArea, TextField } from '../../../_ui/form/text-field.tsx';
import { AddAnother } from './add-another.tsx';
import { type Asking, askingFor, field, options } from './asking.ts';
import { positionsOfKind } from './positions-of-kind.ts';
import { MapFrame, shapeChoices } from './question-shape.tsx';

/** Where it was, by whatever the reader knows: a name, a map, a phone, numbers, a district or plain words. */
export function Place({ asking: whole }: { asking: Asking }) {
  const kind = kindOf(whole.values);
  const asking = askingFor(whole, prefixOf(whole.step));
  const further = asking.prefix !== '';
  const door = one(whole.values, 'door') || 'know';
  const { t, common } = asking;
  const { defaultValue, ...text } = field(asking, 'where');
  const choices = [
    { value: 'name', label: t('place.name'), hint: t('place.nameHint'), more: <ByName asking={asking} /> },
    { value: 'gps', label: t('place.gps'), hint: t('place.gpsHint'), more: <ByPhone asking={asking} /> },
    { value: 'map', label: t('place.map'), hint: t('place.mapHint'), more: <ByMap asking={asking} /> },
    ...shapeChoices(asking, kind),
    ...(kind === 'hazard_knowledge'
      ? [{ value: 'oldMap', label: t('place.oldMap'), hint: t('place.oldMapHint'), more: <ByOldMap asking={asking} /> }]
      : []),
    { value: 'coordinates', label: t('place.coordinates'), more: <ByCoordinates asking={asking} /> },
    { value: 'district', label: t('place.district'), more: <ByDistrict asking={asking} /> },
    {
      value: 'words',
      label: t('place.words'),
      more: <TextArea {...field(asking, 'placeWords')} label={t('place.wordsLabel')} rows={3} maxLength={500} />,
    },
    ...(further ? [{ value: '', label: t('place.noOther') }] : []),
  ];
  return (
    <>
      <Choices
        {...text}
        pageHeading
        label={t(further ? 'place.titleFurther' : `place.title_${door}`)}
        hint={
          <>
            {common('whyWeAsk')}: {t(further ? 'place.whyFurther' : 'place.why')}
          </>
        }
        chosen={defaultValue}
        options={choices}
      />
      {further && (
        <SelectField
          {...field(asking, 'positionOf')}
          label={t('positionOf.title')}
          options={options(asking, 'positionsOf', positionsOfKind(kind))}
        />
      )}
      {mayRepeat(whole.values, 'place') && <AddAnother>{t(`place.another_${door}`)}</AddAnother>}
    </>
  );
}

function ByOldMap({ asking }: { asking: Asking }) {
  const { t, values } = asking;
  return (
    <>
      <TextArea
        {...field(asking, 'mapSheet')}
        label={t('place.mapSheet')}
        hint={t('place.mapSheetHint')}
        rows={3}
        maxLength={400}
      />
      <TextField
        {...field(asking, 'mapCoordinates')}
        label={t('place.mapCoordinates')}
        hint={t('place.coordinatesHint')}
      />
      <SelectField
        {...field(asking, 'mapDatum')}
        label={t('place.datum')}
        defaultValue={one(values, 'mapDatum') || 'sk42'}
        options={options(asking, 'datums', datums)}
        width="full"
      />
    </>
  );
}

function Offset({ asking, from }: { asking: Asking; from: 'name' | 'gps' }) {
  const directions = [
    { value: '', label: asking.common('dontKnow') },
    ...options(asking, 'compassPoints', compassPoints),
  ];
  return (
    <div className="pair">
      <TextField
        {...field(asking, `${from}Km`)}
        label={asking.t(`place.${from}Km`)}
        width="short"
        inputMode="decimal"
      />
      <SelectField
        {...field(asking, `${from}Direction`)}
        label={asking.t(`place.${from}Direction`)}
        options={directions}
        width="full"
      />
    </div>
  );
}

function ByName({ asking }: { asking: Asking }) {
  const { t, picks, values, prefix = '' } = asking;
  const asked = one(values, 'placeNameAsked');
  return (
    <>
      <TextField {...field(asking, 'placeName')} label={t('place.nameLabel')} autoComplete="off" maxLength={100} />
      {picks && (
        <>
          <input type="hidden" name={`${prefix}placeNameAsked`} value={one(values, 'placeName')} />
          <Choices
            name={`${prefix}placeId`}
            error={asking.errors.placeId && asking.error(asking.errors.placeId)}
            label={picks.length > 0 ? t('place.which', { count: picks.length }) : t('place.notFound')}
            chosen={one(values, 'placeId')}
            options={[
              ...picks.map((place) => ({
                value: place.id,
                label: place.label,
                hint: <OtherNames asking={asking} place={place} />,
              })),
              { value: 'none', label: t('place.noneOfThese') },
            ]}
          />
        </>
      )}
      {!picks && asked && (
        <>
          <input type="hidden" name={`${prefix}placeNameAsked`} value={asked} />
          <input type="hidden" name={`${prefix}placeId`} value={one(values, 'placeId')} />
        </>
      )}
      <Offset asking={asking} from="name" />
      <SelectField
        {...field(asking, 'placeLanguage')}
        label={t('place.language')}
        options={[{ value: '', label: asking.common('dontKnow') }, ...options(asking, 'languages', languages)]}
      />
    </>
  );
}

function OtherNames({ asking, place }: { asking: Asking; place: PlaceHit }) {
  const names = [...new Set([place.names.az[0], place.names.hy[0], place.names.ru[0], place.names.en[0]])];
  const others = names.filter((name) => name && name !== place.label);
  return (
    <>
      {[asking.label('placeKinds', place.kind), ...others].join(' · ')}
      {place.district && ` — ${place.district.label}`}
    </>
  );
}

/** Hidden until a script says that it can fill them. */
function ByPhone({ asking }: { asking: Asking }) {
  const { t, values, prefix = '' } = asking;
  return (
    <div className="script-only">
      {['gpsLat', 'gpsLng', 'gpsAccuracy'].map((name) => (
        <input key={name} type="hidden" name={prefix + name} data-gets={name} defaultValue={one(values, name)} />
      ))}
      <button
        type="button"
        className="button button-second"
        data-gps=""
        data-wait={t('place.gpsWait')}
        data-failed={t('place.gpsFailed')}
        data-found={t('place.gpsFound')}
      >
        {t('place.gpsButton')}
      </button>
      <p role="status" className="found">
        {one(values, 'gpsLat') && `${one(values, 'gpsLat')}, ${one(values, 'gpsLng')}`}
      </p>
      <p>{t('place.gpsThen')}</p>
      <Offset asking={asking} from="gps" />
    </div>
  );
}

function ByMap({ asking }: { asking: Asking }) {
  const { t, values, prefix = '' } = asking;
  return (
    <div className="script-only">
      {['pinLat', 'pinLng', 'pinZoom'].map((name) => (
        <input key={name} type="hidden" name={prefix + name} data-gets={name} defaultValue={one(values, name)} />
      ))}
      <button type="button" className="button button-second" data-map="point" data-label={t('place.mapLabel')}>
        {t('place.mapButton')}
      </button>
      <MapFrame asking={asking} />
      <p className="hint">{t('place.mapHow')}</p>
      <p role="status" className="found">
        {one(values, 'pinLat') && `${one(values, 'pinLat')}, ${one(values, 'pinLng')}`}
      </p>
    </div>
  );
}

function ByCoordinates({ asking }: { asking: Asking }) {
  const { t, meant, values, prefix = '' } = asking;
  const { defaultValue: _, ...datum } = field(asking, 'datum');
  return (
    <>
      <TextField
        {...field(asking, 'coordinates')}
        label={t('place.coordinatesLabel')}
        hint={t('place.coordinatesHint')}
      />
      {meant && (
        <div className="choice">
          <input type="checkbox" id={`${prefix}coordinatesMeant`} name={`${prefix}coordinatesMeant`} value={meant} />
          <label htmlFor={`${prefix}coordinatesMeant`}>{t('place.meant', { meant })}</label>
        </div>
      )}
      <SelectField
        {...datum}
        label={t('place.datum')}
        defaultValue={one(values, 'datum') || 'wgs84'}
        options={options(asking, 'datums', datums)}
        width="full"
      />
    </>
  );
}

function ByDistrict({ asking }: { asking: Asking }) {
  const all = (asking.districts ?? []).map(({ id, label }) => ({ value: id, label }));
  return (
    <SelectField
      {...field(asking, 'districtId')}
      label={asking.t('place.districtLabel')}
      options={[{ value: '', label: asking.t('choose') }, ...all]}
    />
  );
}

import { env } from '../../../../lib/env.ts';
import { compassPoints } from '../../../../lib/geo/offset.ts';
import type { PlaceHit } from '../../../../lib/places/search-places.ts';
import { one } from '../../../../lib/reports/form/answers.ts';
import { datums } from '../../../../lib/reports/input.ts';
import { Choices } from '../../../_ui/form/choices.tsx';
import { SelectField, TextArea, TextField } from '../../../_ui/form/text-field.tsx';
import { type Asking, field, options } from './asking.ts';

/** Where it was, by whatever the reader knows: a name, a map, a phone, numbers, a district or plain words. */
export function Place({ asking }: { asking: Asking }) {
  const { t, common } = asking;
  const { defaultValue, ...text } = field(asking, 'where');
  const choices = [
    { value: 'name', label: t('place.name'), hint: t('place.nameHint'), more: <ByName asking={asking} /> },
    { value: 'gps', label: t('place.gps'), hint: t('place.gpsHint'), more: <ByPhone asking={asking} />, script: true },
    { value: 'map', label: t('place.map'), hint: t('place.mapHint'), more: <ByMap asking={asking} />, script: true },
    { value: 'coordinates', label: t('place.coordinates'), more: <ByCoordinates asking={asking} /> },
    { value: 'district', label: t('place.district'), more: <ByDistrict asking={asking} /> },
    {
      value: 'words',
      label: t('place.words'),
      more: <TextArea {...field(asking, 'placeWords')} label={t('place.wordsLabel')} rows={3} maxLength={500} />,
    },
  ];
  return (
    <Choices
      {...text}
      pageHeading
      label={t(`place.title_${one(asking.values, 'door') || 'know'}`)}
      hint={
        <>
          {common('whyWeAsk')}: {t('place.why')}
        </>
      }
      chosen={defaultValue}
      options={choices.map(({ script: _, ...choice }) => choice)}
    />
  );
}

function Offset({ asking, prefix }: { asking: Asking; prefix: 'name' | 'gps' }) {
  const directions = [
    { value: '', label: asking.common('dontKnow') },
    ...options(asking, 'compassPoints', compassPoints),
  ];
  return (
    <div className="pair">
      <TextField
        {...field(asking, `${prefix}Km`)}
        label={asking.t(`place.${prefix}Km`)}
        width="short"
        inputMode="decimal"
      />
      <SelectField
        {...field(asking, `${prefix}Direction`)}
        label={asking.t(`place.${prefix}Direction`)}
        options={directions}
        width="full"
      />
    </div>
  );
}

function ByName({ asking }: { asking: Asking }) {
  const { t, picks, values } = asking;
  const asked = one(values, 'placeNameAsked');
  return (
    <>
      <TextField {...field(asking, 'placeName')} label={t('place.nameLabel')} autoComplete="off" maxLength={100} />
      {picks && (
        <>
          <input type="hidden" name="placeNameAsked" value={one(values, 'placeName')} />
          <Choices
            name="placeId"
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
          <input type="hidden" name="placeNameAsked" value={asked} />
          <input type="hidden" name="placeId" value={one(values, 'placeId')} />
        </>
      )}
      <Offset asking={asking} prefix="name" />
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
  const { t, values } = asking;
  return (
    <div className="script-only">
      {['gpsLat', 'gpsLng', 'gpsAccuracy'].map((name) => (
        <input key={name} type="hidden" name={name} defaultValue={one(values, name)} />
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
      <Offset asking={asking} prefix="gps" />
    </div>
  );
}

function ByMap({ asking }: { asking: Asking }) {
  const { t, values } = asking;
  const { TILE_URL: tileUrl, TILE_ATTRIBUTION: tileAttribution } = env();
  return (
    <div className="script-only">
      {['pinLat', 'pinLng', 'pinZoom'].map((name) => (
        <input key={name} type="hidden" name={name} defaultValue={one(values, name)} />
      ))}
      <button type="button" className="button button-second" data-map="" data-label={t('place.mapLabel')}>
        {t('place.mapButton')}
      </button>
      <div className="pin-map" hidden data-tiles={tileUrl} data-attribution={tileAttribution} />
      <p className="hint">{t('place.mapHow')}</p>
      <p role="status" className="found">
        {one(values, 'pinLat') && `${one(values, 'pinLat')}, ${one(values, 'pinLng')}`}
      </p>
    </div>
  );
}

function ByCoordinates({ asking }: { asking: Asking }) {
  const { t, meant, values } = asking;
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
          <input type="checkbox" id="coordinatesMeant" name="coordinatesMeant" value={meant} />
          <label htmlFor="coordinatesMeant">{t('place.meant', { meant })}</label>
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

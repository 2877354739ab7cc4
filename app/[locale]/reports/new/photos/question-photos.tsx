import { measureFormat } from '../../../../../lib/i18n/formats.ts';
import { mostPhotos } from '../../../../../lib/media/input.ts';
import { photosIn } from '../../../../../lib/reports/form/told-photos.ts';
import { Field } from '../../../../_ui/form/field.tsx';
import type { Asking } from '../asking.ts';

/** Photos that there are already; nothing on the page asks for a new one. */
export function Photos({ asking }: { asking: Asking }) {
  const { t, locale, common, values, errors, error, photos = [], refusedFiles = [] } = asking;
  const told = photosIn(values).flatMap(({ id }) => photos.find((photo) => photo.id === id) ?? []);
  const many = refusedFiles.length > 1;
  return (
    <>
      <h1>{t('photos.title')}</h1>
      <p>{t('photos.only')}</p>
      <p className="quiet">
        {common('whyWeAsk')}: {t('photos.why')}
      </p>
      {told.length > 0 && (
        <>
          <h2>{t('photos.chosen', { count: told.length })}</h2>
          <ul className="photo-list">
            {told.map(({ id, thumbnail, takenAt }, i) => (
              <li key={id}>
                <img src={thumbnail} alt={t('photos.photo', { number: i + 1 })} width={96} />
                <div>
                  <button type="submit" className="link-button" name="go" value={`removePhoto:${id}`}>
                    {t('photos.remove')}
                    <span className="visually-hidden"> {t('photos.photo', { number: i + 1 })}</span>
                  </button>
                  {takenAt && (
                    <div className="choice">
                      <input
                        type="checkbox"
                        id={`place-${id}`}
                        name="photoPlaces"
                        value={id}
                        defaultChecked={values.photoPlaces?.includes(id)}
                      />
                      <label htmlFor={`place-${id}`}>
                        <span>
                          {t('photos.usePlace', { place: `${takenAt.lat.toFixed(4)}, ${takenAt.lng.toFixed(4)}` })}
                        </span>
                      </label>
                    </div>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {many && (
        <ul className="field-error">
          {refusedFiles.map(({ number, key }) => (
            <li key={number}>
              {t('photos.file', { number })}: {error(key)}
            </li>
          ))}
        </ul>
      )}
      {told.length < mostPhotos && (
        <>
          <Field
            name="photos"
            label={t(told.length > 0 ? 'photos.more' : 'photos.label')}
            hint={t('photos.hint', { count: mostPhotos })}
            error={errors.photos && error(errors.photos)}
          >
            <input
              type="file"
              id="photos"
              name="photo"
              multiple
              accept="image/jpeg,image/png,image/webp"
              aria-describedby={errors.photos ? 'photos-hint photos-error' : 'photos-hint'}
              aria-invalid={errors.photos ? true : undefined}
            />
          </Field>
          <p
            className="quiet script-only"
            role="status"
            data-photo-cost={t('photos.cost', { size: '{size}' })}
            data-units={JSON.stringify(measureFormat(locale))}
          />
          <button type="submit" className="button button-second" name="go" value="addPhotos">
            {t('photos.add')}
          </button>
        </>
      )}
      {told.length >= mostPhotos && errors.photos && (
        <p className="field-error" id="photos">
          {error(errors.photos)}
        </p>
      )}
    </>
  );
}

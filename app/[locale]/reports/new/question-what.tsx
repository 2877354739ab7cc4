import { Drawing, type DrawingName } from '../../../_ui/drawings/drawing.tsx';
import { Choices } from '../../../_ui/form/choices.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import { site } from '../../../_ui/shell/site.ts';
import { type Asking, field } from './asking.ts';

const doors: [string, DrawingName][] = [
  ['human', 'person_hurt'],
  ['animal', 'goat'],
  ['know', 'knowledge'],
];

/** Three doors, one tap each. */
export function Door({ asking: { t, errors, error } }: { asking: Asking }) {
  return (
    <>
      <h1>{t('door.title')}</h1>
      {errors.door && <p className="field-error">{error(errors.door)}</p>}
      <div className="doors">
        {doors.map(([value, drawing], i) => (
          <button
            key={value}
            id={i === 0 ? 'door' : undefined}
            type="submit"
            className="door-button"
            name="door"
            value={value}
          >
            <Drawing name={drawing} />
            <span>
              <strong>{t(`door.${value}`)}</strong>
              <span className="hint">{t(`door.${value}Hint`)}</span>
            </span>
          </button>
        ))}
      </div>
    </>
  );
}

const kinds = ['hazard_sighting', 'hazard_knowledge', 'detonation_no_casualty'];

export function Kind({ asking }: { asking: Asking }) {
  const { defaultValue, ...text } = field(asking, 'kind');
  const choices = kinds.map((value) => ({
    value,
    label: asking.t(`kind.${value}`),
    hint: asking.t(`kind.${value}_hint`),
  }));
  return <Choices {...text} pageHeading label={asking.t('kind.title')} chosen={defaultValue} options={choices} />;
}

/** Who lived there must know, before anything is told, what telling may mean. */
export async function Before({ asking: { t } }: { asking: Asking }) {
  const { operator, jurisdiction } = await site();
  return (
    <>
      <h1>{t('before.title')}</h1>
      <Notice kind="warning" title={t('before.doNotSay')}>
        <p>{t('before.courts')}</p>
      </Notice>
      <ul>
        <li>{t('before.risk')}</li>
        <li>{t('before.travel')}</li>
        <li>{t('before.photos')}</li>
        <li>{t('before.kept')}</li>
      </ul>
      <p>
        {t('before.operator', {
          operator: operator ?? t('before.notNamed'),
          servers: jurisdiction ?? t('before.notNamed'),
        })}
      </p>
    </>
  );
}

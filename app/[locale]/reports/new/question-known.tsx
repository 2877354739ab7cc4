import { kindOf } from '../../../../lib/reports/form/steps.ts';
import { indications } from '../../../../lib/reports/input.ts';
import type { DrawingName } from '../../../_ui/drawings/drawing.tsx';
import { Drawing } from '../../../_ui/drawings/drawing.tsx';
import { Choices } from '../../../_ui/form/choices.tsx';
import { TextField } from '../../../_ui/form/text-field.tsx';
import { type Asking, field, options } from './asking.ts';
import { hintAndWhy } from './hint-and-why.tsx';

const drawings: Record<(typeof indications)[number], DrawingName> = {
  object_seen: 'mine_unspecified',
  warning_sign: 'sign',
  fence_or_tape: 'tape',
  laid_mines: 'ap_mine',
  trench_or_position: 'trench',
  ammunition_left: 'axo',
  crater: 'crater',
  old_accident_people: 'person_hurt',
  old_accident_animals: 'goat',
};

/** What speaks for danger there: several may be true. Who laid anything is not asked. */
export function Signs({ asking }: { asking: Asking }) {
  const { t, values } = asking;
  const { defaultValue: _, ...text } = field(asking, 'signs');
  const known = kindOf(values) === 'hazard_knowledge';
  const choices = options(asking, 'indications', indications).map((choice) => ({
    ...choice,
    drawing: <Drawing name={drawings[choice.value as keyof typeof drawings]} />,
  }));
  return (
    <>
      <Choices
        {...text}
        type="checkbox"
        pageHeading
        label={t(known ? 'signs.titleKnown' : 'signs.title')}
        hint={hintAndWhy(asking, 'signs')}
        chosen={values.signs}
        options={choices}
      />
      {known && <p className="quiet">{t('signs.oldAccident')}</p>}
    </>
  );
}

/** From when until when somebody knew the place: what changed since, nobody can have seen. */
export function Period({ asking }: { asking: Asking }) {
  const { t } = asking;
  const year = (name: string) => (
    <TextField {...field(asking, name)} label={t(`period.${name}`)} width="short" inputMode="numeric" maxLength={4} />
  );
  return (
    <>
      <h1>{t('period.title')}</h1>
      <p className="hint">{hintAndWhy(asking, 'period')}</p>
      <div className="pair">
        {year('knownFrom')}
        {year('knownTo')}
      </div>
    </>
  );
}

import { one } from '../../../../lib/reports/form/answers.ts';
import { blastFields, kindOf, mayRepeat, peopleOf, prefixOf, timesOf } from '../../../../lib/reports/form/steps.ts';
import * as lists from '../../../../lib/reports/input.ts';
import { Drawing, drawingFor } from '../../../_ui/drawings/drawing.tsx';
import { Choices } from '../../../_ui/form/choices.tsx';
import { SelectField, TextField } from '../../../_ui/form/text-field.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import { AddAnother } from './add-another.tsx';
import { type Asking, askingFor, field, options, orUnknown } from './asking.ts';
import { hintAndWhy } from './hint-and-why.tsx';

/** Recognised from drawings, never by going to look; one page for each object. */
export function Device({ asking: whole, index }: { asking: Asking; index: number }) {
  const asking = askingFor(whole, prefixOf(whole.step));
  const { t } = asking;
  const { defaultValue, ...text } = field(asking, 'category');
  const unknownFirst = ['unknown', ...lists.deviceCategories.filter((value) => value !== 'unknown')];
  const kinds = options(asking, 'deviceCategories', unknownFirst).map((choice) => ({
    ...choice,
    drawing: choice.value === 'none' ? undefined : <Drawing name={drawingFor(choice.value)} />,
  }));
  return (
    <>
      <Notice kind="warning" title={t('device.doNotGo')} />
      <Choices
        {...text}
        pageHeading
        label={t(index === 0 ? 'device.title' : 'device.titleNext')}
        hint={hintAndWhy(asking, 'device')}
        chosen={defaultValue || 'unknown'}
        options={kinds}
      />
      <SelectField
        {...field(asking, 'basis')}
        label={t('device.basis')}
        options={orUnknown(asking, 'deviceBases', lists.deviceBases)}
      />
      <SelectField
        {...field(asking, 'stacked')}
        label={t('device.stacked')}
        options={orUnknown(asking, 'yesNoUnknown', lists.yesNoUnknown)}
      />
      {mayRepeat(whole.values, 'device') && <AddAnother>{t('device.more')}</AddAnother>}
    </>
  );
}

/** Who or what may have set one off: each person and animal that was told of, where there are several. */
function causes(asking: Asking) {
  const { values, label, t } = asking;
  const kind = kindOf(values);
  const people = kind === 'human_accident' ? peopleOf(values).length : 0;
  const animals = kind === 'animal_accident' || one(values, 'animalsToo') ? timesOf(values, 'animals') : 0;
  return lists.blastCauses.flatMap((value) => {
    const whole = { value: value as string, label: label('blastCauses', value) };
    if (value === 'person' && people > 1)
      return Array.from({ length: people }, (_, i) => ({
        value: `person.${i}`,
        label: t('person.title', { number: i + 1, count: people }),
      }));
    if (value === 'animal' && animals > 1)
      return Array.from({ length: animals }, (_, i) => ({
        value: `animal.${i}`,
        label: label('species', one(values, `a${i}_species`) || 'unknown'),
      }));
    return [whole];
  });
}

/** The goat set off one, the herder the next: each detonation is a place of its own, and may follow one told of before. */
export function Blasts({ asking }: { asking: Asking }) {
  const { t } = asking;
  const { defaultValue, ...text } = field(asking, 'several');
  const none = { value: '', label: t('blasts.none') };
  const choices = options(asking, 'yesNoUnknown', lists.yesNoUnknown).map((choice) => ({
    ...choice,
    more: choice.value === 'yes' && (
      <>
        {blastFields.map((name, i) => (
          <SelectField
            key={name}
            {...field(asking, name)}
            label={t('blasts.which', { number: i + 1 })}
            options={[none, ...causes(asking)]}
          />
        ))}
        <TextField
          {...field(asking, 'followsReceipt')}
          label={t('blasts.follows')}
          hint={t('blasts.followsHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
        />
      </>
    ),
  }));
  return (
    <Choices
      {...text}
      pageHeading
      label={t('blasts.title')}
      hint={hintAndWhy(asking, 'blasts')}
      chosen={defaultValue}
      options={choices}
    />
  );
}

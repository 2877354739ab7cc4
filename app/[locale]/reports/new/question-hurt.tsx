import { one } from '../../../../lib/reports/form/answers.ts';
import { animalGroupsOf, mostAnimalGroups, peopleOf } from '../../../../lib/reports/form/steps.ts';
import * as lists from '../../../../lib/reports/input.ts';
import { Drawing, drawingFor } from '../../../_ui/drawings/drawing.tsx';
import { Choices } from '../../../_ui/form/choices.tsx';
import { SelectField, TextField } from '../../../_ui/form/text-field.tsx';
import { type Asking, field, options, orUnknown } from './asking.ts';

const Count = ({ asking, name, label }: { asking: Asking; name: string; label: string }) => (
  <TextField {...field(asking, name)} label={label} width="short" inputMode="numeric" maxLength={4} />
);

export function People({ asking }: { asking: Asking }) {
  const { t } = asking;
  return (
    <>
      <h1>{t('people.title')}</h1>
      <p className="hint">{t('people.hint')}</p>
      <Count asking={asking} name="killed" label={t('people.killed')} />
      <Count asking={asking} name="injured" label={t('people.injured')} />
      <Count asking={asking} name="outcomeUnknown" label={t('people.unknown')} />
    </>
  );
}

/** One of the people counted; never a name. */
export function Person({ asking, index }: { asking: Asking; index: number }) {
  const { t, values } = asking;
  const people = peopleOf(values);
  const select = (part: string, list: string, all: readonly string[]) => (
    <SelectField
      {...field(asking, `p${index}_${part}`)}
      label={t(`person.${part}`)}
      options={orUnknown(asking, list, all)}
    />
  );
  const outcome = one(values, `p${index}_outcome`) || people[index]?.outcome || 'unknown';
  const { defaultValue: _, ...outcomeText } = field(asking, `p${index}_outcome`);
  return (
    <>
      <h1>{t('person.title', { number: index + 1, count: people.length })}</h1>
      <p className="hint">{t('person.hint')}</p>
      <SelectField
        {...outcomeText}
        label={t('person.outcome')}
        defaultValue={outcome}
        options={options(asking, 'outcomes', lists.outcomes)}
      />
      {select('age', 'ageBands', lists.ageBands)}
      {select('sex', 'sexes', lists.sexes)}
      {select('activity', 'activities', lists.activities)}
      {select('status', 'civilStatuses', lists.civilStatuses)}
      <details open={(values[`p${index}_injuries`] ?? []).length > 0}>
        <summary>{t('person.injuries')}</summary>
        <Choices
          type="checkbox"
          name={`p${index}_injuries`}
          label={t('person.injuriesLabel')}
          chosen={values[`p${index}_injuries`]}
          options={options(asking, 'injuries', lists.injuries)}
          columns
        />
      </details>
    </>
  );
}

export function Animals({ asking, index }: { asking: Asking; index: number }) {
  const { t, values } = asking;
  const { defaultValue, ...text } = field(asking, `a${index}_species`);
  const kinds = options(asking, 'species', lists.species).map((choice) => ({
    ...choice,
    drawing: <Drawing name={drawingFor(choice.value)} />,
  }));
  const groups = animalGroupsOf(values);
  return (
    <>
      <Choices
        {...text}
        pageHeading
        label={index === 0 ? t('animals.title') : t('animals.titleNext')}
        hint={t('animals.hint')}
        chosen={defaultValue}
        options={kinds}
        columns
      />
      <Count asking={asking} name={`a${index}_killed`} label={t('animals.killed')} />
      <Count asking={asking} name={`a${index}_injured`} label={t('animals.injured')} />
      <SelectField
        {...field(asking, `a${index}_role`)}
        label={t('animals.role')}
        options={orUnknown(asking, 'herdRoles', lists.herdRoles)}
      />
      {index === groups - 1 && groups < mostAnimalGroups && (
        <p>
          <button type="submit" className="button button-second" name="go" value="more">
            {t('animals.more')}
          </button>
        </p>
      )}
    </>
  );
}

export function Cause({ asking }: { asking: Asking }) {
  const { t, common } = asking;
  const { defaultValue, ...text } = field(asking, 'cause');
  const human = field(asking, 'humanPresent');
  return (
    <>
      <Choices
        {...text}
        pageHeading
        label={t('cause.title')}
        hint={t('cause.hint')}
        chosen={defaultValue}
        options={[...options(asking, 'causeBases', lists.causeBases), { value: '', label: common('dontKnow') }]}
      />
      <Choices
        name={human.name}
        label={t('cause.human')}
        chosen={human.defaultValue}
        options={options(asking, 'yesNoUnknown', lists.yesNoUnknown)}
      />
    </>
  );
}

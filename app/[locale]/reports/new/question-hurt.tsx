import { one } from '../../../../lib/reports/form/answers.ts';
import { mayRepeat, peopleOf } from '../../../../lib/reports/form/steps.ts';
import * as lists from '../../../../lib/reports/input.ts';
import { Drawing, drawingFor } from '../../../_ui/drawings/drawing.tsx';
import { Choices } from '../../../_ui/form/choices.tsx';
import { SelectField, TextField } from '../../../_ui/form/text-field.tsx';
import { AddAnother } from './add-another.tsx';
import { type Asking, field, options, orUnknown } from './asking.ts';
import { hintAndWhy } from './hint-and-why.tsx';
import { Day } from './question-date.tsx';

const Count = ({ asking, name, label }: { asking: Asking; name: string; label: string }) => (
  <TextField {...field(asking, name)} label={label} width="short" inputMode="numeric" maxLength={4} />
);

export function People({ asking }: { asking: Asking }) {
  const { t, values } = asking;
  return (
    <>
      <h1>{t('people.title')}</h1>
      <p className="hint">{hintAndWhy(asking, 'people')}</p>
      <Count asking={asking} name="killed" label={t('people.killed')} />
      <Count asking={asking} name="injured" label={t('people.injured')} />
      <Count asking={asking} name="outcomeUnknown" label={t('people.unknown')} />
      <div className="choice">
        <input
          type="checkbox"
          id="animalsToo"
          name="animalsToo"
          value="yes"
          defaultChecked={one(values, 'animalsToo') === 'yes'}
        />
        <label htmlFor="animalsToo">{t('people.animalsToo')}</label>
      </div>
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
      <p className="hint">{hintAndWhy(asking, 'person')}</p>
      <Choices
        {...outcomeText}
        label={t('person.outcome')}
        chosen={outcome}
        options={options(asking, 'outcomes', lists.outcomes).map((choice) => ({
          ...choice,
          more: choice.value === 'died_later' && (
            <>
              <p>{t('person.diedOn')}</p>
              <Day asking={asking} prefix={`p${index}_died`} />
            </>
          ),
        }))}
      />
      {select('age', 'ageBands', lists.ageBands)}
      {select('sex', 'sexes', lists.sexes)}
      {select('activity', 'activities', lists.activities)}
      {select('status', 'civilStatuses', lists.civilStatuses)}
      {select('displaced', 'displacements', lists.displacements)}
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
  return (
    <>
      <Choices
        {...text}
        pageHeading
        label={index === 0 ? t('animals.title') : t('animals.titleNext')}
        hint={hintAndWhy(asking, 'animals')}
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
      {mayRepeat(values, 'animals') && <AddAnother>{t('animals.more')}</AddAnother>}
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
        hint={hintAndWhy(asking, 'cause')}
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

import { one } from '../../../../lib/reports/form/answers.ts';
import { blastFields, kindOf } from '../../../../lib/reports/form/steps.ts';
import * as lists from '../../../../lib/reports/input.ts';
import { Drawing, drawingFor } from '../../../_ui/drawings/drawing.tsx';
import { Choices } from '../../../_ui/form/choices.tsx';
import { SelectField, TextArea, TextField } from '../../../_ui/form/text-field.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import { site } from '../../../_ui/shell/site.ts';
import { type Asking, field, options, orUnknown } from './asking.ts';

type Props = { asking: Asking };

function Pick({ asking, name, list, all, title, heading = false }: Props & PickText) {
  const { defaultValue, ...text } = field(asking, name);
  return (
    <Choices
      {...text}
      pageHeading={heading}
      label={asking.t(title)}
      hint={heading ? asking.t(title.replace('.title', '.hint')) : undefined}
      chosen={defaultValue}
      options={options(asking, list, all)}
    />
  );
}
type PickText = { name: string; list: string; all: readonly string[]; title: string; heading?: boolean };

const animalPositions = ['crater', 'animal_found', 'carcass_found', 'last_seen_grazing', 'event'];

export const PositionOf = ({ asking }: Props) => (
  <Pick asking={asking} name="positionOf" list="positionsOf" all={animalPositions} title="positionOf.title" heading />
);

/** A sighting where people live is offered as urgent; no time is promised. */
export async function Urgent({ asking }: Props) {
  const { staffedHours } = await site();
  return (
    <>
      <Pick asking={asking} name="urgent" list="yesNoUnknown" all={lists.yesNoUnknown} title="urgent.title" heading />
      <p>{staffedHours ? asking.t('safety.hours', { hours: staffedHours }) : asking.t('safety.noHours')}</p>
    </>
  );
}

export const Activated = ({ asking }: Props) => (
  <Pick asking={asking} name="activated" list="activations" all={lists.activations} title="activated.title" heading />
);

/** Recognised from drawings, never by going to look. */
export function Device({ asking }: Props) {
  const { t, values } = asking;
  const { defaultValue, ...text } = field(asking, 'device');
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
        label={t('device.title')}
        hint={t('device.hint')}
        chosen={defaultValue || 'unknown'}
        options={kinds}
      />
      <SelectField
        name="deviceBasis"
        label={t('device.basis')}
        defaultValue={one(values, 'deviceBasis')}
        options={orUnknown(asking, 'deviceBases', lists.deviceBases)}
      />
    </>
  );
}

export const Marked = ({ asking }: Props) => (
  <>
    <Pick asking={asking} name="areaMarked" list="yesNoUnknown" all={lists.yesNoUnknown} title="marked.title" heading />
    <Pick asking={asking} name="deviceMarked" list="yesNoUnknown" all={lists.yesNoUnknown} title="marked.device" />
  </>
);

export function Moved({ asking }: Props) {
  const { t } = asking;
  const { defaultValue, ...text } = field(asking, 'moved');
  const by = field(asking, 'movedBy');
  const choices = options(asking, 'yesNoUnknown', lists.yesNoUnknown).map((choice) => ({
    ...choice,
    more: choice.value === 'yes' && (
      <SelectField {...by} label={t('moved.by')} options={orUnknown(asking, 'movers', lists.movers)} />
    ),
  }));
  return (
    <>
      <Choices
        {...text}
        pageHeading
        label={t('moved.title')}
        hint={t('moved.hint')}
        chosen={defaultValue}
        options={choices}
      />
      <Pick asking={asking} name="emplacement" list="emplacements" all={lists.emplacements} title="moved.since" />
    </>
  );
}

/** The goat set off one, the herder the next: each detonation is a place of its own. */
export function Blasts({ asking }: Props) {
  const { t } = asking;
  const { defaultValue, ...text } = field(asking, 'several');
  const none = { value: '', label: t('blasts.none') };
  const choices = options(asking, 'yesNoUnknown', lists.yesNoUnknown).map((choice) => ({
    ...choice,
    more:
      choice.value === 'yes' &&
      blastFields.map((name, i) => (
        <SelectField
          key={name}
          {...field(asking, name)}
          label={t('blasts.which', { number: i + 1 })}
          options={[none, ...options(asking, 'blastCauses', lists.blastCauses)]}
        />
      )),
  }));
  return (
    <Choices
      {...text}
      pageHeading
      label={t('blasts.title')}
      hint={t('blasts.hint')}
      chosen={defaultValue}
      options={choices}
    />
  );
}

export const Description = ({ asking }: Props) => (
  <>
    <h1>
      <label htmlFor="description">{asking.t('description.title')}</label>
    </h1>
    <TextArea
      {...field(asking, 'description')}
      label={asking.t('description.label')}
      hint={asking.t('description.hint')}
      rows={7}
      maxLength={5000}
    />
  </>
);

const types = lists.reporterTypes.filter((value) => value !== 'media');

export function Reporter({ asking }: Props) {
  const { t, values, common } = asking;
  const { defaultValue, ...text } = field(asking, 'reporterType');
  const year = (name: string) => (
    <TextField {...field(asking, name)} label={t(`reporter.${name}`)} width="short" inputMode="numeric" maxLength={4} />
  );
  return (
    <>
      <Choices
        {...text}
        pageHeading
        label={t('reporter.title')}
        hint={t('reporter.hint')}
        chosen={defaultValue}
        options={[...options(asking, 'reporterTypes', types), { value: '', label: t('reporter.ratherNot') }]}
      />
      <SelectField
        {...field(asking, 'basis')}
        label={t('reporter.basis')}
        options={[{ value: '', label: common('dontKnow') }, ...options(asking, 'knowledgeBases', lists.knowledgeBases)]}
      />
      {kindOf(values) === 'hazard_knowledge' && (
        <div className="pair">
          {year('knownFrom')}
          {year('knownTo')}
        </div>
      )}
    </>
  );
}

const purposes = [
  ['shareWithAuthorities', 'share_with_authorities'],
  ['shareWithNgos', 'share_with_ngos'],
  ['contactMe', 'contact_me'],
] as const;

/** Every purpose by itself, none ticked beforehand. */
export function Consent({ asking }: Props) {
  const { t, label, values } = asking;
  const box = (name: string, words: string, hint?: string) => (
    <div className="choice" key={name}>
      <input type="checkbox" id={name} name={name} value="yes" defaultChecked={one(values, name) === 'yes'} />
      <label htmlFor={name}>
        <span>{words}</span>
      </label>
      {hint && <div className="choice-hint">{hint}</div>}
    </div>
  );
  return (
    <>
      <h1>{t('consent.title')}</h1>
      <p>{t('consent.text')}</p>
      <p>{t('consent.danger')}</p>
      {purposes.map(([name, value]) => box(name, label('consentPurposes', value)))}
      <TextField
        {...field(asking, 'contact')}
        label={t('consent.contact')}
        hint={t('consent.contactHint')}
        maxLength={300}
        autoComplete="off"
      />
      {box('minor', t('consent.minor'), t('consent.minorHint'))}
    </>
  );
}

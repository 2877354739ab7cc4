import type { ReactNode } from 'react';
import { one } from '../../../../lib/reports/form/answers.ts';
import { photosIn } from '../../../../lib/reports/form/told-photos.ts';
import * as lists from '../../../../lib/reports/input.ts';
import { Choices } from '../../../_ui/form/choices.tsx';
import { SelectField, TextArea, TextField } from '../../../_ui/form/text-field.tsx';
import { EmergencyCall } from '../../../_ui/shell/emergency-call.tsx';
import { site } from '../../../_ui/shell/site.ts';
import { type Asking, field, options, orUnknown } from './asking.ts';
import { hintAndWhy } from './hint-and-why.tsx';
import { positionsOfKind } from './positions-of-kind.ts';

type Props = { asking: Asking };

function Pick({ asking, name, list, all, title, heading = false }: Props & PickText) {
  const { defaultValue, ...text } = field(asking, name);
  return (
    <Choices
      {...text}
      pageHeading={heading}
      label={asking.t(title)}
      hint={heading ? hintAndWhy(asking, title.replace('.title', '')) : undefined}
      chosen={defaultValue}
      options={options(asking, list, all)}
    />
  );
}
type PickText = { name: string; list: string; all: readonly string[]; title: string; heading?: boolean };

export const PositionOf = ({ asking }: Props) => (
  <Pick
    asking={asking}
    name="positionOf"
    list="positionsOf"
    all={positionsOfKind('animal_accident')}
    title="positionOf.title"
    heading
  />
);

/** A sighting where people live is offered as urgent; no time is promised. */
export async function Urgent({ asking }: Props) {
  const { staffedHours } = await site();
  return (
    <>
      <Pick asking={asking} name="urgent" list="yesNoUnknown" all={lists.yesNoUnknown} title="urgent.title" heading />
      <p>
        <EmergencyCall locale={asking.locale} country={asking.country} />
      </p>
      <p>{staffedHours ? asking.t('safety.hours', { hours: staffedHours }) : asking.t('safety.noHours')}</p>
    </>
  );
}

export const Activated = ({ asking }: Props) => (
  <Pick asking={asking} name="activated" list="activations" all={lists.activations} title="activated.title" heading />
);

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
        hint={hintAndWhy(asking, 'moved')}
        chosen={defaultValue}
        options={choices}
      />
      <Pick asking={asking} name="emplacement" list="emplacements" all={lists.emplacements} title="moved.since" />
    </>
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
      hint={hintAndWhy(asking, 'description')}
      rows={7}
      maxLength={5000}
    />
  </>
);

const types = lists.reporterTypes.filter((value) => value !== 'media');

export function Reporter({ asking }: Props) {
  const { t, values, common } = asking;
  const { defaultValue, ...text } = field(asking, 'reporterType');
  return (
    <>
      <Choices
        {...text}
        pageHeading
        label={t('reporter.title')}
        hint={hintAndWhy(asking, 'reporter')}
        chosen={defaultValue}
        options={[...options(asking, 'reporterTypes', types), { value: '', label: t('reporter.ratherNot') }]}
      />
      <SelectField
        {...field(asking, 'basis')}
        label={t('reporter.basis')}
        options={[{ value: '', label: common('dontKnow') }, ...options(asking, 'knowledgeBases', lists.knowledgeBases)]}
      />
      <SelectField
        name="reporterDisplaced"
        label={t('reporter.displaced')}
        defaultValue={one(values, 'reporterDisplaced')}
        options={[
          { value: '', label: t('reporter.ratherNot') },
          ...options(asking, 'displacements', lists.displacements),
        ]}
      />
    </>
  );
}

const purposes = [
  ['shareWithAuthorities', 'share_with_authorities', 'consent.sharedHint'],
  ['shareWithNgos', 'share_with_ngos', 'consent.sharedHint'],
  ['contactMe', 'contact_me', 'consent.contactMeHint'],
] as const;

/** Every purpose by itself, none ticked beforehand. */
export function Consent({ asking }: Props) {
  const { t, label, values } = asking;
  const box = (name: string, words: string, hint?: string, more?: ReactNode) => (
    <div className="choice" key={name}>
      <input type="checkbox" id={name} name={name} value="yes" defaultChecked={one(values, name) === 'yes'} />
      <label htmlFor={name}>
        <span>{words}</span>
      </label>
      {hint && <div className="choice-hint">{hint}</div>}
      {more && <div className="choice-more">{more}</div>}
    </div>
  );
  return (
    <>
      <h1>{t('consent.title')}</h1>
      <p>{t('consent.text')}</p>
      <p>{t('consent.danger')}</p>
      {purposes.map(([name, value, hint]) => box(name, label('consentPurposes', value), t(hint)))}
      {photosIn(values).length > 0 && box('photoUse', label('consentPurposes', 'photo_use'), t('photos.useHint'))}
      <TextField
        {...field(asking, 'contact')}
        label={t('consent.contact')}
        hint={t('consent.contactHint')}
        maxLength={300}
        autoComplete="off"
      />
      {box('minor', t('consent.minor'), t('consent.minorHint'), box('guardian', t('consent.guardian')))}
    </>
  );
}

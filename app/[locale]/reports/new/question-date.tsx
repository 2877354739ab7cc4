import { monthNames } from '../../../../lib/i18n/formats.ts';
import { kindOf } from '../../../../lib/reports/form/steps.ts';
import { seasons } from '../../../../lib/reports/input.ts';
import { Choices } from '../../../_ui/form/choices.tsx';
import { SelectField, TextField } from '../../../_ui/form/text-field.tsx';
import { type Asking, field, options } from './asking.ts';
import { hintAndWhy } from './hint-and-why.tsx';

/** When it was, as exactly or as roughly as the reader knows. */
export function When({ asking }: { asking: Asking }) {
  const { t, common } = asking;
  const { defaultValue, ...text } = field(asking, 'when');
  const day = (prefix: string) => <Day asking={asking} prefix={prefix} />;
  const year = (name: string) => <Year asking={asking} name={name} />;
  const choices = [
    { value: 'today', label: t('date.today') },
    { value: 'yesterday', label: t('date.yesterday') },
    { value: 'day', label: t('date.day'), more: day('day') },
    {
      value: 'exact_time',
      label: t('date.exactTime'),
      more: (
        <>
          {day('exact')}
          <TextField {...field(asking, 'exact_time')} label={t('date.time')} hint={t('date.timeHint')} width="short" />
        </>
      ),
    },
    {
      value: 'month',
      label: t('date.month'),
      more: (
        <div className="triple">
          <Month asking={asking} name="month_m" />
          {year('month_y')}
        </div>
      ),
    },
    {
      value: 'season',
      label: t('date.season'),
      more: (
        <div className="triple">
          <SelectField
            {...field(asking, 'season')}
            label={t('date.seasonLabel')}
            options={options(asking, 'seasons', seasons)}
            width="full"
          />
          {year('season_y')}
        </div>
      ),
    },
    { value: 'year', label: t('date.year'), more: year('year_y') },
    {
      value: 'range',
      label: t('date.range'),
      more: (
        <>
          <p>{t('date.from')}</p>
          {day('from')}
          <p>{t('date.to')}</p>
          {day('to')}
        </>
      ),
    },
    { value: 'before', label: t('date.before'), more: day('before') },
    {
      value: 'words',
      label: t('date.words'),
      more: (
        <TextField
          {...field(asking, 'dateWords')}
          label={t('date.wordsLabel')}
          hint={t('date.wordsHint')}
          maxLength={200}
        />
      ),
    },
    { value: 'unknown', label: common('dontKnow') },
  ];
  const titles: Record<string, string> = { hazard_sighting: 'date.titleSeen', hazard_knowledge: 'date.titleKnown' };
  const title = titles[kindOf(asking.values) ?? ''] ?? 'date.title';
  return (
    <Choices
      {...text}
      pageHeading
      label={t(title)}
      hint={hintAndWhy(asking, 'date')}
      chosen={defaultValue}
      options={choices}
    />
  );
}

export function Month({ asking, name }: { asking: Asking; name: string }) {
  const months = monthNames(asking.locale).map((label, i) => ({ value: String(i + 1), label }));
  return (
    <SelectField
      {...field(asking, name)}
      label={asking.t('date.monthLabel')}
      options={[{ value: '', label: asking.t('choose') }, ...months]}
      width="full"
    />
  );
}

const Year = ({ asking, name }: { asking: Asking; name: string }) => (
  <TextField
    {...field(asking, name)}
    label={asking.t('date.yearLabel')}
    width="short"
    inputMode="numeric"
    maxLength={4}
  />
);

export function Day({ asking, prefix }: { asking: Asking; prefix: string }) {
  return (
    <div className="triple">
      <TextField
        {...field(asking, `${prefix}_d`)}
        label={asking.t('date.dayLabel')}
        width="short"
        inputMode="numeric"
        maxLength={2}
      />
      <Month asking={asking} name={`${prefix}_m`} />
      <Year asking={asking} name={`${prefix}_y`} />
    </div>
  );
}

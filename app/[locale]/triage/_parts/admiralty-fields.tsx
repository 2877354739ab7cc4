import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { infoCredibilities, sourceClasses, sourceReliabilities } from '../../../../lib/triage/input.ts';
import { SelectField } from '../../../_ui/form/text-field.tsx';
import type { Answer } from './answer.ts';

const names = ['sourceReliability', 'infoCredibility', 'sourceClass'] as const;
type Props = {
  locale: Locale;
  /** The form that the fields belong to, whose name their names begin with. */
  form: string;
  answer: Answer;
  before?: Partial<Record<(typeof names)[number], string>>;
};

/** Both Admiralty axes, each letter and figure with its words, and the kind of source. */
export async function AdmiraltyFields({ locale, form, answer, before = {} }: Props) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const choose = { value: '', label: t('grade.choose') };
  const fields = {
    sourceReliability: {
      label: t('grade.source'),
      options: sourceReliabilities.map((value) => ({ value, label: `${value} – ${t(`reliability.${value}`)}` })),
    },
    infoCredibility: {
      label: t('grade.information'),
      options: infoCredibilities.map((value) => ({ value, label: `${value} – ${t(`credibility.${value}`)}` })),
    },
    sourceClass: {
      label: t('grade.sourceClass'),
      options: sourceClasses.map((value) => ({ value, label: t(`sourceClass.${value}`) })),
    },
  };
  return names.map((name) => (
    <SelectField
      key={name}
      name={`${form}-${name}`}
      label={fields[name].label}
      options={[choose, ...fields[name].options]}
      error={answer.errorOf(form, name)}
      defaultValue={answer.valueOf(form, name) ?? before[name]}
    />
  ));
}

import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { ImportView } from '../../../../../lib/triage/bulk/list-imported.ts';
import { infoCredibilities, sourceClasses, sourceReliabilities } from '../../../../../lib/triage/input.ts';
import { Button } from '../../../../_ui/button.tsx';
import { SelectField } from '../../../../_ui/form/text-field.tsx';
import type { Answer } from '../../_parts/answer.ts';
import { Section, Tick } from '../../_parts/form-parts.tsx';
import { gradeRows } from '../actions.ts';

type Props = { locale: Locale; path: string; view: ImportView; answer: Answer };

/** One grade for every row of the list that is in an incident and has none; each is on record by itself. */
export async function GradeRows({ locale, path, view, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'bulk' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const choose = { value: '', label: triage('grade.choose') };
  const field = (name: string) => ({
    name: `import_grade-${name}`,
    error: answer.errorOf('import_grade', name),
    defaultValue: answer.valueOf('import_grade', name),
  });
  return (
    <Section form="import_grade" title={t('grade', { count: view.counts.ungraded })} answer={answer}>
      <form action={gradeRows.bind(null, locale, path)}>
        <p className="small">{t('gradeWhy')}</p>
        <input type="hidden" name="batchId" value={view.batch.id} />
        <SelectField
          {...field('sourceReliability')}
          label={triage('grade.source')}
          options={[
            choose,
            ...sourceReliabilities.map((value) => ({ value, label: `${value} – ${triage(`reliability.${value}`)}` })),
          ]}
        />
        <SelectField
          {...field('infoCredibility')}
          label={triage('grade.information')}
          options={[
            choose,
            ...infoCredibilities.map((value) => ({ value, label: `${value} – ${triage(`credibility.${value}`)}` })),
          ]}
        />
        <SelectField
          {...field('sourceClass')}
          label={triage('grade.sourceClass')}
          options={sourceClasses.map((value) => ({ value, label: triage(`sourceClass.${value}`) }))}
          defaultValue={answer.valueOf('import_grade', 'sourceClass') ?? 'media'}
        />
        <Tick name="import_grade-detonationAttested" label={triage('grade.detonation')} checked={false} />
        <Tick name="import_grade-freeTextScrubbed" label={triage('grade.scrubbed')} checked={false} />
        <Button kind="second">{t('gradeSave')}</Button>
      </form>
    </Section>
  );
}

import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import type { ImportView } from '../../../../../lib/triage/bulk/list-imported.ts';
import { Button } from '../../../../_ui/button.tsx';
import { AdmiraltyFields } from '../../_parts/admiralty-fields.tsx';
import type { Answer } from '../../_parts/answer.ts';
import { Section, Tick } from '../../_parts/form-parts.tsx';
import { gradeRows } from '../actions.ts';

type Props = { locale: Locale; path: string; view: ImportView; answer: Answer };

/** One grade for every row of the list that is in an incident and has none; each is on record by itself. */
export async function GradeRows({ locale, path, view, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'bulk' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  return (
    <Section form="import_grade" title={t('grade', { count: view.counts.ungraded })} answer={answer}>
      <form action={gradeRows.bind(null, locale, path)}>
        <p className="small">{t('gradeWhy')}</p>
        <input type="hidden" name="batchId" value={view.batch.id} />
        <AdmiraltyFields locale={locale} form="import_grade" answer={answer} before={{ sourceClass: 'media' }} />
        <Tick name="import_grade-detonationAttested" label={triage('grade.detonation')} checked={false} />
        <Button kind="second">{t('gradeSave')}</Button>
      </form>
    </Section>
  );
}

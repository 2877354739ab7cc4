import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { presumedDependent } from '../../../../lib/triage/ledger.ts';
import { Button } from '../../../_ui/button.tsx';
import { TextArea, TextField } from '../../../_ui/form/text-field.tsx';
import { WatchedForm } from '../../../_ui/form/watched-form.tsx';
import { grade } from '../actions.ts';
import { AdmiraltyFields } from './admiralty-fields.tsx';
import type { Answer } from './answer.ts';
import { Basis, Section, Tick } from './form-parts.tsx';
import { QuickGrade } from './quick-grade.tsx';

type Props = { locale: Locale; path: string; view: CaseView; answer: Answer };

/** Both Admiralty axes, the chain of knowledge, and what was checked; the evidence class follows by itself. */
export async function GradeForm({ locale, path, view, answer }: Props) {
  const t = await getTranslations({ locale, namespace: 'triage' });
  const keys = await getTranslations({ locale, namespace: 'incidents' });
  const before = view.report.assessment;
  const field = (name: string) => ({ name: `grade-${name}`, error: answer.errorOf('grade', name) });
  const typed = (name: string, otherwise: string | undefined) => answer.valueOf('grade', name) ?? otherwise;
  const refused = answer.form === 'grade' && Boolean(answer.problem ?? answer.errors[0]);
  const ticked = (name: string, otherwise: boolean) => (refused ? answer.valueOf('grade', name) === 'yes' : otherwise);
  const chain = before && before.independenceGroup !== presumedDependent ? before.independenceGroup : '';
  return (
    <Section form="grade" title={t('grade.title')} answer={answer}>
      <WatchedForm action={grade.bind(null, locale, path)} unsaved={t('unsaved')}>
        <Basis view={view} />
        <QuickGrade>{keys('quickGrade')}</QuickGrade>
        <AdmiraltyFields
          locale={locale}
          form="grade"
          answer={answer}
          before={{ ...before, sourceClass: before?.sourceClass ?? likelySourceClass(view.report) }}
        />
        <TextField
          {...field('independenceGroup')}
          label={t('grade.chain')}
          hint={t('grade.chainHint')}
          defaultValue={typed('independenceGroup', chain)}
        />
        <Tick
          name="grade-detonationAttested"
          label={t('grade.detonation')}
          checked={ticked('detonationAttested', before?.detonationAttested ?? false)}
        />
        {view.report.knowledgeBasis === 'document' && (
          <Tick
            name="grade-recordChecked"
            label={t('grade.record')}
            checked={ticked('recordChecked', before?.recordChecked ?? false)}
          />
        )}
        <TextArea
          {...field('note')}
          label={t('grade.note')}
          rows={2}
          defaultValue={typed('note', before?.note ?? '')}
        />
        <Button>{t('grade.save')}</Button>
      </WatchedForm>
    </Section>
  );
}

/** What a source most likely is, from how its report came; the moderator changes it where it is otherwise. */
const likelySourceClass = ({ channel, sources, organisationId }: CaseView['report']) =>
  channel === 'import' && sources.length > 0 ? 'media' : organisationId ? 'organisation' : 'individual';

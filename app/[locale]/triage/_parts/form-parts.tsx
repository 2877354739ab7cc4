import type { ReactNode } from 'react';
import type { CaseView } from '../../../../lib/triage/get-case.ts';
import { TextArea } from '../../../_ui/form/text-field.tsx';
import type { Answer } from './answer.ts';

/** What every form of a case carries: which report, and the version that the page shows. */
export function Basis({ view }: { view: CaseView }) {
  return (
    <>
      <input type="hidden" name="reportId" value={view.report.id} />
      <input type="hidden" name="version" value={view.report.version} />
    </>
  );
}

/** What another form or the address said, carried along. */
export const Hidden = ({ fields }: { fields: Record<string, string> }) =>
  Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);

/** A form that opens at its title; it stands open when it was just refused. */
export function Section({
  form,
  title,
  answer,
  children,
}: {
  form: string;
  title: ReactNode;
  answer: Answer;
  children: ReactNode;
}) {
  const refused = answer.form === form && (answer.problem !== undefined || answer.errors.length > 0);
  return (
    <details className="case-form" id={`${form}-section`} open={refused}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

export function Tick({ name, label, checked }: { name: string; label: ReactNode; checked: boolean }) {
  return (
    <p className="tick">
      <input type="checkbox" id={name} name={name} value="yes" defaultChecked={checked} />{' '}
      <label htmlFor={name}>{label}</label>
    </p>
  );
}

/** The reason that a decision is given with, kept and told of what it lacks when its form was refused. */
export function Reason({ form, answer, ...field }: { form: string; answer: Answer; label: string; hint?: string }) {
  const [error, told] = [answer.errorOf(form, 'reason'), answer.valueOf(form, 'reason')];
  return <TextArea name={`${form}-reason`} rows={2} error={error} defaultValue={told} {...field} />;
}

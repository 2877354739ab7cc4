import type { ReactNode } from 'react';
import './form.css';

export type FieldText = {
  /** The form field's name, also its id: the error summary links to `#name`. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** In the reader's language, what to do. */
  error?: ReactNode;
};

/** What the control must carry so that hint and error are read out with it. */
export function describedBy({ name, hint, error }: FieldText) {
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}

/** Label, hint and error around one control; the control takes `id={name}` and `{...describedBy(props)}`. */
export function Field({ name, label, hint, error, children }: FieldText & { children: ReactNode }) {
  return (
    <div className={error ? 'field field-invalid' : 'field'}>
      <label htmlFor={name}>{label}</label>
      <HintAndError name={name} hint={hint} error={error} />
      {children}
    </div>
  );
}

export function HintAndError({ name, hint, error }: Omit<FieldText, 'label'>) {
  return (
    <>
      {hint && (
        <div className="hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          <span aria-hidden="true">▲ </span>
          {error}
        </p>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import './form.css';

export type FieldError = { name: string; message: ReactNode };

/** What must be mended, each linked to its field; takes the focus when the page opens, with or without scripts. */
export function ErrorSummary({ title, errors }: { title: ReactNode; errors: FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the reader must hear first what went wrong
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li key={name}>
            <a href={`#${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

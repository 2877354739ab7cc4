import { Notice } from './notice.tsx';
import './secret.css';

/** Something to copy that is shown this once; a click into the field selects it in every browser by keyboard too. */
export function Secret({ title, once, label, value }: { title: string; once: string; label: string; value: string }) {
  return (
    <Notice kind="warning" title={title}>
      <p>{once}</p>
      <label htmlFor="secret">{label}</label>
      <textarea id="secret" className="input secret" readOnly rows={3} defaultValue={value} autoComplete="off" />
    </Notice>
  );
}

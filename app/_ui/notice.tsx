import type { ReactNode } from 'react';

type Props = {
  /** `warning` for safety words and errors: it carries a shape and needs a title in words. */
  kind?: 'information' | 'warning';
  title?: ReactNode;
  role?: 'alert' | 'status' | 'note';
  id?: string;
  children?: ReactNode;
};

export function Notice({ kind = 'information', title, role, id, children }: Props) {
  return (
    <div className={`notice notice-${kind}`} role={role} id={id}>
      {title && (
        <p className="notice-title">
          {kind === 'warning' && <WarningShape />}
          {title}
        </p>
      )}
      {children}
    </div>
  );
}

const WarningShape = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
    <path d="M12 3 22 21H2ZM12 9v6M12 17.5v1" />
  </svg>
);

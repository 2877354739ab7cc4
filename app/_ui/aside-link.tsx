import type { ReactNode } from 'react';

type Props = {
  href: string;
  /** The words that say so, where the link opens a tab of its own. */
  newTab?: string;
  children: ReactNode;
};

/** A link beside a form: in a tab of its own while the form holds answers. */
export const AsideLink = ({ href, newTab, children }: Props) =>
  newTab ? (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
      <span className="visually-hidden"> ({newTab})</span>
    </a>
  ) : (
    <a href={href}>{children}</a>
  );

import type { ReactNode } from 'react';
import { Drawing, type DrawingName } from './drawings/drawing.tsx';

type Props = { href: string; drawing: DrawingName; title: ReactNode; hint: ReactNode };

/** One of the few ways in: a drawing, what it is, and what belongs behind it. */
export function Door({ href, drawing, title, hint }: Props) {
  return (
    <a className="door" href={href}>
      <Drawing name={drawing} />
      <span>
        <b>{title}</b>
        <span className="small quiet">{hint}</span>
      </span>
    </a>
  );
}

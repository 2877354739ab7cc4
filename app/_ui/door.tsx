import type { ReactNode } from 'react';
import { Drawing, type DrawingName } from './drawings/drawing.tsx';

type Props = { value: string; drawing: DrawingName; title: ReactNode; hint: ReactNode };

/** One of the few ways in: a drawing, what it is, and what belongs behind it. A button of a form: an address would tell which. */
export function Door({ value, drawing, title, hint }: Props) {
  return (
    <button type="submit" className="door" name="door" value={value}>
      <Drawing name={drawing} />
      <span>
        <b>{title}</b>
        <span className="small quiet">{hint}</span>
      </span>
    </button>
  );
}

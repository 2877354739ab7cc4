import type { ReactNode } from 'react';
import { Drawing, type DrawingName } from './drawings/drawing.tsx';

type Props = { items: { drawing: DrawingName; text: ReactNode }[]; ordered?: boolean };

/** Drawings with their words beside them; `ordered` when one comes after the other. */
export function PictureList({ items, ordered }: Props) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={ordered ? 'pictures pictures-ordered' : 'pictures'}>
      {items.map(({ drawing, text }) => (
        <li key={drawing}>
          <Drawing name={drawing} />
          <span>{text}</span>
        </li>
      ))}
    </List>
  );
}

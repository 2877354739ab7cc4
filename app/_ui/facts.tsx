import type { ReactNode } from 'react';

/** Terms and their values, side by side; below 480 px one under the other. */
export function Facts({ items }: { items: { term: ReactNode; detail: ReactNode; key?: string }[] }) {
  return (
    <dl className="facts">
      {items.map(({ term, detail, key }, index) => (
        <div key={key ?? index}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

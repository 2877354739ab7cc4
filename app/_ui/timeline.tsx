import type { ReactNode } from 'react';

type Item = { id: string; when: string; dateTime?: string; title: ReactNode; who?: ReactNode; body?: ReactNode };

/** What happened, in the order given; `when` is written by the server in the reader's language. */
export function Timeline({ items }: { items: Item[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.id}>
          <p>
            <strong>{item.title}</strong>
            {item.who && <> · {item.who}</>}
          </p>
          <p className="small quiet">
            <time dateTime={item.dateTime}>{item.when}</time>
          </p>
          {item.body && <div>{item.body}</div>}
        </li>
      ))}
    </ol>
  );
}

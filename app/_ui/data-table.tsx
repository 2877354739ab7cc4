import type { ReactNode } from 'react';

export type Column = {
  key: string;
  label: ReactNode;
  numeric?: boolean;
  /** The address that sorts by this column; the table itself is driven by the URL. */
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
};

type Props = {
  /** Names the table, and its scrolling region when it is wider than the page. */
  caption: ReactNode;
  captionHidden?: boolean;
  id: string;
  columns: Column[];
  /** The first column of each row is its heading. */
  rows: { key: string; cells: Record<string, ReactNode>; current?: boolean }[];
  empty?: ReactNode;
  /** On a phone each row's heading has a line of its own, the rest stands below. */
  stacks?: boolean;
};

export function DataTable({ caption, captionHidden, id, columns, rows, empty, stacks }: Props) {
  if (rows.length === 0 && empty) return <p className="quiet">{empty}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-labelledby={`${id}-caption`}>
      <table id={id} className={stacks ? 'table-stacks' : undefined}>
        <caption id={`${id}-caption`}>
          <span className={captionHidden ? 'visually-hidden' : undefined}>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sorted}
                className={column.numeric ? 'numeric' : undefined}
              >
                {column.sortHref ? <a href={column.sortHref}>{column.label}</a> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} aria-current={row.current ? 'true' : undefined}>
              {columns.map((column, index) => {
                const className = column.numeric ? 'numeric' : undefined;
                const content = row.cells[column.key];
                return index === 0 ? (
                  <th key={column.key} scope="row" className={className}>
                    {content}
                  </th>
                ) : (
                  <td key={column.key} className={className}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

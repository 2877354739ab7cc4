import { type ClassOfRow, evidenceTable, rowKey } from '../evidence.ts';
import type { EvidenceClass } from '../input.ts';

export type TableRow = { kind: string; condition: string; evidenceClass: EvidenceClass };

/** The field's own table, version 0: its conditions and their order are fixed, their classes are what a deployment may change. */
export const fieldRows: readonly TableRow[] = Object.entries(evidenceTable).flatMap(([kind, rows]) =>
  rows.map(({ reason, evidenceClass }) => ({ kind, condition: reason, evidenceClass })),
);

/** Every row of the field's table with the class that `given` names for it; rows that nobody knows are dropped. */
export function completeRows(given: readonly TableRow[]): TableRow[] {
  const classes = classesOf(given);
  return fieldRows.map((row) => ({
    ...row,
    evidenceClass: classes.get(rowKey(row.kind, row.condition)) ?? row.evidenceClass,
  }));
}

export const classesOf = (rows: readonly TableRow[]): ClassOfRow =>
  new Map(rows.map(({ kind, condition, evidenceClass }) => [rowKey(kind, condition), evidenceClass]));

/** Rows whose class differs, with both. */
export function rowChanges(before: readonly TableRow[], after: readonly TableRow[]) {
  const was = classesOf(before);
  return after.flatMap(({ kind, condition, evidenceClass }) => {
    const old = was.get(rowKey(kind, condition));
    return old === undefined || old === evidenceClass ? [] : [{ kind, condition, before: old, after: evidenceClass }];
  });
}
export type RowChange = ReturnType<typeof rowChanges>[number];

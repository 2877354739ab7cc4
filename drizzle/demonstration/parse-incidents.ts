import { parse } from 'csv-parse/sync';
import { type IncidentPlan, type IncidentRow, planIncident } from './incident-row.ts';

export type IncidentsRead = {
  read: number;
  plans: IncidentPlan[];
  rejected: { row: number; id: string; reason: string }[];
};

/**
 * Every row is planned or rejected with its reason; `row` counts data rows from 1. Rows of one series with the same id
 * are the same report. Throws the parser's error on text that is no CSV.
 */
export function readIncidents(csv: string, series?: string): IncidentsRead {
  // a line ends as it does by whatever wrote the file: none of it belongs to a cell
  const rows: IncidentRow[] = parse(csv.replace(/\r\n?/g, '\n'), {
    columns: true,
    skip_empty_lines: true,
    relax_column_count: true,
    bom: true,
  });
  const result: IncidentsRead = { read: rows.length, plans: [], rejected: [] };
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    try {
      if (!row.id) throw new Error('id: missing');
      if (seen.has(row.id)) throw new Error('id: repeated');
      seen.add(row.id);
      result.plans.push(planIncident(row, index + 1, series));
    } catch (error) {
      result.rejected.push({ row: index + 1, id: row.id ?? '', reason: (error as Error).message });
    }
  }
  return result;
}

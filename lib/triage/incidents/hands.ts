import { type Context, moderators, requireRole } from '../../context.ts';
import { importersOf } from '../bulk/store.ts';
import type { Estimate } from '../estimate.ts';
import { loadPiecesOf } from '../evidence-items/load-pieces.ts';
import type { ReportRecord } from '../store.ts';
import { incidentEstimateOf } from './estimate.ts';
import { type Choice, choicesOf } from './replay.ts';
import { loadIncidentEvents } from './store.ts';
import { incidentValuesOf } from './values.ts';

/** Users who had a hand in what an incident tells, by what they did; none of them is its second person. */
export type Hands = {
  submitters: string[];
  /** Whoever brought one of its reports in from a file: no submitter, since bulk goes through two persons, but not the second. */
  importers: string[];
  /** Whoever graded a report or recorded another piece. */
  graders: string[];
  /** Who chose one of the values that count. */
  choosers: string[];
  /** Whose own claim is the place that counts. */
  placedBy: string | null;
};

type Told = {
  reports: readonly ReportRecord[];
  recorders: readonly string[];
  choices: readonly Choice[];
  estimate: Estimate | null;
  imports: Awaited<ReturnType<typeof importersOf>>;
};

export const handsOf = ({ reports, recorders, choices, estimate, imports }: Told): Hands => ({
  submitters: reports.flatMap(({ submittedBy }) => submittedBy ?? []),
  importers: imports.flatMap(({ reportId, userId }) => (reports.some(({ id }) => id === reportId) ? userId : [])),
  graders: [...new Set([...reports.flatMap(({ graders }) => graders), ...recorders])],
  choosers: [...new Set(incidentValuesOf(reports, choices).flatMap(({ choice }) => choice?.byUserId ?? []))],
  placedBy: reports.flatMap((one) => one.claims).find(({ id }) => id === estimate?.claimId)?.authorUserId ?? null,
});

/** The same of many incidents by their ids, in as many statements as for one. Errors: forbidden. */
export async function listHands(ctx: Context, incidentIds: readonly string[]): Promise<Map<string, Hands>> {
  requireRole(ctx, ...moderators);
  if (incidentIds.length === 0) return new Map();
  const events = await loadIncidentEvents(ctx, incidentIds);
  const pieces = await loadPiecesOf(ctx, incidentIds);
  const ids = [...pieces.values()].flatMap(({ reports }) => reports.map(({ id }) => id));
  const imports = await importersOf(ctx, ids);
  return new Map(
    [...pieces].map(([id, { reports, recorders }]) => {
      const choices = choicesOf(id, events);
      return [id, handsOf({ reports, recorders, choices, estimate: incidentEstimateOf(reports, choices), imports })];
    }),
  );
}

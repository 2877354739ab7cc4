import { type Context, moderators, requireRole } from '../context.ts';
import { Problem } from '../errors.ts';
import { importersOf } from './bulk/store.ts';
import { loadPieces } from './evidence-items/load-pieces.ts';
import { classesOf } from './evidence-table/rows.ts';
import { newestTable } from './evidence-table/store.ts';
import { type IncidentFacts, incidentFactsOf } from './incident-facts.ts';
import { incidentEstimateOf } from './incidents/estimate.ts';
import { handsOf } from './incidents/hands.ts';
import { choicesOf } from './incidents/replay.ts';
import { loadIncidentEvents } from './incidents/store.ts';
import { claimsOf, isPublished, ledgerOf } from './ledger.ts';
import { loadIncident } from './store.ts';

/**
 * An incident as its reports tell it now: ledger, claims, the estimate of where, who sent and who graded.
 * `lock` holds incident and reports until the transaction ends. Errors: not_found, forbidden.
 */
export async function getIncident(ctx: Context, id: string, { lock = false } = {}) {
  requireRole(ctx, ...moderators);
  const incident = await loadIncident(ctx, id, lock);
  if (!incident) throw new Problem('not_found');
  const pieces = await loadPieces(ctx, id, lock);
  const { reports, recorders } = pieces;
  const ids = reports.map(({ id }) => id);
  const table = await newestTable(ctx);
  const claims = reports.flatMap(claimsOf);
  const choices = choicesOf(id, await loadIncidentEvents(ctx, [id]));
  const estimate = incidentEstimateOf(reports, choices);
  const submitted = reports.map(({ submittedAt }) => bakuDay(submittedAt));
  const published = reports.flatMap(({ sources }) => sources.flatMap((source) => source.publishedOn ?? []));
  return {
    id: incident.id,
    number: incident.number,
    practice: incident.practice,
    version: incident.version,
    facts: reports.length > 0 ? incidentFactsOf(reports, choices) : factsOfNobody,
    reports: reports.map(({ id, number, state, version, description }) => ({
      id,
      number,
      state,
      version,
      description,
    })),
    items: ledgerOf({ ...pieces, classes: classesOf(table.rows) }),
    /** The version of the mapping to evidence classes. */
    evidenceTable: table.number,
    claims,
    estimate,
    publishers: [
      ...new Map(
        reports
          .filter(isPublished)
          .flatMap(({ sources }) => sources)
          .map((source) => [source.publisher, source]),
      ).values(),
    ],
    ...handsOf({ reports, recorders, choices, estimate, imports: await importersOf(ctx, ids) }),
    dateReported: [...submitted, ...published].sort()[0] ?? null,
  };
}
export type IncidentView = Awaited<ReturnType<typeof getIncident>>;

/** The calendar day in Asia/Baku (UTC+4, without summer time). */
export const bakuDay = (at: Date): string => new Date(at.getTime() + 4 * 3600_000).toISOString().slice(0, 10);

const factsOfNobody: IncidentFacts = {
  kind: 'hazard_knowledge',
  dateStart: null,
  dateEnd: null,
  datePrecision: 'unknown',
  killed: null,
  injured: null,
  animalsKilled: null,
  deviceCategory: 'unknown',
  knowledgeBasis: null,
  areaMarked: false,
};

import { type Context, moderators, requireRole } from '../context.ts';
import { Problem } from '../errors.ts';
import { isId } from '../ids.ts';
import { loadPieces } from '../triage/evidence-items/load-pieces.ts';
import { standingsOf } from '../triage/evidence-items/standing.ts';
import { bakuDay, getIncident } from '../triage/get-incident.ts';
import { strongCandidates } from './draft-clue.ts';
import { gradeOf } from './grade.ts';
import { loadClues, loadUserNames, proposalOf } from './store.ts';

/**
 * The evidence ledger of an incident: every piece with its class, its chain, whether it counts and why; what was replaced or
 * withdrawn; the ties; the grade that follows, and the open clue. Errors: not_found, forbidden.
 */
export async function getLedger(ctx: Context, incidentId: string) {
  requireRole(ctx, ...moderators);
  if (!isId(incidentId)) throw new Problem('not_found');
  const incident = await getIncident(ctx, incidentId);
  const { evidenceItems, closedItems, ties } = await loadPieces(ctx, incidentId);
  const [open] = await loadClues(ctx, { incidentId, states: ['proposed', 'verified'] });
  const dismissed = open ? await proposalOf(ctx, open.id) : [];
  const candidates = await strongCandidates(ctx, incident.reports);
  const { items, facts, estimate } = incident;
  const grade = gradeOf({
    items,
    facts,
    estimate,
    openCandidates: candidates.filter(({ reportId }) => !dismissed.includes(reportId)).map(({ number }) => number),
    today: bakuDay(ctx.now),
    secondPerson: open?.state === 'verified',
  });
  const names = await loadUserNames(ctx, [
    ...[...evidenceItems, ...closedItems].flatMap(({ recordedBy, supersededBy }) => [recordedBy, supersededBy]),
    ...ties.map(({ tiedBy }) => tiedBy),
  ]);
  const named = (id: string | null) => (id && names.get(id)) || '';
  const standings = standingsOf(items);
  const details = new Map(evidenceItems.map((one) => [one.id, { ...one, recordedByName: named(one.recordedBy) }]));
  return {
    incident: { id: incident.id, number: incident.number, reports: incident.reports },
    pieces: items.map((piece) => ({
      ...piece,
      standing: standings.get(piece.ref)!,
      item: details.get(piece.id) ?? null,
    })),
    closed: closedItems.map((one) => ({ ...one, closedByName: named(one.supersededBy) })),
    ties: ties.map((one) => ({ ...one, byName: named(one.tiedBy) })),
    grade,
    clue: open ? { id: open.id, number: open.number, state: open.state } : null,
    evidenceTable: incident.evidenceTable,
  };
}
export type Ledger = Awaited<ReturnType<typeof getLedger>>;

import type { Context } from '../context.ts';
import { Problem } from '../errors.ts';
import { bakuDay, getIncident } from '../triage/get-incident.ts';
import { suggestSameEvent } from '../triage/same-event/suggest-same-event.ts';
import { offeredScore } from '../triage/same-event/weights.ts';
import { clueKindOf } from './clue-kind.ts';
import { gradeOf } from './grade.ts';
import type { ClueKind } from './input.ts';
import { placeNear } from './store.ts';

type Choice = { kind?: ClueKind; dismissed: 'all' | readonly string[]; secondPerson: boolean; lock?: boolean };

/** What the incident's ledger makes of a clue now: the values to store, and the incident they come from. */
export async function draftClue(
  ctx: Context,
  incidentId: string,
  { kind, dismissed, secondPerson, lock = true }: Choice,
) {
  const incident = await getIncident(ctx, incidentId, { lock });
  const strong = await strongCandidates(ctx, incident.reports);
  const isOpen = ({ reportId }: { reportId: string }) => dismissed !== 'all' && !dismissed.includes(reportId);
  const { facts, estimate, items } = incident;
  const openCandidates = strong.filter(isOpen).map(({ number }) => number);
  const grade = gradeOf({ items, facts, estimate, openCandidates, today: bakuDay(ctx.now), secondPerson });
  if (!estimate || incident.dateReported === null)
    throw new Problem('not_enough_evidence', { missing: grade.missing, grounds: grade.grounds });
  const place = await placeNear(ctx, estimate);
  const { missing, grounds, ...graded } = grade;
  return {
    incident,
    missing,
    dismissedReportIds: strong.filter((one) => !isOpen(one)).map(({ reportId }) => reportId),
    values: {
      kind: clueKindOf(facts, estimate.geometry, kind),
      practice: incident.practice,
      geometry: estimate.geometry,
      uncertaintyMetres: estimate.uncertaintyMetres,
      ...place,
      dateStart: facts.dateStart,
      dateEnd: facts.dateEnd,
      datePrecision: facts.datePrecision,
      dateReported: incident.dateReported,
      killed: facts.killed,
      injured: facts.injured,
      animalsKilled: facts.animalsKilled,
      deviceCategory: facts.deviceCategory,
      publishers: incident.publishers.map(({ publisher, publishedOn }) => ({
        publisher,
        ...(publishedOn && { publishedOn }),
      })),
      ...graded,
      evidenceTable: incident.evidenceTable,
      grounds,
    },
  };
}
export type ClueDraft = Awaited<ReturnType<typeof draftClue>>;

/** Same-event candidates of an incident's reports that must be looked at first. */
export async function strongCandidates(ctx: Context, reports: readonly { id: string }[]) {
  const found = new Map<string, { reportId: string; number: number }>();
  for (const { id } of reports) {
    for (const candidate of await suggestSameEvent(ctx, id)) {
      if (candidate.score >= offeredScore) found.set(candidate.reportId, candidate);
    }
  }
  return [...found.values()];
}

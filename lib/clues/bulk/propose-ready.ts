import { type Context, moderators, requireRole } from '../../context.ts';
import { isProblem } from '../../errors.ts';
import { getImport } from '../../triage/bulk/list-imported.ts';
import { draftClue } from '../draft-clue.ts';
import type { Rule } from '../grade.ts';
import { proposeClue } from '../propose-clue.ts';

export type NotReady = { incidentId: string; incidentNumber: number; missing: readonly Rule[] };

/**
 * Proposes every incident of an imported batch that lacks nothing but the second person; the others are told with what is
 * missing. Candidates that somebody held for other events at the row are looked at; nothing else is. Errors: not_found, forbidden.
 */
export async function proposeReady(ctx: Context, batchId: string) {
  requireRole(ctx, ...moderators);
  const { rows } = await getImport(ctx, batchId);
  const incidents = new Map<string, { number: number; heldApart: string[] }>();
  for (const { incident, heldApart, stage } of rows) {
    if (!incident || stage === 'proposed' || stage === 'verified') continue;
    const one = incidents.get(incident.id) ?? { number: incident.number, heldApart: [] };
    incidents.set(incident.id, { ...one, heldApart: [...new Set([...one.heldApart, ...heldApart])] });
  }
  const notReady: NotReady[] = [];
  let proposed = 0;
  for (const [incidentId, { number: incidentNumber, heldApart }] of incidents) {
    const missing = await proposalGaps(ctx, incidentId, heldApart);
    if (missing.length > 0) notReady.push({ incidentId, incidentNumber, missing });
    else {
      await proposeClue(ctx, { incidentId, dismissedReportIds: heldApart });
      proposed += 1;
    }
  }
  return { batchId, proposed, notReady };
}

/** What an incident lacks for a proposal that needs nothing but its second person; `dismissed` are candidates held for other events. Errors: not_found, forbidden. */
export async function proposalGaps(
  ctx: Context,
  incidentId: string,
  dismissed: readonly string[],
): Promise<readonly Rule[]> {
  try {
    const { missing } = await draftClue(ctx, incidentId, { dismissed, secondPerson: true, lock: false });
    return missing;
  } catch (error) {
    if (!isProblem(error) || error.code !== 'not_enough_evidence') throw error;
    const { missing } = error.detail as { missing: Rule[] };
    return missing.filter((rule) => rule !== 'two_persons');
  }
}

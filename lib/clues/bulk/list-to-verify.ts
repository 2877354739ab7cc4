import { type Context, moderators, requireRole } from '../../context.ts';
import { getIncident } from '../../triage/get-incident.ts';
import { loadClues } from '../store.ts';

/** Why a proposed clue is not this moderator's to verify. */
export type NotMine = 'proposer' | 'submitter' | 'grader';

/** The proposed clues in the order they were proposed, each with whether the asking moderator may verify it. Errors: forbidden. */
export async function listToVerify(ctx: Context) {
  const { userId } = requireRole(ctx, ...moderators);
  const clues = (await loadClues(ctx, { states: ['proposed'] })).sort((a, b) => +a.proposedAt - +b.proposedAt);
  const list = [];
  for (const clue of clues) {
    const { submitters, graders } = await getIncident(ctx, clue.incidentId);
    const notMine: NotMine | null =
      clue.proposedBy === userId
        ? 'proposer'
        : submitters.includes(userId)
          ? 'submitter'
          : graders.includes(userId)
            ? 'grader'
            : null;
    list.push({ clue, notMine });
  }
  return list;
}

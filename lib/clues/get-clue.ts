import type { Context } from '../context.ts';
import { isProblem, Problem } from '../errors.ts';
import { getIncident } from '../triage/get-incident.ts';
import { clueAudience } from './clue-audience.ts';
import { refusalOf } from './decisions/two-persons.ts';
import { differences } from './differences.ts';
import { forOrganisation, forPublic, publicSquares } from './disclosure.ts';
import { draftClue } from './draft-clue.ts';
import type { Ground, Rule } from './grade.ts';
import { releasedClues } from './released-clues.ts';
import {
  type ClueRow,
  loadClues,
  loadDecisions,
  loadSharing,
  loadUserNames,
  proposalOf,
  resolveClueId,
} from './store.ts';
import { isTakenBack } from './taken-back/list-taken-back.ts';

/**
 * A clue as the asking person may see it, by its id (moderators) or its export id. Who may not see it is told that
 * there is none. Errors: not_found.
 */
export async function getClue(ctx: Context, id: string) {
  const audience = await clueAudience(ctx);
  if (audience === 'moderator') {
    const clueId = await resolveClueId(ctx, id);
    const [clue] = clueId ? await loadClues(ctx, { ids: [clueId] }) : [];
    if (!clue) throw new Problem('not_found');
    return forModerator(ctx, clue, (await loadSharing(ctx, [clue.id])).get(clue.id) ?? nobody);
  }
  const [released] = await releasedClues(ctx, audience === 'public' ? audience : 'organisation', [id]);
  const clue = released?.now;
  const view =
    clue && (audience === 'public' ? forPublic(clue, clue.sharing) : forOrganisation(clue, clue.sharing, audience));
  if (!view) throw new Problem('not_found');
  return view;
}

const nobody = { ngos: false, authorities: false, published: false };
type Sharing = typeof nobody;

async function forModerator(ctx: Context, clue: ClueRow, sharing: Sharing) {
  const [incident, decisions, names] = [
    ctx.actor.type === 'user' ? await getIncident(ctx, clue.incidentId) : null,
    await loadDecisions(ctx, clue.id),
    await loadUserNames(ctx, [clue.proposedBy, clue.verifiedBy]),
  ];
  return {
    audience: 'moderator' as const,
    ...clue,
    proposedByName: names.get(clue.proposedBy) ?? '',
    verifiedByName: clue.verifiedBy ? (names.get(clue.verifiedBy) ?? '') : null,
    decisions,
    incident,
    /** Why the asking moderator may not be the second person. */
    refusal:
      incident && ctx.actor.type === 'user' ? await refusalOf(ctx, ctx.actor.userId, clue.proposedBy, incident) : null,
    now: isOpen(clue) && ctx.actor.type === 'user' ? await asOfNow(ctx, clue) : null,
    /** Every reporter took the report back, and nobody has decided since whether it stands. */
    takenBack: await isTakenBack(ctx, clue.id),
    /** What each audience sees of it once the next batches have run. */
    seenBy: {
      publicSquares: publicSquares({ ...clue, state: 'verified' }),
      public: forPublic({ ...clue, state: 'verified' }, sharing),
      organisation: forOrganisation(asVerified(clue), sharing, 'organisation'),
      authority: forOrganisation(asVerified(clue), sharing, 'authority'),
    },
  };
}
export type ModeratorClue = Awaited<ReturnType<typeof forModerator>>;

const asVerified = (clue: ClueRow): ClueRow => ({
  ...clue,
  state: 'verified',
  verifiedAt: clue.verifiedAt ?? new Date(0),
});

const isOpen = ({ state }: ClueRow) => state === 'proposed' || state === 'verified';

/** The ledger as it stands: grounds now, what is missing, and what moved since the clue was proposed. */
async function asOfNow(ctx: Context, clue: ClueRow) {
  try {
    const draft = await draftClue(ctx, clue.incidentId, {
      kind: clue.kind,
      dismissed: await proposalOf(ctx, clue.id),
      secondPerson: clue.state === 'verified',
      lock: false,
    });
    return {
      grounds: draft.values.grounds,
      missing: draft.missing,
      moved: differences(clue, draft.values),
      table: { gradedWith: clue.evidenceTable, now: draft.values.evidenceTable },
    };
  } catch (error) {
    // a report taken back may leave no location at all
    if (!isProblem(error) || error.code !== 'not_enough_evidence') throw error;
    const { grounds, missing } = error.detail as { grounds: Ground[]; missing: Rule[] };
    return { grounds, missing, moved: {}, table: { gradedWith: clue.evidenceTable, now: clue.evidenceTable } };
  }
}

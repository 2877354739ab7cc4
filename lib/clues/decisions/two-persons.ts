import { eq, inArray } from 'drizzle-orm';
import { organisations, users } from '../../../drizzle/schema/accounts.ts';
import type { Context } from '../../context.ts';
import { getVerifierRule } from '../../deployment/verifier-rule.ts';
import type { IncidentView } from '../../triage/get-incident.ts';
import { isRecused, refuseRecused as refuse } from '../../triage/recusals/refuse-recused.ts';
import { communitiesBalance } from './community.ts';

/** Why somebody may not be the second person (`triage.problems.same_person_<key>`). */
export type PersonRule =
  | 'proposer'
  | 'submitter'
  | 'importer'
  | 'grader'
  | 'chooser'
  | 'claim'
  | 'recused'
  | 'community';

type Incident = Pick<IncidentView, 'id' | 'submitters' | 'importers' | 'graders' | 'choosers' | 'placedBy'>;

/** The first rule that keeps a person from verifying what another proposed; null when none does. */
export async function refusalOf(
  ctx: Context,
  userId: string,
  proposedBy: string,
  incident: Incident,
): Promise<PersonRule | null> {
  if (proposedBy === userId) return 'proposer';
  if (incident.submitters.includes(userId)) return 'submitter';
  if (incident.importers.includes(userId)) return 'importer';
  if (incident.graders.includes(userId)) return 'grader';
  if (incident.choosers.includes(userId)) return 'chooser';
  if (incident.placedBy === userId) return 'claim';
  if (await isRecused(ctx, userId, { incidents: [incident.id] })) return 'recused';
  const { required } = await getVerifierRule(ctx);
  if (!required) return null;
  const community = await communitiesOf(ctx, [proposedBy, userId]);
  return communitiesBalance(community(proposedBy), community(userId)) ? null : 'community';
}

/** For every other decision: the recused take no part. Errors: same_person. */
export const refuseRecused = (ctx: Context, userId: string, incidentId: string): Promise<void> =>
  refuse(ctx, userId, { incidents: [incidentId] });

async function communitiesOf(ctx: Context, ids: string[]) {
  const rows = await ctx.db
    .select({ id: users.id, community: organisations.community, closedAt: organisations.closedAt })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(inArray(users.id, ids));
  const open = rows.filter(({ closedAt }) => closedAt === null);
  return (id: string) => open.find((row) => row.id === id)?.community ?? null;
}

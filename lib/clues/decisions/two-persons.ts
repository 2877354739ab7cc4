import { eq, inArray } from 'drizzle-orm';
import { organisations, users } from '../../../drizzle/schema/accounts.ts';
import type { Context } from '../../context.ts';
import { getVerifierRule } from '../../deployment/verifier-rule.ts';
import type { Hands } from '../../triage/incidents/hands.ts';
import { recusedFrom, refuseRecused as refuse } from '../../triage/recusals/refuse-recused.ts';
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

type Proposal = { proposedBy: string; incident: Hands & { id: string } };

/** The first rule that keeps a person from verifying what another proposed; null when none does. */
export async function refusalOf(
  ctx: Context,
  userId: string,
  proposedBy: string,
  incident: Proposal['incident'],
): Promise<PersonRule | null> {
  return (await refusalsOf(ctx, userId, [{ proposedBy, incident }]))[0]!;
}

/** The same of many proposals, in their order, in as many statements as for one. */
export async function refusalsOf(
  ctx: Context,
  userId: string,
  proposals: readonly Proposal[],
): Promise<(PersonRule | null)[]> {
  const recused = await recusedFrom(
    ctx,
    userId,
    proposals.map(({ incident }) => incident.id),
  );
  const { required } = await getVerifierRule(ctx);
  const community = required
    ? await communitiesOf(ctx, [...new Set([userId, ...proposals.map(({ proposedBy }) => proposedBy)])])
    : null;
  return proposals.map(({ proposedBy, incident }) => {
    if (proposedBy === userId) return 'proposer';
    if (incident.submitters.includes(userId)) return 'submitter';
    if (incident.importers.includes(userId)) return 'importer';
    if (incident.graders.includes(userId)) return 'grader';
    if (incident.choosers.includes(userId)) return 'chooser';
    if (incident.placedBy === userId) return 'claim';
    if (recused.has(incident.id)) return 'recused';
    return community === null || communitiesBalance(community(proposedBy), community(userId)) ? null : 'community';
  });
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

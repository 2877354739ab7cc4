import { isDeepStrictEqual } from 'node:util';
import { recordAudit } from '../audit/record.ts';
import { keepClues } from '../clues/released-clues.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { Problem } from '../errors.ts';
import { gatherKnown } from './batches/known.ts';
import { organisationBatch } from './batches/organisation-batch.ts';
import { publicBatch } from './batches/public-batch.ts';
import { computeRisk, requireJobOrAdministrator } from './compute-risk.ts';
import { newestReadable } from './current-surface.ts';
import type { Audience } from './input.ts';
import { findPublication, insertPublication, lockSurfaces, type Publication, readCluesThen } from './store.ts';

const sameBatchMilliseconds = 12 * 3_600_000;
export type PublicationFacts = { number: number; audience: Audience; publishedOn: string; clueCount: number };

/**
 * The batch: computes today's surface and freezes what an audience sees until the next one. An administrator's or a job's.
 * A job that is repeated within half a day and would publish the same leaves the standing one. `wrong_state` without an area of interest.
 */
export async function publishRisk(ctx: Context, audience: Audience): Promise<PublicationFacts> {
  requireJobOrAdministrator(ctx);
  if (!(await computeRisk(ctx))) throw new Problem('wrong_state', { reason: 'no area of interest' });
  const ready = await newestReadable(ctx);
  if (!ready) throw new Problem('unavailable', { reason: 'no readable surface' });
  return transaction(ctx, async (ctx) => {
    await lockSurfaces(ctx.db);
    const known = await gatherKnown(ctx);
    const { clues, ...made } =
      audience === 'public' ? await publicBatch(ctx, known) : await organisationBatch(ctx, known, ready.shapes);
    const clueIds = clues.map(({ id }) => id);
    const batch = { withheld: null, ...made, clueIds, cluesThen: await keepClues(ctx, audience, clueIds) };
    const before = await findPublication(ctx.db, audience);
    const young = before && ctx.now.getTime() - before.publishedAt.getTime() < sameBatchMilliseconds;
    if (ctx.actor.type === 'job' && young && (await isSame(ctx, before, batch))) return factsOf(before);
    const published = await insertPublication(ctx.db, {
      audience,
      riskVersionId: ready.version.id,
      publishedAt: ctx.now,
      ...batch,
    });
    await recordAudit(ctx, {
      action: 'risk.publish',
      subjectType: 'riskPublication',
      subjectId: published.id,
      detail: { audience, clueCount: clues.length, number: published.number },
    });
    return factsOf(published);
  });
}

async function isSame(ctx: Context, { id, clueIds, body, withheld }: Publication, batch: object): Promise<boolean> {
  const before = { clueIds, cluesThen: await readCluesThen(ctx.db, id), body, withheld };
  return isDeepStrictEqual(before, JSON.parse(JSON.stringify(batch)));
}

const factsOf = ({ number, audience, publishedAt, clueIds }: Publication): PublicationFacts => ({
  number,
  audience,
  publishedOn: publishedAt.toISOString().slice(0, 10),
  clueCount: clueIds.length,
});

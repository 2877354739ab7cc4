import { isDeepStrictEqual } from 'node:util';
import { recordAudit } from '../audit/record.ts';
import { mayRead } from '../clues/disclosure.ts';
import { sharedClueIds } from '../clues/shared-clue-ids.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { getDeployment } from '../deployment/get-deployment.ts';
import { Problem } from '../errors.ts';
import { findAcceptedRecords } from '../records/find-accepted.ts';
import { computeRisk, requireJobOrAdministrator } from './compute-risk.ts';
import { newestReadable } from './current-surface.ts';
import { findOfficial } from './find-official.ts';
import type { Audience } from './input.ts';
import { surfaceOf } from './model/surface.ts';
import { organisationBody } from './organisation-body.ts';
import { markedSquares, publicBody } from './public-body.ts';
import { findPublication, findVerifiedClues, findVictims, insertPublication, lockSurfaces } from './store.ts';
import { shapesOf } from './surface-shapes.ts';
import { evidenceFrom, inputsOf } from './version-inputs.ts';

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
    const { clues, body } = await bodyFor(ctx, audience, ready);
    const before = await findPublication(ctx.db, audience);
    const young = before && ctx.now.getTime() - before.publishedAt.getTime() < sameBatchMilliseconds;
    if (ctx.actor.type === 'job' && young && isDeepStrictEqual(before.body, JSON.parse(JSON.stringify(body))))
      return factsOf(before);
    const made = await insertPublication(ctx.db, {
      audience,
      riskVersionId: ready.version.id,
      publishedAt: ctx.now,
      clueIds: clues.map(({ id }) => id),
      body,
    });
    await recordAudit(ctx, {
      action: 'risk.publish',
      subjectType: 'riskPublication',
      subjectId: made.id,
      detail: { audience, clueCount: clues.length, number: made.number },
    });
    return factsOf(made);
  });
}

type Stored = NonNullable<Awaited<ReturnType<typeof findPublication>>>;
const factsOf = ({ number, audience, publishedAt, clueIds }: Stored): PublicationFacts => ({
  number,
  audience,
  publishedOn: publishedAt.toISOString().slice(0, 10),
  clueCount: clueIds.length,
});

type Ready = NonNullable<Awaited<ReturnType<typeof newestReadable>>>;

async function bodyFor(ctx: Context, audience: Audience, { shapes }: Ready) {
  const deployment = (await getDeployment(ctx))!;
  const frame = {
    publishedOn: ctx.now.toISOString().slice(0, 10),
    demonstration: deployment.demonstration,
    area: deployment.areaOfInterest,
  };
  const all = await findVerifiedClues(ctx.db, deployment.demonstration);
  const records = await findAcceptedRecords(ctx.db, deployment.demonstration);
  const incidents = all.map(({ incidentId }) => incidentId);
  const shared = await sharedClueIds(
    ctx,
    all.map(({ id }) => id),
  );
  // as if what lies in a sensitive zone had never been told
  const open = all.filter((clue) => mayRead(audience, clue));
  const openRecords = records.filter((record) => mayRead(audience, record));
  if (audience === 'public') {
    const victims = await findVictims(ctx.db, incidents);
    // what its reporter took back is counted no more; its danger stays on the map, as coarse as everybody's
    const [gone, standing] = [true, false].map((is) => open.filter(({ id }) => shared.gone.has(id) === is));
    const body = publicBody({ clues: standing!, records: [...openRecords, ...gone!], victims, ...frame });
    return { clues: standing!, body };
  }
  // the authority reads every one that it may from here on, organisations the open ones
  const clues = all.filter(({ id }) => shared.either.has(id));
  const drawn = open.filter(({ id }) => shared.both.has(id));
  const told = openRecords.filter(({ audience }) => audience === 'organisations');
  const squares = markedSquares([
    ...open.filter(({ id }) => !shared.both.has(id)),
    ...openRecords.filter(({ audience }) => audience !== 'organisations'),
  ]);
  const sensitive = markedSquares([...all, ...records].filter((one) => !mayRead(audience, one)));
  // One layer serves organisations and the authority: a fine surface would tell either of a clue or record kept from it.
  const official = await findOfficial(ctx.db, deployment.demonstration, { open: true });
  const everything =
    drawn.length === all.length &&
    told.length === records.length &&
    isDeepStrictEqual(official, await findOfficial(ctx.db, deployment.demonstration));
  const own = everything
    ? shapes
    : await shapesOf(surfaceOf(evidenceFrom(inputsOf(drawn, told, official, deployment, ctx.now)).evidence));
  return { clues, body: organisationBody({ shapes: own, squares, sensitive, ...frame }) };
}

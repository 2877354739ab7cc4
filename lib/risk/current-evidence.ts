import { type Context, moderators, requireRole } from '../context.ts';
import { getDeployment } from '../deployment/get-deployment.ts';
import { findAcceptedRecords } from '../records/find-accepted.ts';
import { findOfficial } from './find-official.ts';
import type { Evidence } from './model/evidence.ts';
import { type Surface, surfaceOf } from './model/surface.ts';
import { polygonsOf } from './rules.ts';
import { stampOfInputs } from './stamp-of-inputs.ts';
import { findVerifiedClues, type VerifiedClue } from './store.ts';
import { evidenceFrom, inputsOf } from './version-inputs.ts';

type Current = { stamp: string; evidence: Evidence; surface: Surface; clues: Map<string, VerifiedClue> };
const key = Symbol.for('mineclue.risk.evidence');
// Next evaluates modules several times; one evidence is enough for all of them.
const shared = globalThis as { [key]?: Current };

/** Today's evidence, kept in memory until a clue, a record, official feedback or the day changes: moderators' only. Null without an area of interest. */
export async function currentEvidence(ctx: Context): Promise<Current | null> {
  requireRole(ctx, ...moderators);
  const deployment = await getDeployment(ctx);
  if (!deployment || !polygonsOf(deployment.areaOfInterest).length) return null;
  const day = ctx.now.toISOString().slice(0, 10);
  const area = JSON.stringify(deployment.areaOfInterest);
  const stamp = [day, await stampOfInputs(ctx.db, deployment.demonstration), area].join(' ');
  if (shared[key]?.stamp === stamp) return shared[key];
  const clues = await findVerifiedClues(ctx.db, deployment.demonstration);
  const records = await findAcceptedRecords(ctx.db, deployment.demonstration);
  const official = await findOfficial(ctx.db, deployment.demonstration);
  const { evidence } = evidenceFrom(inputsOf(clues, records, official, deployment, ctx.now));
  shared[key] = { stamp, evidence, surface: surfaceOf(evidence), clues: new Map(clues.map((clue) => [clue.id, clue])) };
  return shared[key];
}

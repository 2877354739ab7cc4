import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { candidateIds, loadCompared } from '../candidates.ts';
import { rankCandidates } from '../rank.ts';
import { offeredScore } from '../weights.ts';
import type { DuplicateSet } from './duplicate-set.ts';
import { emptyGazetteer, storeTold } from './store-told.ts';

/** `found`: share of pairs whose own report the database hands to the scorer; the others are those of both together. */
export type Retrieval = {
  found: number;
  candidates: number;
  mostCandidates: number;
  recallAt5: number;
  precision: number;
  missed: string[];
};

/** The set as reports of an empty database (it is filled), and the search of production for each query. */
export async function retrievalOf(ctx: Context, { pool, queries }: DuplicateSet): Promise<Retrieval> {
  const gazetteer = emptyGazetteer();
  const ids = new Map(pool.map(({ id }) => [id, randomUUID()]));
  await storeTold(
    ctx,
    gazetteer,
    pool.map(({ id, told }) => ({ id: ids.get(id)!, told, state: 'submitted' })),
  );
  // a rejected report is nobody's candidate: the queries are not found by one another
  const asked = queries.map((query) => ({ ...query, reportId: randomUUID() }));
  await storeTold(
    ctx,
    gazetteer,
    asked.map(({ reportId, told }) => ({ id: reportId, told, state: 'rejected' })),
  );
  for (const table of ['reports', 'location_claims', 'places']) await ctx.db.execute(sql.raw(`analyze ${table}`));

  const missed: string[] = [];
  const counts: number[] = [];
  let [pairs, amongFive, offered, right] = [0, 0, 0, 0];
  for (const { id, reportId, match } of asked) {
    const [here] = await loadCompared(ctx, [reportId]);
    const found = await candidateIds(ctx, here!);
    counts.push(found.length);
    const ranked = rankCandidates(here!.sighting, await loadCompared(ctx, found));
    const own = match && ids.get(match)!;
    for (const { score, id: candidate } of ranked)
      if (score >= offeredScore) {
        offered++;
        if (candidate === own) right++;
      }
    if (!own) continue;
    pairs++;
    if (!found.includes(own)) missed.push(id);
    if (ranked.slice(0, 5).some((one) => one.id === own)) amongFive++;
  }
  return {
    found: 1 - missed.length / pairs,
    candidates: counts.reduce((sum, count) => sum + count, 0) / counts.length,
    mostCandidates: Math.max(...counts),
    recallAt5: amongFive / pairs,
    precision: right / offered,
    missed,
  };
}

import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { makeContext } from '../context.ts';
import { closeDatabase, database } from '../db/client.ts';
import { transaction } from '../db/transaction.ts';
import { currentSurface, currentVersion } from '../risk/current-surface.ts';
import { publishRisk } from '../risk/publish-risk.ts';
import { freshId, insertClue, job, seedForRisk, userActor } from '../risk/testing.ts';
import { emit } from './events.ts';
import { startWorker } from './start-worker.ts';

// From the commit of a changed clue, through outbox, queue and model, to the shapes of the moderators' map.
const standing = 100;
const runs = 12;
const db = database();
const moderator = makeContext(db, userActor(freshId(), 'moderator'));
const area = JSON.parse(readFileSync('drizzle/demonstration/area-of-interest.geojson', 'utf8')).geometry;
const people = await seedForRisk(db);
await db.execute(
  sql`update deployment set area_of_interest = ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(area)}), 4326)`,
);
const place = (i: number) => ({
  type: 'Point' as const,
  coordinates: [46.5 + (i % 10) / 12, 39.4 + (i % 7) / 8] as [number, number],
});
for (let i = 0; i < standing; i++)
  await insertClue(db, { ...people, geometry: place(i), precisionClass: 'C', uncertaintyMetres: 2000 });

const stop = await startWorker();
await until(async () => (await currentVersion(moderator)) > 0);
await currentSurface(moderator);
await sleep(12_000);
const delays = monitorEventLoopDelay({ resolution: 5 });
delays.enable();
const computed: number[] = [];
const shown: number[] = [];
for (let i = 0; i < runs; i++) {
  const before = await currentVersion(moderator);
  await transaction(makeContext(db, job), async (ctx) => {
    const clue = await insertClue(ctx.db, { ...people, geometry: place(i + 3) });
    await emit(ctx, { type: 'clue.changed', clueId: clue.id });
  });
  const began = performance.now();
  await until(async () => (await currentVersion(moderator)) > before);
  computed.push(performance.now() - began);
  await currentSurface(moderator);
  shown.push(performance.now() - began);
}
delays.disable();
const began = performance.now();
await publishRisk(makeContext(db, job), 'public');
const batch = performance.now() - began;
const [size] = (
  await db.execute<{ kb: number; cells: number }>(
    sql`select length(artifact) / 1000 as kb, cell_count as cells from risk_versions order by number desc limit 1`,
  )
).rows;

const at = (times: number[], share: number) =>
  Math.round(times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))]!);
console.log(`${standing} standing clues, ${size?.cells} cells, artifact ${size?.kb} kB, ${runs} changes`);
console.log(`clue committed -> new version stored: p50 ${at(computed, 0.5)} ms, most ${at(computed, 1)} ms`);
console.log(`clue committed -> shapes of the moderators' map ready: p50 ${at(shown, 0.5)} ms, most ${at(shown, 1)} ms`);
console.log('(an open map asks every 2,000 ms, so a reader sees it up to that much later)');
console.log(
  `longest block of the event loop: ${Math.round(delays.max / 1e6)} ms; public batch: ${Math.round(batch)} ms`,
);
await stop();
await closeDatabase();

async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await sleep(20);
}

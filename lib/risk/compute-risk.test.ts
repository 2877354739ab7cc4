import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { clues } from '../../drizzle/schema/clues.ts';
import { outboxEvents } from '../../drizzle/schema/jobs.ts';
import { riskVersions } from '../../drizzle/schema/risk.ts';
import { testDatabase } from '../db/testing.ts';
import { computeRisk } from './compute-risk.ts';
import { currentSurface, currentVersion } from './current-surface.ts';
import { freshId, insertClue, job, seedForRisk, userActor } from './testing.ts';

describe('the moderators’ surface', () => {
  const t = testDatabase();
  let people: { proposer: string; verifier: string };
  const moderator = userActor(freshId(), 'moderator');
  before(async () => {
    await t.reset();
    people = await seedForRisk(t.db);
    await insertClue(t.db, people);
  });

  it('is computed by a job, with audit row and event', async () => {
    const version = await computeRisk(t.context(job));
    assert.ok(version && version.clueCount === 1 && version.cellCount > 1000);
    const audits = await t.db.select().from(auditEvents).where(eq(auditEvents.action, 'risk.compute'));
    assert.equal(audits.length, 1);
    const events = await t.db.select().from(outboxEvents).where(eq(outboxEvents.type, 'risk.computed'));
    assert.equal(events.length, 1);
  });

  it('is refused to the public, organisations and moderators as a computation', async () => {
    await assert.rejects(computeRisk(t.context()), { code: 'not_signed_in' });
    for (const role of ['organisation', 'moderator', 'lead'] as const)
      await assert.rejects(computeRisk(t.context(userActor(freshId(), role))), { code: 'forbidden' });
  });

  it('stays the same version while no clue changed, and becomes a new one with a clue', async () => {
    const first = await computeRisk(t.context(job));
    assert.equal((await computeRisk(t.context(job)))?.number, first?.number);
    const clue = await insertClue(t.db, { ...people, geometry: { type: 'Point', coordinates: [46.6, 39.7] } });
    const second = await computeRisk(t.context(job));
    assert.ok(second && first && second.number > first.number && second.clueCount === 2);
    await t.db.update(clues).set({ state: 'withdrawn' }).where(eq(clues.id, clue.id));
    const third = await computeRisk(t.context(job));
    assert.equal(third?.inputDigest, first.inputDigest, 'adding then withdrawing is the identity');
  });

  it('is shown to moderators only, no cell bare', async () => {
    const surface = await currentSurface(t.context(moderator));
    assert.ok(surface && surface.danger.length > 0 && surface.clues.length === 1);
    const cells = [...surface.danger, ...surface.ignorance].reduce((sum, { cellCount }) => sum + cellCount, 0);
    assert.ok(cells >= surface.version.cellCount);
    assert.equal(await currentVersion(t.context(moderator)), surface.version.number);
    await assert.rejects(currentSurface(t.context()), { code: 'not_signed_in' });
    await assert.rejects(currentSurface(t.context(userActor(freshId(), 'organisation'))), { code: 'forbidden' });
    await assert.rejects(currentSurface(t.context(userActor(freshId(), 'administrator'))), { code: 'forbidden' });
  });

  it('stays the last good one when the newest artifact is damaged', async () => {
    const good = await currentSurface(t.context(moderator));
    await t.db.execute(sql`insert into risk_versions (computed_at, as_of, model_version, input_digest, clue_count, cell_count, artifact)
      select now(), as_of, model_version, 'damaged', 9, cell_count, set_byte(artifact, 400, (get_byte(artifact, 400) + 1) % 256)
      from risk_versions where number = ${good?.version.number}`);
    const [newest] = await t.db
      .select({ digest: riskVersions.inputDigest })
      .from(riskVersions)
      .orderBy(sql`number desc`)
      .limit(1);
    assert.equal(newest?.digest, 'damaged');
    assert.equal((await currentSurface(t.context(moderator)))?.version.number, good?.version.number);
  });

  it('leaves practice out of a real database', async () => {
    const before = await computeRisk(t.context(job));
    await insertClue(t.db, { ...people, practice: true });
    assert.equal((await computeRisk(t.context(job)))?.clueCount, before?.clueCount);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { testDatabase } from '../../lib/db/testing.ts';
import { auditEvents } from '../schema/audit.ts';
import { clues } from '../schema/clues.ts';
import { locationClaims, reports } from '../schema/reports.ts';
import { riskPublications } from '../schema/risk.ts';
import { assessments } from '../schema/triage.ts';
import { seed } from '../seed.ts';
import { importIncidents } from './import-incidents.ts';
import { demonstrationIncidents } from './read-incidents.ts';

const baseUrl = 'http://localhost:3000';
const rowsInFile =
  readFileSync(new URL('./public-incidents.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n').length - 1;

describe('a demonstration', () => {
  const t = testDatabase();
  let lines: string[];
  before(async () => {
    await t.reset();
    lines = await seed({ baseUrl, demonstration: true });
  });

  test('prints what was imported and four one-time links', () => {
    assert.ok(
      lines.includes(
        'Imported: 107 rows read: 79 located, 28 unlocated, 0 rejected; 55 became clues, 52 wait in the queue.',
      ),
      lines.join('\n'),
    );
    assert.equal(lines.filter((line) => line.includes(baseUrl)).length, 4);
    assert.match(lines[0]!, /^DEMONSTRATION\. .*do not plan movement/);
  });

  test('holds every row as a practice report of the media, with its publishers', async () => {
    const rows = await t.db.select().from(reports);
    assert.equal(rows.length, rowsInFile);
    assert.ok(
      rows.every(({ practice, channel, reporterType }) => practice && channel === 'import' && reporterType === 'media'),
    );
    const { rows: without } = await t.db.execute(
      sql`select id from reports r where not exists (select from report_sources s where s.report_id = r.id)`,
    );
    assert.deepEqual(without, []);
  });

  test('draws no point where only a district is known', async () => {
    const { rows } = await t.db.execute<{ located: boolean; n: number }>(
      sql`select geometry is not null as located, count(*)::int as n from ${locationClaims} group by 1 order by 1`,
    );
    assert.deepEqual(rows, [
      { located: false, n: 28 },
      { located: true, n: 79 },
    ]);
  });

  test('its clues are class C, graded C/2, proposed by one and verified by another', async () => {
    const rows = await t.db.select().from(clues);
    assert.equal(rows.length, 55);
    for (const clue of rows) {
      assert.deepEqual(
        [clue.state, clue.precisionClass, clue.sourceReliability, clue.infoCredibility],
        ['verified', 'C', 'C', '2'],
      );
      assert.ok(clue.proposedBy && clue.verifiedBy && clue.proposedBy !== clue.verifiedBy);
    }
    assert.equal((await t.db.select().from(assessments)).length, 55);
    const states = await t.db
      .select({ state: reports.state, n: sql<number>`count(*)::int` })
      .from(reports)
      .groupBy(reports.state);
    assert.deepEqual(Object.fromEntries(states.map(({ state, n }) => [state, n])), {
      submitted: 52,
      verified_clue: 55,
    });
  });

  test('both batches have run, and the import left its report in the audit', async () => {
    const audiences = await t.db.select({ audience: riskPublications.audience }).from(riskPublications);
    assert.deepEqual(audiences.map(({ audience }) => audience).sort(), ['organisation', 'public']);
    const [audited] = await t.db.select().from(auditEvents).where(eq(auditEvents.action, 'demonstration.import'));
    assert.deepEqual(audited!.detail, { read: 107, located: 79, unlocated: 28, rejected: [], clues: 55, queued: 52 });
  });

  test('started again it imports nothing, and an interrupted import can be run again', async () => {
    const again = await seed({ baseUrl, demonstration: true });
    assert.equal(again.length, 4, 'fresh links only');
    const job = t.context({ type: 'job', name: 'seed' });
    const report = await importIncidents(job, demonstrationIncidents(), {
      moderatorOne: { type: 'public' },
      moderatorTwo: { type: 'public' },
    });
    assert.deepEqual([report.read, report.located, report.clues, report.rejected], [107, 79, 55, []]);
    assert.equal((await t.db.select().from(reports)).length, rowsInFile);
  });
});

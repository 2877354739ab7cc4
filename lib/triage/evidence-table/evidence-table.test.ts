import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { clues } from '../../../drizzle/schema/clues.ts';
import { getClue } from '../../clues/get-clue.ts';
import { proposeClue } from '../../clues/propose-clue.ts';
import { clueCases, fails } from '../../clues/testing.ts';
import { verifyClue } from '../../clues/verify-clue.ts';
import type { UserActor } from '../../context.ts';
import { getIncident } from '../get-incident.ts';
import { makeUser } from '../testing.ts';
import { listTables } from './list-tables.ts';
import { previewTable } from './preview-table.ts';
import { fieldRows, type TableRow } from './rows.ts';
import { restoreTable, saveTable } from './save-table.ts';

describe('the mapping to evidence classes', () => {
  const cases = clueCases();
  const { t } = cases;
  let administrator: UserActor;
  before(async () => {
    await t.reset();
    await cases.start();
    administrator = await makeUser(t.db, 'administrator');
  });
  const weaker: TableRow[] = fieldRows.map((row) =>
    row.kind === 'human_accident' && row.condition === 'detonation_located'
      ? { ...row, evidenceClass: 'indirect' }
      : row,
  );
  const classOf = async (incidentId: string) =>
    (await getIncident(t.context(cases.first), incidentId)).items[0]?.evidenceClass;

  it("is the field's own table until an administrator saves another, with a reason", async () => {
    const { number, rows, versions } = await listTables(t.context(administrator));
    assert.deepEqual([number, versions.length], [0, 0]);
    assert.deepEqual(rows, fieldRows);
    const save = { rows: weaker, basedOn: 0, reason: 'This programme counts them so.' };
    for (const actor of [cases.first, await makeUser(t.db, 'lead')])
      await assert.rejects(saveTable(t.context(actor), save), fails('forbidden'));
    const by = t.context(administrator);
    await assert.rejects(saveTable(by, { ...save, reason: '' }), fails('invalid_input'));
    await assert.rejects(saveTable(by, { ...save, rows: fieldRows }), fails('already_done'));
    await assert.rejects(saveTable(by, { ...save, basedOn: 4 }), fails('stale_version'));
  });

  it('shows what would change, changes open cases only, and tells it on verified clues', async () => {
    const done = await cases.proposed();
    await verifyClue(t.context(cases.second), { clueId: done.clueId, version: done.version });
    const open = await cases.graded();
    const by = t.context(administrator);
    const effect = await previewTable(by, weaker);
    assert.deepEqual(
      effect.map(({ before: was, after, verified }) => [was, after, verified]),
      [
        ['direct', 'indirect', false],
        ['direct', 'indirect', true],
      ],
    );
    await assert.rejects(previewTable(t.context(cases.first), weaker), fails('forbidden'));
    assert.deepEqual(await previewTable(by, fieldRows), []);

    const saved = await saveTable(by, { rows: weaker, basedOn: 0, reason: 'This programme counts them so.' });
    assert.equal(saved.number, 1);
    assert.equal(await classOf(open.incidentId), 'indirect');
    const [row] = await t.db.select().from(clues).where(eq(clues.id, done.clueId));
    assert.deepEqual([row?.evidenceClass, row?.evidenceTable], ['direct', 0]);
    const view = await getClue(t.context(cases.third), done.clueId);
    assert.ok(view.audience === 'moderator');
    assert.deepEqual(view.now?.table, { gradedWith: 0, now: 1 });
    assert.deepEqual(view.now?.moved, { evidenceClass: ['direct', 'indirect'] });
    const clue = await proposeClue(t.context(cases.first), { incidentId: open.incidentId });
    const [next] = await t.db.select().from(clues).where(eq(clues.id, clue.clueId));
    assert.deepEqual([next?.evidenceClass, next?.evidenceTable], ['indirect', 1]);
    const [trail] = await t.db.select().from(auditEvents).where(eq(auditEvents.action, 'evidence_table.save'));
    assert.deepEqual([trail?.actorId, trail?.reason], [administrator.userId, 'This programme counts them so.']);
  });

  it('brings an older version back as a new one, and keeps who, when and why', async () => {
    const by = t.context(administrator);
    await assert.rejects(restoreTable(by, { number: 9, basedOn: 1, reason: 'x' }), fails('not_found'));
    const { number } = await restoreTable(by, { number: 0, basedOn: 1, reason: 'The field’s own after all.' });
    assert.equal(number, 2);
    const { versions, rows } = await listTables(t.context(cases.first));
    assert.deepEqual(rows, fieldRows);
    assert.deepEqual(
      versions.map(({ number, reason, restores, changes }) => [number, reason, restores, changes.length]),
      [
        [2, 'The field’s own after all.', 0, 1],
        [1, 'This programme counts them so.', null, 1],
      ],
    );
  });
});

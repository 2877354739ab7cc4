import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { reports } from '../../../drizzle/schema/reports.ts';
import { textDecisions } from '../../../drizzle/schema/text-decisions.ts';
import type { UserActor } from '../../context.ts';
import { testDatabase } from '../../db/testing.ts';
import { isProblem } from '../../errors.ts';
import { assessReport } from '../assess-report.ts';
import { ledgerOf } from '../ledger.ts';
import { loadReports } from '../store.ts';
import { makeReport, makeUser } from '../testing.ts';
import { decideText, undoTextAct } from './decide-text.ts';
import { marksOf, redactedText } from './marks.ts';

const t = testDatabase();
const code = (wanted: string) => (error: unknown) => isProblem(error) && error.code === wanted;
const text = 'Vüqar müəllim saw it, call (050) 555-12-34, near the mill.';
const grade = {
  sourceReliability: 'C',
  infoCredibility: '2',
  sourceClass: 'individual',
};

describe('decideText', () => {
  let moderator: UserActor;
  let reportId: string;
  before(async () => {
    await t.reset();
    moderator = await makeUser(t.db);
    reportId = await makeReport(t.db, { description: text });
  });
  after(t.close);

  const report = async () => (await loadReports(t.context(moderator), [reportId]))[0]!;
  const told = async () => {
    const one = ledgerOf({ reports: [await report()] })[0]!;
    return [one.textRead, one.marksLeft];
  };
  const audited = async (action: string) =>
    (await t.db.select().from(auditEvents).where(eq(auditEvents.action, action))).map(({ detail }) => detail);

  it('is for moderators, on the version and within the text that they saw', async () => {
    const spans = [{ start: 0, end: 5, hide: true }];
    const by = t.context(moderator);
    for (const role of ['organisation', 'administrator'] as const) {
      const other = t.context(await makeUser(t.db, role));
      await assert.rejects(decideText(other, { reportId, version: 1, spans }), code('forbidden'));
      await assert.rejects(undoTextAct(other, { reportId, version: 1 }), code('forbidden'));
    }
    await assert.rejects(decideText(by, { reportId, version: 7, spans }), code('stale_version'));
    for (const end of [0, 500])
      await assert.rejects(
        decideText(by, { reportId, version: 1, spans: [{ start: 0, end, hide: true }] }),
        code('invalid_input'),
      );
    await assert.rejects(undoTextAct(by, { reportId, version: 1 }), code('wrong_state'));
    const wordless = await makeReport(t.db, { description: null });
    await assert.rejects(decideText(by, { reportId: wordless, version: 1, spans: [] }), code('wrong_state'));
    assert.equal((await t.db.select().from(textDecisions)).length, 0);
  });

  it('leaves marks open whatever a grader ticked, until each is decided', async () => {
    const by = t.context(moderator);
    assert.deepEqual(
      marksOf(text, []).map(({ kind, hide }) => [kind, hide]),
      [
        ['name', null],
        ['phone', null],
      ],
    );
    await assessReport(by, { reportId, version: 1, ...grade });
    assert.deepEqual(await told(), [false, 2]);
    const [name, phone] = marksOf(text, []).map(({ start, end }, i) => ({ start, end, hide: i === 1 }));
    assert.equal((await decideText(by, { reportId, version: 2, spans: [name] })).left, 1);
    assert.deepEqual(await told(), [false, 1]);
    const mill = { start: text.indexOf('mill'), end: text.indexOf('mill') + 4, hide: true };
    assert.equal((await decideText(by, { reportId, version: 3, spans: [name, phone, mill] })).left, 0);
    assert.deepEqual(await told(), [true, 0]);
    assert.equal(redactedText(text, (await report()).text.spans), 'Vüqar müəllim saw it, call […], near the […].');
    assert.deepEqual((await audited('report.decide_text')).at(-1), { version: 4, hidden: 2, left: 0 });
  });

  it('takes acts back one by one and keeps every row', async () => {
    const by = t.context(moderator);
    assert.equal((await undoTextAct(by, { reportId, version: 4 })).left, 1);
    assert.deepEqual(await told(), [false, 1]);
    assert.equal((await undoTextAct(by, { reportId, version: 5 })).left, 2);
    assert.deepEqual((await report()).text, { spans: [], read: false, undoable: false });
    await assert.rejects(undoTextAct(by, { reportId, version: 6 }), code('wrong_state'));
    assert.equal((await t.db.select().from(textDecisions)).length, 4);
    assert.deepEqual((await audited('report.undo_text')).at(-1), { version: 6, hidden: 0, left: 2 });
  });

  it('counts a text without marks as read by the decision alone, for the words as they were then', async () => {
    const by = t.context(moderator);
    const plain = await makeReport(t.db, { description: 'A blast behind the mill.' });
    const scrubbed = async () => ledgerOf({ reports: await loadReports(by, [plain]) })[0]!.textRead;
    assert.equal(await scrubbed(), false);
    await decideText(by, { reportId: plain, version: 1, spans: [] });
    assert.equal(await scrubbed(), true);
    await t.db.update(reports).set({ description: 'A blast behind our mill.' }).where(eq(reports.id, plain));
    assert.equal(await scrubbed(), false);
  });
});

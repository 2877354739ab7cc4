import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { demonstrationPlaces } from '../../../drizzle/demonstration/read-places.ts';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { deployment } from '../../../drizzle/schema/deployment.ts';
import { reports } from '../../../drizzle/schema/reports.ts';
import { textDecisions } from '../../../drizzle/schema/text-decisions.ts';
import type { UserActor } from '../../context.ts';
import { testDatabase } from '../../db/testing.ts';
import { isProblem } from '../../errors.ts';
import { importPlaces } from '../../places/import-places.ts';
import { decideImported } from '../../triage/bulk/decide-imported.ts';
import { gradeImported } from '../../triage/bulk/grade-imported.ts';
import { checkImport, runImport } from '../../triage/bulk/import-reports.ts';
import { getImport, listImports } from '../../triage/bulk/list-imported.ts';
import { listUnreadTexts, readImported } from '../../triage/bulk/read-imported.ts';
import { makeUser } from '../../triage/testing.ts';
import { proposeClue } from '../propose-clue.ts';
import { verifyClue } from '../verify-clue.ts';
import { listToVerify } from './list-to-verify.ts';
import { proposeReady } from './propose-ready.ts';

const fails =
  (code: string, detail: (d: Record<string, unknown>) => boolean = () => true) =>
  (error: unknown) =>
    isProblem(error) && error.code === code && detail(error.detail as Record<string, unknown>);

const file = readFileSync(new URL('../../../drizzle/demonstration/public-incidents.csv', import.meta.url), 'utf8');
const [head, ...lines] = file.split(/\r?\n/);
const ids = ['PUB-0023', 'PUB-0028', 'PUB-0005', 'PUB-0041', 'PUB-0051'];
const rowsOf = (wanted: string[]) => lines.filter((line) => wanted.includes(line.slice(0, 8)));
const csv = [
  head,
  ...rowsOf(ids),
  'PUB-9999,20x0-11-28,day,Nowhere,,,,,none,,1,0,civilian,,mine,no,,,,a.az,,high,',
].join('\n');

describe('an import of publicly reported events', () => {
  const t = testDatabase();
  let [one, two] = [] as unknown as [UserActor, UserActor];
  before(async () => {
    await t.reset();
    await t.db.insert(deployment).values({ demonstration: true, emergencyNumbers: [] });
    [one, two] = [await makeUser(t.db), await makeUser(t.db)];
    await importPlaces(t.context({ type: 'job', name: 'test' }), demonstrationPlaces());
  });
  const ctx = (actor = one) => t.context(actor);

  it('is for moderators, and for files of its columns', async () => {
    const raw = { csv, series: 'news-2020' };
    await assert.rejects(checkImport(t.context(), raw), fails('not_signed_in'));
    const organisation = t.context(await makeUser(t.db, 'organisation'));
    for (const door of [
      () => checkImport(organisation, raw),
      () => runImport(organisation, {}),
      () => decideImported(organisation, {}),
      () => gradeImported(organisation, {}),
      () => getImport(organisation, one.userId),
      () => listImports(organisation),
      () => proposeReady(organisation, one.userId),
      () => listToVerify(organisation),
    ])
      await assert.rejects(door(), fails('forbidden'));
    const wrong = (key: string) => fails('invalid_input', (d) => Object.values(d.fields as object)[0] === key);
    await assert.rejects(checkImport(ctx(), { csv: 'a,b\n1,2', series: 'x' }), wrong('columns_missing'));
    await assert.rejects(checkImport(ctx(), { csv, series: 'No Such!' }), wrong('series_invalid'));
  });

  it('is checked first, without a report; every rejected row has its reason', async () => {
    const checked = await checkImport(ctx(), { csv, series: 'news-2020', fileName: 'a.csv' });
    const { read, located, unlocated, repeated, rejected } = checked;
    assert.deepEqual(
      { read, located, unlocated, repeated, rejected },
      {
        read: 6,
        located: 4,
        unlocated: 1,
        repeated: 0,
        rejected: 1,
      },
    );
    assert.equal(await t.db.$count(reports), 0);
    const { batch } = await getImport(ctx(), checked.batchId);
    assert.deepEqual(batch.rejected, [{ row: 6, id: 'PUB-9999', reason: 'date: 20x0-11-28' }]);
    assert.equal((await listImports(ctx()))[0]?.state, 'checked');
  });

  it('brings rows in as cases with their candidates, which go through the same two persons, faster', async () => {
    const [batch] = await listImports(ctx());
    const basis = { batchId: batch!.id, version: batch!.version };
    const done = await runImport(ctx(), basis);
    assert.deepEqual([done.imported, done.repeated, done.rejected], [5, 0, 1]);
    await assert.rejects(runImport(ctx(), basis), fails('already_done'));
    const brought = await t.db.select().from(reports);
    assert.ok(brought.every(({ channel, submittedBy }) => channel === 'import' && submittedBy === null));
    const audit = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, basis.batchId));
    assert.deepEqual(
      audit.map(({ action }) => action),
      ['import.check', 'import.run'],
    );

    // the next file of the same list: what is there already is no second report
    const again = await checkImport(ctx(), { csv: [head, ...rowsOf(['PUB-0023'])].join('\n'), series: 'news-2020' });
    assert.equal(again.repeated, 1);
    assert.equal((await runImport(ctx(), again)).imported, 0);

    // nor is it another one after an office programme has saved it with its own ends of lines
    for (const end of ['\r\n', '\r'])
      for (const mixed of [`${head}\n`, `${head}${end}`]) {
        const csv = mixed + [...rowsOf(['PUB-0023', 'PUB-0028']), ''].join(end);
        const saved = await checkImport(ctx(), { csv, series: 'news-2020' });
        assert.deepEqual([saved.read, saved.repeated, saved.rejected], [2, 2, 0]);
      }

    // another list tells of the same event: its row comes with the first as candidate
    const other = await checkImport(ctx(), {
      csv: [head, ...rowsOf(['PUB-0023'])].join('\n').replace(',4,0,civilian', ',5,0,civilian'),
      series: 'agency',
    });
    await runImport(ctx(), other);
    const twin = await getImport(ctx(), other.batchId);
    assert.equal(twin.current?.stage, 'waiting');
    const [best] = twin.candidates;
    const original = brought.find(({ killed, dateStart }) => killed === 4 && dateStart === '2020-11-28')!;
    assert.equal(best?.reportId, original.id);
    assert.ok(best!.reasons.length > 0);

    for (let i = 0; i < 5; i++) {
      const { current, candidates } = await getImport(ctx(), basis.batchId);
      assert.ok(current);
      const decision = current.located ? 'new' : 'skip';
      const heldApart = candidates.map(({ reportId }) => reportId).filter((id) => id !== twin.current!.report.id);
      await decideImported(ctx(), { rowId: current.id, version: current.report.version, decision, heldApart });
    }
    const same = { rowId: twin.current!.id, version: twin.current!.report.version, decision: 'same' };
    await assert.rejects(decideImported(ctx(), { ...same, decision: 'same' }), fails('invalid_input'));
    await assert.rejects(decideImported(ctx(), { ...same, version: 9 }), fails('stale_version'));
    await decideImported(ctx(), { ...same, candidateId: best!.reportId });
    const { counts } = await getImport(ctx(), basis.batchId);
    assert.deepEqual([counts.waiting, counts.left, counts.ungraded], [0, 1, 4]);

    const early = await proposeReady(ctx(), basis.batchId);
    assert.equal(early.proposed, 0);
    assert.ok(early.notReady.every(({ missing }) => missing.includes('specific_event')));
    const grade = {
      sourceReliability: 'C',
      infoCredibility: '2',
      sourceClass: 'media',
      detonationAttested: true,
    };
    assert.equal((await gradeImported(ctx(), { batchId: basis.batchId, ...grade })).graded, 4);
    assert.equal((await gradeImported(ctx(), { batchId: other.batchId, ...grade })).graded, 1);
    // a grade says nothing of the words: they are read by a person, each on record
    const unready = await proposeReady(ctx(), basis.batchId);
    assert.ok(unready.notReady.length === 4 && unready.notReady.every(({ missing }) => missing.includes('scrubbed')));
    await assert.rejects(readImported(t.context(), { batchId: basis.batchId, seen: [] }), fails('not_signed_in'));
    for (const { batchId } of [basis, other]) {
      const { count, texts } = await listUnreadTexts(ctx(), batchId);
      const seen = texts.map(({ id, version }) => ({ reportId: id, version }));
      const stale = seen.map((one) => ({ ...one, version: one.version - 1 }));
      assert.equal((await readImported(ctx(), { batchId, seen: stale })).read, 0);
      assert.equal((await readImported(ctx(), { batchId, seen })).read, count);
      assert.equal((await listUnreadTexts(ctx(), batchId)).count, 0);
    }
    assert.equal((await t.db.select().from(textDecisions)).length, 5);
    const ready = await proposeReady(ctx(), basis.batchId);
    assert.deepEqual([ready.proposed, ready.notReady], [4, []]);

    assert.ok((await listToVerify(ctx())).every(({ notMine }) => notMine === 'proposer'));
    const mine = await listToVerify(ctx(two));
    assert.equal(mine.length, 4);
    for (const { clue, notMine } of mine) {
      assert.equal(notMine, null);
      await verifyClue(ctx(two), { clueId: clue.id, version: clue.version });
    }
    assert.equal((await getImport(ctx(), basis.batchId)).counts.verified, 4);
  });

  it('is not verified by whoever brought it in, though another graded and proposed it', async () => {
    const basis = await checkImport(ctx(), { csv: [head, ...rowsOf(['PUB-0033'])].join('\n'), series: 'own-file' });
    await runImport(ctx(), basis);
    const row = (await getImport(ctx(two), basis.batchId)).current!;
    await decideImported(ctx(two), { rowId: row.id, version: row.report.version, decision: 'new' });
    const grade = { sourceReliability: 'C', infoCredibility: '2', sourceClass: 'media' };
    await gradeImported(ctx(two), { batchId: basis.batchId, ...grade, detonationAttested: true });
    const { incident } = (await getImport(ctx(two), basis.batchId)).rows[0]!;
    const { clueId, version } = await proposeClue(ctx(two), { incidentId: incident!.id, dismissedReportIds: 'all' });
    await assert.rejects(
      verifyClue(ctx(one), { clueId, version }),
      (error) => isProblem(error) && error.detail.rule === 'importer',
    );
  });

  it('links a mere repeat to its original instead of asking anybody to join a verified clue', async () => {
    const repeat = await checkImport(ctx(), { csv: [head, ...rowsOf(['PUB-0028'])].join('\n'), series: 'echo' });
    await runImport(ctx(), repeat);
    const { current, candidates } = await getImport(ctx(), repeat.batchId);
    const edit = { rowId: current!.id, version: current!.report.version, candidateId: candidates[0]?.reportId };
    const joining = decideImported(ctx(), { ...edit, decision: 'same' });
    await assert.rejects(
      joining,
      fails('wrong_state', (d) => String(d.clue).startsWith('C-')),
    );
    await decideImported(ctx(), { ...edit, decision: 'repeat', reason: 'The same wire.' });
    const [row] = await t.db.select().from(reports).where(eq(reports.id, current!.report.id));
    assert.deepEqual([row?.state, row?.mergedInto], ['duplicate', candidates[0]?.reportId]);
    assert.equal((await getImport(ctx(), repeat.batchId)).counts.repeat, 1);
  });
});

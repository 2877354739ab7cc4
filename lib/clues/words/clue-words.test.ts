import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { organisations } from '../../../drizzle/schema/accounts.ts';
import { clues } from '../../../drizzle/schema/clues.ts';
import { consents } from '../../../drizzle/schema/contacts.ts';
import { reports } from '../../../drizzle/schema/reports.ts';
import { consentVersion } from '../../reports/input.ts';
import { makeUser } from '../../triage/testing.ts';
import { decideText, undoTextAct } from '../../triage/text/decide-text.ts';
import { clueCases, fails } from '../testing.ts';
import { verifyClue } from '../verify-clue.ts';
import { countClueWords, listClueWords } from './clue-words.ts';

const cases = clueCases();
const { t } = cases;
const description = 'Ask Mr. Aram Petrosyan, 091 12 34 56 or +374 91 12 34 56. A blast behind the mill.';

describe('words of a clue', () => {
  before(async () => {
    await t.reset();
    await cases.start();
  });
  after(t.close);

  it('keep it from being verified while a mark is undecided, and go out with […] only', async () => {
    const clue = await cases.proposed({ description: 'A blast behind the mill.', shareWithNgos: true });
    await t.db.update(reports).set({ description }).where(eq(reports.id, clue.id));
    const verify = () => verifyClue(t.context(cases.second), { clueId: clue.clueId, version: clue.version });
    const left = (wanted: string) =>
      fails('not_enough_evidence', (d) =>
        (d.grounds as { rule: string; detail: { why: string; marks?: string } }[]).some(
          ({ rule, detail }) => rule === 'scrubbed' && detail.why === 'marks_left' && detail.marks?.endsWith(wanted),
        ),
      );
    await assert.rejects(verify, left(': 3'));
    const by = t.context(cases.first);
    const span = (words: string, hide: boolean) => {
      const start = description.indexOf(words);
      return { start, end: start + words.length, hide };
    };
    const version = async () =>
      (await t.db.select({ version: reports.version }).from(reports).where(eq(reports.id, clue.id)))[0]!.version;
    const some = [span('Mr. Aram Petrosyan', true), span('091 12 34 56', true)];
    await decideText(by, { reportId: clue.id, version: await version(), spans: some });
    await assert.rejects(verify, left(': 1'));
    const spans = [...some, span('+374 91 12 34 56', true)];
    await decideText(by, { reportId: clue.id, version: await version(), spans });
    await verify();

    const third = t.context(cases.third);
    const out = [{ language: 'en', text: 'Ask […], […] or […]. A blast behind the mill.' }];
    assert.deepEqual(await listClueWords(third, clue.clueId), out);
    assert.deepEqual(await countClueWords(third, clue.clueId), { organisation: 1, authority: 1 });
    await assert.rejects(countClueWords(t.context(), clue.clueId), fails('not_signed_in'));
    const organisationId = (
      await t.db.insert(organisations).values({ name: 'NGO', kind: 'ngo' }).returning({ id: organisations.id })
    )[0]!.id;
    const [{ exportId } = { exportId: '' }] = await t.db.select().from(clues).where(eq(clues.id, clue.clueId));
    const ngo = t.context(await makeUser(t.db, 'organisation', organisationId));
    await assert.rejects(listClueWords(ngo, exportId), fails('not_found'));
    await assert.rejects(listClueWords(t.context(), clue.clueId), fails('not_found'));
    await undoTextAct(by, { reportId: clue.id, version: await version() });
    assert.deepEqual(await listClueWords(third, clue.clueId), []);
    await decideText(by, { reportId: clue.id, version: await version(), spans });
    const text = (textVersion: string) =>
      t.db.update(consents).set({ textVersion }).where(eq(consents.reportId, clue.id));
    await text('2026-11');
    assert.deepEqual(await listClueWords(third, clue.clueId), [], 'an older text did not speak of words');
    await text(consentVersion);
    assert.deepEqual(await listClueWords(third, clue.clueId), out);
    await t.db.update(consents).set({ shareWithNgos: false }).where(eq(consents.reportId, clue.id));
    assert.deepEqual(await listClueWords(third, clue.clueId), []);
    assert.deepEqual(await countClueWords(third, clue.clueId), { organisation: 0, authority: 1 });
    await t.db.update(consents).set({ withdrawnAt: new Date() }).where(eq(consents.reportId, clue.id));
    assert.deepEqual(await countClueWords(third, clue.clueId), { organisation: 0, authority: 0 });
  });
});

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { reportPhotos } from '../../../drizzle/schema/media.ts';
import { placeNames, places } from '../../../drizzle/schema/places.ts';
import type { UserActor } from '../../context.ts';
import { testDatabase } from '../../db/testing.ts';
import { isProblem } from '../../errors.ts';
import { makeReport, makeUser, point } from '../testing.ts';
import { candidateIds, loadCompared } from './candidates.ts';
import { suggestSameEvent } from './suggest-same-event.ts';
import { offeredScore } from './weights.ts';

describe('candidates for the same event', () => {
  const t = testDatabase();
  let actor: UserActor;
  beforeEach(async () => {
    await t.reset();
    actor = await makeUser(t.db);
  });
  const suggest = (id: string) => suggestSameEvent(t.context(actor), id);
  const photo = (reportId: string, perceptualHash: bigint) =>
    t.db.insert(reportPhotos).values({
      draftId: reportId,
      reportId,
      position: 0,
      sha256: reportId,
      perceptualHash,
      width: 800,
      height: 600,
      bytes: 90_000,
      createdAt: new Date('2024-06-03T08:00:00Z'),
    });
  const picture = 0x5af3_0c3c_99aa_0ff0n;

  it('finds a forwarded picture far away and years later, and not another picture', async () => {
    const here = await makeReport(t.db);
    const there = { claim: { geometry: point(46.1, 39.4) }, dateStart: '2021-03-05' };
    const [forwarded, stranger] = [await makeReport(t.db, there), await makeReport(t.db, there)];
    await photo(here, picture);
    // six bits off, each in a band of its own
    await photo(forwarded, picture ^ 0x01_01_01_01_01_01_00_00n);
    await photo(stranger, picture ^ 0x0f_0f_0f_0f_0f_0f_0f_0fn);
    const found = await suggest(here);
    assert.deepEqual(
      found.map(({ reportId }) => reportId),
      [forwarded],
    );
    // a picture alone does not outweigh another place and year: it is shown, and a person decides
    assert.ok(found[0]!.score < offeredScore);
    assert.ok(found[0]!.reasons.some(({ key }) => key === 'same_photo'));
  });

  it('weighs a picture beside the rest', async () => {
    const here = await makeReport(t.db);
    await photo(here, picture);
    const near = await makeReport(t.db, { claim: { geometry: point(46.95, 40.12) }, dateStart: '2024-06-09' });
    const before = (await suggest(here)).find(({ reportId }) => reportId === near)?.score ?? 0;
    await photo(near, picture ^ 0b101n);
    const after = (await suggest(here)).find(({ reportId }) => reportId === near)!;
    assert.ok(after.score > before);
    assert.ok(after.reasons.some(({ key }) => key === 'same_photo'));
  });

  it('finds a report without any pin by its village and days, in another script', async () => {
    const here = await makeReport(t.db, { claim: { placeNameAsGiven: 'Sarıcalı, Ağdam' } });
    const nowhere = { geometry: null, uncertaintyMetres: null, method: 'text_only', author: 'reporter' } as const;
    const twin = await makeReport(t.db, { claim: { ...nowhere, inputText: 'Сарыджалы' }, dateStart: '2024-06-02' });
    const other = await makeReport(t.db, { claim: { ...nowhere, inputText: 'Талыш' }, dateStart: '2024-06-02' });
    const ids = (await suggest(here)).map(({ reportId }) => reportId);
    assert.ok(ids.includes(twin));
    assert.ok(!ids.includes(other));
  });

  it('finds a pin in the wrong village and a year by the name in the gazetteer, in another script', async () => {
    await t.db.insert(places).values({ id: 'test:s', kind: 'village', source: 'test', asOf: '2026-01-01' });
    await t.db.insert(placeNames).values({ placeId: 'test:s', language: 'az', name: 'Sarıcalı', folded: 'sarijali' });
    const chosen = { placeId: 'test:s', geometry: point(46.95, 40.05) };
    const here = await makeReport(t.db, { claim: { ...chosen, placeNameAsGiven: 'Sarıcalı' } });
    const twin = await makeReport(t.db, {
      claim: { placeNameAsGiven: 'Сарыджалы, Агдам', geometry: point(46.2, 39.5) },
      dateStart: '2024-01-01',
      datePrecision: 'year',
    });
    const candidates = await candidateIds(t.context(actor), (await loadCompared(t.context(actor), [twin]))[0]!);
    assert.deepEqual(candidates, [here]);
  });

  it('finds a report that says only when, where neither says where', async () => {
    const nowhere = { geometry: null, uncertaintyMetres: null, method: 'text_only', author: 'reporter' } as const;
    const here = await makeReport(t.db, { claim: nowhere });
    const twin = await makeReport(t.db, { claim: nowhere, dateStart: '2024-01-01', datePrecision: 'year' });
    await makeReport(t.db, { claim: nowhere, dateStart: '2023-02-01' });
    const candidates = await candidateIds(t.context(actor), (await loadCompared(t.context(actor), [here]))[0]!);
    assert.deepEqual(candidates, [twin]);
  });

  it('refuses everybody but moderators', async () => {
    const id = await makeReport(t.db);
    const reader = await makeUser(t.db, 'organisation');
    await assert.rejects(
      suggestSameEvent(t.context(reader), id),
      (error) => isProblem(error) && error.code === 'forbidden',
    );
  });
});

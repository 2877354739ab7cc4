import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { organisations } from '../../../drizzle/schema/accounts.ts';
import { clues } from '../../../drizzle/schema/clues.ts';
import { consents } from '../../../drizzle/schema/contacts.ts';
import { addPhotos } from '../../media/draft/add-photos.ts';
import { attachPhotos } from '../../media/draft/attach-photos.ts';
import { passPhoto, setPhotoBoxes, undoPhotoAct } from '../../media/redaction/redact-photo.ts';
import { makePhoto } from '../../media/testing.ts';
import { makeUser } from '../../triage/testing.ts';
import { clueCases, fails } from '../testing.ts';
import { verifyClue } from '../verify-clue.ts';
import { getCluePhoto, listCluePhotos } from './clue-photos.ts';

const cases = clueCases();
const { t } = cases;

describe('photos of a clue', () => {
  before(async () => {
    await t.reset();
    await cases.start();
  });
  after(t.close);

  it('keep it from being verified until each is reviewed, and only their redacted copies go out', async () => {
    const clue = await cases.proposed({ shareWithNgos: true });
    await t.db.update(consents).set({ photoUse: true }).where(eq(consents.reportId, clue.id));
    const { added } = await addPhotos(t.context(), clue.id, [await makePhoto(), await makePhoto({ seed: 2 })]);
    await attachPhotos(
      t.context(),
      clue.id,
      added.map((one) => ({ ...one, usePlace: false })),
    );
    const [one, two] = added.map(({ id }) => id) as [string, string];
    const verify = () => verifyClue(t.context(cases.second), { clueId: clue.clueId, version: clue.version });
    const leftOf = (d: Record<string, unknown>) =>
      (d.grounds as { rule: string; detail: { photos?: string } }[]).find(({ rule }) => rule === 'scrubbed')?.detail
        .photos;
    await assert.rejects(
      verify,
      fails('not_enough_evidence', (d) => /\(1, 2\)$/.test(leftOf(d) ?? '')),
    );
    const by = t.context(cases.first);
    await setPhotoBoxes(by, { photoId: one, version: 1, boxes: [{ x: 0, y: 0, width: 50, height: 50 }] });
    await assert.rejects(
      verify,
      fails('not_enough_evidence', (d) => /\(2\)$/.test(leftOf(d) ?? '')),
    );
    await passPhoto(by, { photoId: two, version: 1 });
    await verify();

    const organisationId = (
      await t.db.insert(organisations).values({ name: 'NGO', kind: 'ngo' }).returning({ id: organisations.id })
    )[0]!.id;
    const [exported] = await t.db.select().from(clues).where(eq(clues.id, clue.clueId));
    const ngo = t.context(await makeUser(t.db, 'organisation', organisationId));
    await assert.rejects(listCluePhotos(ngo, exported!.exportId), fails('not_found'));
    assert.equal((await listCluePhotos(t.context(cases.third), clue.clueId)).length, 2);
    assert.ok((await getCluePhoto(t.context(cases.third), clue.clueId, one)).length > 500);
    await undoPhotoAct(by, { photoId: two, version: 2 });
    assert.deepEqual(await listCluePhotos(t.context(cases.third), clue.clueId), [{ id: one }]);
    await assert.rejects(getCluePhoto(t.context(cases.third), clue.clueId, two), fails('not_found'));
    await assert.rejects(listCluePhotos(t.context(), clue.clueId), fails('not_found'));
    await t.db.update(consents).set({ photoUse: false }).where(eq(consents.reportId, clue.id));
    assert.deepEqual(await listCluePhotos(t.context(cases.third), clue.clueId), []);
  });
});

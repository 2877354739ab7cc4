import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { photoFiles, reportPhotos } from '../../drizzle/schema/media.ts';
import type { UserActor } from '../context.ts';
import { testDatabase } from '../db/testing.ts';
import { isProblem } from '../errors.ts';
import { makeReport, makeUser } from '../triage/testing.ts';
import { addPhotos } from './draft/add-photos.ts';
import { attachPhotos } from './draft/attach-photos.ts';
import { carryPhotos } from './draft/carry-photos.ts';
import { listDraftPhotos } from './draft/list-draft-photos.ts';
import { removePhoto } from './draft/remove-photo.ts';
import { removeUnsentPhotos } from './draft/remove-unsent-photos.ts';
import { photoKind } from './photo-kind.ts';
import { processPhoto } from './process-photo.ts';
import { getPhoto, getPicture } from './redaction/get-photo.ts';
import { passPhoto, setPhotoBoxes, undoPhotoAct } from './redaction/redact-photo.ts';
import { makePhoto } from './testing.ts';

const t = testDatabase();
const gps = { lat: [39, 48, 0], lng: [46, 45, 0] } as { lat: [number, number, number]; lng: [number, number, number] };
const code = (wanted: string) => (error: unknown) => isProblem(error) && error.code === wanted;
const pixelAt = async (jpeg: Buffer, left: number, top: number) => [
  ...(await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];

describe('processPhoto', () => {
  it('keeps the pixels and nothing that the camera wrote', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const done = await processPhoto(await makePhoto({ format, gps }));
      assert.ok(typeof done !== 'string', `${format}: ${done}`);
      assert.ok(Math.abs(done.exif.lat! - 39.8) < 1e-9 && Math.abs(done.exif.lng! - 46.75) < 1e-9);
      assert.equal(done.exif.takenAt, '2024-05-03T10:22:11');
      for (const bytes of [done.kept, done.thumbnail]) {
        const { format, exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
        assert.deepEqual([format, exif, icc, xmp, iptc, orientation], ['jpeg', ...Array(5).fill(undefined)]);
        assert.ok(!bytes.includes('Exif') && !bytes.includes('GPS'));
      }
    }
  });

  it('turns a photo upright', async () => {
    const done = await processPhoto(await makePhoto({ width: 300, height: 200, orientation: 6 }));
    assert.ok(typeof done !== 'string');
    assert.deepEqual([done.width, done.height], [200, 300]);
  });

  it('refuses whatever is no whole JPEG, PNG or WebP, by its content', async () => {
    const jpeg = await makePhoto();
    const gif = await sharp(jpeg).gif().toBuffer();
    const huge = await sharp({ create: { width: 8000, height: 5200, channels: 3, background: '#888' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const pngHead = (await makePhoto({ format: 'png' })).subarray(0, 60);
    const cases: [string, Buffer][] = [
      ['photo_not_image', Buffer.from('%PDF-1.7 no picture')],
      ['photo_not_image', Buffer.alloc(0)],
      ['photo_svg', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
      ['photo_gif', gif],
      ['photo_heic', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000mif1')])],
      ['photo_too_large', Buffer.alloc(15_000_001, 1)],
      ['photo_pixels', huge],
      ['photo_broken', jpeg.subarray(0, jpeg.length / 2)],
      ['photo_broken', pngHead],
    ];
    for (const [refusal, bytes] of cases) assert.equal(await processPhoto(bytes), refusal);
    assert.equal(photoKind(jpeg), 'jpeg');
  });
});

describe('photos beside a report that is not sent', () => {
  before(t.reset);

  it('are kept once, at most ten, encrypted, and told to the holder of the id only', async () => {
    const draft = randomUUID();
    const one = await makePhoto({ gps });
    const first = await addPhotos(t.context(), draft, [one, one, Buffer.from('no photo'), null]);
    assert.equal(new Set(first.added.map(({ id }) => id)).size, 1);
    assert.deepEqual(
      first.refused.map(({ refusal }) => refusal),
      ['photo_not_image', 'photo_too_large'],
    );
    const more = await Promise.all(Array.from({ length: 10 }, (_, i) => makePhoto({ seed: i + 2 })));
    const second = await addPhotos(t.context(), draft, more);
    assert.deepEqual(second.refused, [{ index: 9, refusal: 'photo_too_many' }]);
    const listed = await listDraftPhotos(t.context(), draft);
    assert.equal(listed.length, 10);
    assert.deepEqual(listed[0]!.takenAt, { lng: 46.75, lat: 39.8 });
    assert.match(listed[0]!.thumbnail, /^data:image\/jpeg;base64,\/9j/);
    assert.deepEqual(await listDraftPhotos(t.context(), randomUUID()), []);
    const [stored] = await t.db.select().from(photoFiles).limit(1);
    assert.notEqual(stored!.kept.subarray(0, 3).toString('hex'), 'ffd8ff');
    const told = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, draft));
    assert.deepEqual(
      told.map(({ action, detail }) => [action, detail.count]),
      [
        ['photo.add', 1],
        ['photo.add', 9],
      ],
    );
    await removePhoto(t.context(), draft, listed[3]!.id);
    assert.equal((await listDraftPhotos(t.context(), draft)).length, 9);
    const carried = await carryPhotos(t.context(), draft, randomUUID(), [listed[0]!.id, listed[1]!.id]);
    assert.deepEqual(
      carried.map(({ sha256 }) => sha256),
      [listed[0]!.sha256, listed[1]!.sha256],
    );
  });

  it('go after 24 hours, and those of a report that was sent stay', async () => {
    await t.reset();
    const sent = await makeReport(t.db);
    const yesterday = t.context(undefined, new Date('2026-11-01T10:00:00Z'));
    const { added } = await addPhotos(yesterday, sent, [await makePhoto()]);
    await attachPhotos(yesterday, sent, [{ ...added[0]!, usePlace: false }]);
    await addPhotos(yesterday, randomUUID(), [await makePhoto({ seed: 2 })]);
    const job = (at: string) => t.context({ type: 'job', name: 'test' }, new Date(at));
    await assert.rejects(removeUnsentPhotos(t.context()), { code: 'forbidden' });
    assert.equal(await removeUnsentPhotos(job('2026-11-02T09:59:00Z')), 0);
    assert.equal(await removeUnsentPhotos(job('2026-11-02T10:01:00Z')), 1);
    assert.equal((await t.db.select().from(reportPhotos)).length, 1);
  });

  it('are bound with or without what the camera wrote, as the reporter chose', async () => {
    await t.reset();
    const reportId = await makeReport(t.db);
    const { added } = await addPhotos(t.context(), reportId, [
      await makePhoto({ gps }),
      await makePhoto({ gps, seed: 2 }),
    ]);
    const places = await attachPhotos(t.context(), reportId, [
      { ...added[0]!, usePlace: true },
      { ...added[1]!, usePlace: false },
    ]);
    assert.deepEqual(places, [{ lng: 46.75, lat: 39.8, errorMetres: null, takenAt: '2024-05-03T10:22:11' }]);
    const files = await t.db.select().from(photoFiles).where(eq(photoFiles.photoId, added[1]!.id));
    assert.deepEqual([files[0]!.exifLng, files[0]!.exifTakenAt], [null, null]);
    await assert.rejects(
      attachPhotos(t.context(), reportId, [{ ...added[0]!, usePlace: true }]),
      code('invalid_input'),
    );
    await assert.rejects(addPhotos(t.context(), reportId, [await makePhoto({ seed: 3 })]), code('wrong_state'));
  });
});

describe('redaction of a photo', () => {
  let moderator: UserActor;
  let photoId: string;
  let reportId: string;
  before(async () => {
    await t.reset();
    moderator = await makeUser(t.db);
    reportId = await makeReport(t.db);
    const { added } = await addPhotos(t.context(), reportId, [await makePhoto({ gps })]);
    photoId = added[0]!.id;
    await attachPhotos(t.context(), reportId, [{ ...added[0]!, usePlace: false }]);
  });
  after(t.close);

  it('is for moderators, on the version that they saw', async () => {
    for (const actor of [await makeUser(t.db, 'organisation'), await makeUser(t.db, 'administrator')])
      await assert.rejects(async () => passPhoto(t.context(actor), { photoId, version: 1 }), code('forbidden'));
    await assert.rejects(async () => getPicture(t.context(), photoId, 'kept'), code('not_signed_in'));
    await assert.rejects(passPhoto(t.context(moderator), { photoId, version: 2 }), code('stale_version'));
    await assert.rejects(undoPhotoAct(t.context(moderator), { photoId, version: 1 }), code('wrong_state'));
    const outside = [{ x: 300, y: 0, width: 40, height: 10 }];
    await assert.rejects(
      setPhotoBoxes(t.context(moderator), { photoId, version: 1, boxes: outside }),
      code('invalid_input'),
    );
  });

  it('destroys what lies below a box in the copy that goes out, and nothing of the kept one', async () => {
    const ctx = t.context(moderator);
    await assert.rejects(getPicture(ctx, photoId, 'redacted'), code('not_found'));
    const boxes = [{ x: 40, y: 60, width: 120, height: 90 }];
    const done = await setPhotoBoxes(ctx, { photoId, version: 1, boxes });
    assert.deepEqual([done.version, done.reviewed, done.boxes], [2, true, boxes]);
    const [kept, redacted] = [await getPicture(ctx, photoId, 'kept'), await getPicture(ctx, photoId, 'redacted')];
    assert.equal((await sharp(redacted).metadata()).width, 320);
    for (const [x, y] of [
      [42, 62],
      [100, 100],
      [157, 147],
    ] as const)
      for (const [i, channel] of (await pixelAt(redacted, x, y)).entries())
        assert.ok(Math.abs(channel - [27, 36, 48][i]!) < 12, `${x},${y}: ${channel}`);
    const difference = await pixelAt(kept, 200, 200);
    for (const [i, channel] of (await pixelAt(redacted, 200, 200)).entries())
      assert.ok(Math.abs(channel - difference[i]!) < 16);
    await assert.rejects(passPhoto(ctx, { photoId, version: 2 }), code('wrong_state'));
    const audited = await t.db.select().from(auditEvents).where(eq(auditEvents.action, 'photo.boxes'));
    assert.deepEqual(audited[0]!.detail, { photo: 1, boxes: 1, reviewed: true });
  });

  it('is undone act by act, and then nothing goes out', async () => {
    const ctx = t.context(moderator);
    const undone = await undoPhotoAct(ctx, { photoId, version: 2 });
    assert.deepEqual([undone.boxes, undone.reviewed], [[], false]);
    await assert.rejects(getPicture(ctx, photoId, 'redacted'), code('not_found'));
    assert.equal((await passPhoto(ctx, { photoId, version: 3 })).reviewed, true);
    const view = await getPhoto(ctx, photoId);
    assert.deepEqual([view.version, view.reviewed, view.undoable, view.takenAt], [4, true, true, null]);
    assert.ok((await getPicture(ctx, photoId, 'redacted')).length > 1000);
  });
});

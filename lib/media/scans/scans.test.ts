import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { auditEvents } from '../../../drizzle/schema/audit.ts';
import { scanFiles } from '../../../drizzle/schema/media.ts';
import { locationClaims, reports } from '../../../drizzle/schema/reports.ts';
import type { UserActor } from '../../context.ts';
import { testDatabase } from '../../db/testing.ts';
import { isProblem } from '../../errors.ts';
import { addLocationClaim } from '../../triage/add-location-claim.ts';
import { makeReport, makeUser } from '../../triage/testing.ts';
import { erasePhotos } from '../erase-photos.ts';
import { mostScans } from '../input.ts';
import { makePhoto } from '../testing.ts';
import { addScan } from './add-scan.ts';
import { getScan, listScans } from './list-scans.ts';
import { removeScan } from './remove-scan.ts';

const t = testDatabase();
const code = (wanted: string) => (error: unknown) => isProblem(error) && error.code === wanted;
const file = (key: string) => (error: unknown) => isProblem(error) && error.detail.fields?.file === key;

describe('scanned maps of a report', () => {
  let moderator: UserActor;
  let ngo: UserActor;
  let reportId: string;
  before(async () => {
    await t.reset();
    moderator = await makeUser(t.db);
    ngo = await makeUser(t.db, 'organisation');
    reportId = await makeReport(t.db);
  });

  it('are kept once, without metadata, encrypted, with an audit row', async () => {
    const gps = { lat: [39, 48, 0], lng: [46, 45, 0] } as const;
    const sent = await makePhoto({ width: 500, height: 400, gps: { lat: [...gps.lat], lng: [...gps.lng] } });
    const scan = await addScan(t.context(moderator), { reportId }, sent);
    assert.deepEqual([scan.width, scan.height], [500, 400]);
    assert.equal((await addScan(t.context(moderator), { reportId }, sent)).id, scan.id);
    assert.deepEqual(await listScans(t.context(moderator), { reportId }), [{ number: 1, ...scan }]);
    const kept = await getScan(t.context(moderator), { reportId }, scan.id);
    const { format, width, exif } = await sharp(kept).metadata();
    assert.deepEqual([format, width, exif], ['jpeg', 500, undefined]);
    const [stored] = await t.db.select().from(scanFiles).where(eq(scanFiles.scanId, scan.id));
    assert.ok(stored && !stored.kept.includes(kept.subarray(0, 20)));
    const trail = await t.db.select().from(auditEvents).where(eq(auditEvents.action, 'report.add_scan'));
    assert.deepEqual(
      trail.map(({ subjectId, actorId, detail }) => [subjectId, actorId, detail]),
      [[reportId, moderator.userId, { scanId: scan.id, width: 500, height: 400 }]],
    );
  });

  it('are for moderators only, and of their own report only', async () => {
    const sent = await makePhoto({ seed: 2 });
    const [{ id } = { id: '' }] = await listScans(t.context(moderator), { reportId });
    await assert.rejects(addScan(t.context(ngo), { reportId }, sent), code('forbidden'));
    await assert.rejects(addScan(t.context(), { reportId }, sent), code('not_signed_in'));
    await assert.rejects(listScans(t.context(ngo), { reportId }), code('forbidden'));
    await assert.rejects(getScan(t.context(ngo), { reportId }, id), code('forbidden'));
    const other = await makeReport(t.db);
    await assert.rejects(getScan(t.context(moderator), { reportId: other }, id), code('not_found'));
    await assert.rejects(getScan(t.context(moderator), { reportId }, 'x'), code('not_found'));
    await assert.rejects(addScan(t.context(moderator), { reportId: 'x' }, sent), code('not_found'));
  });

  it('refuse what is no picture, too large, too many, or of a report taken back', async () => {
    const send = (bytes: Buffer | null, to = reportId) => addScan(t.context(moderator), { reportId: to }, bytes);
    await assert.rejects(send(Buffer.from('%PDF-1.7')), file('photo_not_image'));
    await assert.rejects(send(null), file('photo_too_large'));
    const full = await makeReport(t.db);
    for (let seed = 1; seed <= mostScans; seed++) await send(await makePhoto({ seed, width: 64, height: 64 }), full);
    const more = await makePhoto({ seed: 99 });
    await assert.rejects(send(more, full), file('scan_too_many'));
    const gone = await makeReport(t.db, { state: 'withdrawn' });
    await assert.rejects(send(more, gone), code('wrong_state'));
  });

  it('are remembered by the claim that was read off them, and go with the photos when the report is taken back', async () => {
    const [scan] = await listScans(t.context(moderator), { reportId });
    const claim = {
      geometry: { type: 'Point', coordinates: [46.8, 39.9] },
      ...{ uncertaintyMetres: 300, method: 'old_map', positionOf: 'event', reason: 'Read off his sketch.' },
      scanId: scan!.id,
    };
    const other = await makeReport(t.db);
    const gone = (error: unknown) => isProblem(error) && error.detail.fields?.scanId === 'scan_gone';
    await assert.rejects(addLocationClaim(t.context(moderator), { ...claim, reportId: other, version: 1 }), gone);
    const [{ version } = { version: 0 }] = await t.db.select().from(reports).where(eq(reports.id, reportId));
    await addLocationClaim(t.context(moderator), { ...claim, reportId, version });
    const scans = async () =>
      (await t.db.select().from(locationClaims).where(eq(locationClaims.reportId, reportId))).map(
        ({ scanId }) => scanId,
      );
    assert.deepEqual(await scans(), [null, scan!.id]);
    await erasePhotos(t.context(moderator), reportId);
    assert.deepEqual(await listScans(t.context(moderator), { reportId }), []);
    assert.deepEqual(await scans(), [null, null]);
  });

  it('are removed for good with a reason; the claim read off one stays, and the same file can come again', async () => {
    const sent = await makePhoto({ seed: 7 });
    const own = await makeReport(t.db);
    const { id: scanId } = await addScan(t.context(moderator), { reportId: own }, sent);
    await addLocationClaim(t.context(moderator), {
      ...{ reportId: own, version: 1, scanId, geometry: { type: 'Point', coordinates: [46.8, 39.9] } },
      ...{ uncertaintyMetres: 300, method: 'old_map', positionOf: 'event', reason: 'Read off his sketch.' },
    });
    const asked = { reportId: own, scanId, reason: 'A list of names is on it.' };
    await assert.rejects(removeScan(t.context(ngo), asked), code('forbidden'));
    await assert.rejects(removeScan(t.context(), asked), code('not_signed_in'));
    await assert.rejects(removeScan(t.context(moderator), { ...asked, reason: ' ' }), code('invalid_input'));
    await assert.rejects(removeScan(t.context(moderator), { ...asked, reportId }), code('not_found'));
    await removeScan(t.context(moderator), asked);
    assert.deepEqual(await listScans(t.context(moderator), { reportId: own }), []);
    assert.equal((await t.db.select().from(scanFiles).where(eq(scanFiles.scanId, scanId))).length, 0);
    const claims = await t.db.select().from(locationClaims).where(eq(locationClaims.reportId, own));
    assert.deepEqual(
      claims.map((claim) => claim.scanId),
      [null, null],
    );
    const trail = await t.db.select().from(auditEvents).where(eq(auditEvents.action, 'report.remove_scan'));
    assert.deepEqual(
      trail.map(({ subjectId, actorId, reason }) => [subjectId, actorId, reason]),
      [[own, moderator.userId, 'A list of names is on it.']],
    );
    await assert.rejects(removeScan(t.context(moderator), asked), code('not_found'));
    assert.notEqual((await addScan(t.context(moderator), { reportId: own }, sent)).id, scanId);
  });
});

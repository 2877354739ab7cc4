import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { eq, sql } from 'drizzle-orm';
import { organisations, users } from '../../drizzle/schema/accounts.ts';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { clues } from '../../drizzle/schema/clues.ts';
import { consents } from '../../drizzle/schema/contacts.ts';
import { datasetDownloads } from '../../drizzle/schema/datasets.ts';
import { places } from '../../drizzle/schema/places.ts';
import { reports } from '../../drizzle/schema/reports.ts';
import { incidentReports } from '../../drizzle/schema/triage.ts';
import { getClue } from '../clues/get-clue.ts';
import type { Actor } from '../context.ts';
import { testDatabase } from '../db/testing.ts';
import { publishRisk } from '../risk/publish-risk.ts';
import { freshId, insertClue, job, seedForRisk, userActor } from '../risk/testing.ts';
import { clueColumns } from './clue-columns.ts';
import { downloadAggregates, downloadClues } from './download.ts';

const table = (body: string) => parse(body, { columns: true, relax_column_count: false }) as Record<string, string>[];
const exported =
  'report_id source_class independent_sources schema_version event_kind date_start date_end date_precision date_reported adm1_name adm2_name adm2_iso place_az place_hy place_ru place_en lat lon uncertainty_m device_category killed injured animals_killed evidence_class source_reliability info_credibility status verified_on mgrs utm';

describe('downloads', () => {
  const t = testDatabase();
  let member: Actor;
  let people: { proposer: string; verifier: string };
  let organisationId = '';

  /** A clue whose one report came by the form, with its consent. */
  async function clueWithConsent(shareWithNgos: boolean, wish: Partial<typeof clues.$inferInsert> = {}) {
    const clue = await insertClue(t.db, { ...people, ...wish });
    const reportId = freshId();
    await t.db.insert(reports).values({
      id: reportId,
      contentDigest: 'x',
      receiptHash: reportId,
      practice: false,
      channel: 'form',
      language: 'az',
      submittedAt: new Date(),
      kind: 'human_accident',
    });
    await t.db.insert(consents).values({
      reportId,
      textVersion: '2026-11',
      language: 'az',
      method: 'form',
      shareWithAuthorities: false,
      shareWithNgos,
      contactMe: false,
      photoUse: false,
      guardian: false,
      givenAt: new Date(),
    });
    await t.db.insert(incidentReports).values({ incidentId: clue.incidentId, reportId, addedBy: people.proposer });
    return clue;
  }

  before(async () => {
    await t.reset();
    people = await seedForRisk(t.db);
    const [organisation] = await t.db.insert(organisations).values({ name: 'Goat Trust', kind: 'ngo' }).returning();
    organisationId = organisation!.id;
    const [user] = await t.db
      .insert(users)
      .values({ email: 'member@example.org', name: 'm', role: 'organisation', organisationId })
      .returning();
    member = { type: 'user', userId: user!.id, role: 'organisation', organisationId };
    await t.db.insert(places).values({ id: 'p', kind: 'village', source: 'test', asOf: '2026-01-01' });
    await t.db.execute(
      sql`insert into place_names (place_id, language, name, folded) values ('p', 'hy', '=Ակնա', 'akna')`,
    );
    await clueWithConsent(true, { killed: 0, placeId: 'p' });
    await clueWithConsent(true, {
      precisionClass: 'C',
      uncertaintyMetres: 2000,
      dateStart: null,
      dateEnd: null,
      datePrecision: 'unknown',
    });
    await clueWithConsent(false);
    for (const audience of ['public', 'organisation'] as const) await publishRisk(t.context(job), audience);
  });

  it('have exactly the columns of the export schema, in order, each with its HXL tag', () => {
    assert.equal(clueColumns.map(({ name }) => name).join(' '), exported);
    for (const { hxl } of clueColumns) assert.match(hxl, /^#[a-z][a-z0-9_]*(\+[a-z0-9_]+)*$/);
  });

  it('give a member the clues that the reporters share, equal to the database; unknown is blank, zero is zero', async () => {
    const made = await downloadClues(t.context(member), { file: 'clues.csv' });
    const [tags, ...rows] = table(made.body);
    assert.equal(tags?.lat, '#geo+lat');
    assert.equal(rows.length, 2);
    assert.equal(made.metadata.count, 2);
    const exact = rows.find(({ lat }) => lat !== '');
    const vague = rows.find(({ lat }) => lat === '');
    assert.deepEqual(
      [exact?.lat, exact?.lon, exact?.uncertainty_m, exact?.killed, exact?.injured],
      ['39.8', '46.7', '50', '0', ''],
    );
    assert.deepEqual(
      [vague?.lon, vague?.mgrs, vague?.utm, vague?.date_start, vague?.uncertainty_m],
      ['', '', '', '', '2000'],
    );
    assert.match(exact?.mgrs ?? '', /^38S/);
    const stored = await t.db.select({ exportId: clues.exportId }).from(clues);
    for (const { report_id } of rows) assert.ok(stored.some(({ exportId }) => exportId === report_id));
    assert.match(rows[0]?.caveat ?? '', /NOT mean this area is safe/);
    assert.ok(!made.fileName.includes('DEMONSTRATION') && !('demonstration' in rows[0]!));
  });

  it('disarm what a spreadsheet would run', async () => {
    const rows = table((await downloadClues(t.context(member), { file: 'clues.csv' })).body);
    assert.ok(rows.some(({ place_hy }) => place_hy === "'=Ակնա"));
  });

  it('are the same in GeoJSON: a class C clue has no geometry', async () => {
    const made = await downloadClues(t.context(member), { file: 'clues.geojson' });
    const collection = JSON.parse(made.body);
    assert.equal(collection.features.length, 2);
    assert.deepEqual(collection.features.map((feature: { geometry: unknown }) => feature.geometry).filter(Boolean), [
      { type: 'Point', coordinates: [46.7, 39.8] },
    ]);
    assert.match(collection.metadata.caveat, /NOT mean/);
    assert.equal(collection.metadata.schemaVersion, '1.1');
  });

  it('are logged with person, rows and checksum, and audited; asked again the bytes are the same', async () => {
    await t.db.delete(datasetDownloads);
    const made = await downloadClues(t.context(member), { file: 'clues.csv' });
    assert.equal((await downloadClues(t.context(member), { file: 'clues.csv' })).sha256, made.sha256);
    const rows = await t.db.select().from(datasetDownloads);
    assert.deepEqual(rows.map(({ organisationId, rowCount, sha256 }) => ({ organisationId, rowCount, sha256 }))[0], {
      organisationId,
      rowCount: 2,
      sha256: made.sha256,
    });
    const audits = await t.db.select().from(auditEvents).where(eq(auditEvents.action, 'dataset.download'));
    assert.ok(audits.some(({ subjectId }) => subjectId === rows[0]?.id));
  });

  it('of clues are refused to the public, to administrators, and after the agreement has ended', async () => {
    await assert.rejects(downloadClues(t.context(), { file: 'clues.csv' }), { code: 'not_signed_in' });
    await assert.rejects(downloadClues(t.context(userActor(freshId(), 'administrator')), { file: 'clues.csv' }), {
      code: 'forbidden',
    });
    await t.db.update(organisations).set({ agreementUntil: new Date('2020-01-01') });
    await assert.rejects(downloadClues(t.context(member), { file: 'clues.csv' }), { code: 'forbidden' });
    await t.db.update(organisations).set({ agreementUntil: null });
  });

  it('give everybody squares without a coordinate, date, kind or count of a clue, logged without a person', async () => {
    await t.db.delete(datasetDownloads);
    const made = await downloadAggregates(t.context(), { file: 'squares.csv' });
    const [tags, ...rows] = table(made.body);
    assert.equal(tags?.square_id, '#geo+code');
    assert.ok(rows.length >= 1);
    assert.ok(!/2021|human|39\.8/.test(made.body));
    const collection = JSON.parse((await downloadAggregates(t.context(), { file: 'squares.geojson' })).body);
    assert.equal(collection.features.length, rows.length);
    const logged = await t.db.select().from(datasetDownloads);
    assert.deepEqual(
      logged.map(({ userId, audience }) => [userId, audience]),
      [
        [null, 'public'],
        [null, 'public'],
      ],
    );
  });

  it('say their caveat also when they are empty', async () => {
    const { body, metadata } = await downloadAggregates(t.context(), { file: 'victims.csv' });
    const [heads = [], tags = [], ...rows] = parse(body) as string[][];
    assert.deepEqual([rows, metadata.count], [[], 0], 'no row that tells of nothing');
    assert.match(heads.find((head) => head.startsWith('caveat: ')) ?? '', /NOT mean this area is safe/);
    assert.ok(tags.includes('#adm2+name') && tags.includes('#meta+caveat'));
  });

  it('stay as they were published until the next batch, whatever is corrected', async () => {
    const both = () =>
      Promise.all((['clues.csv', 'clues.geojson'] as const).map((file) => downloadClues(t.context(member), { file })));
    const before = await both();
    const exact = eq(clues.precisionClass, 'A');
    const [was] = await t.db.select().from(clues).where(exact);
    const corrected = { killed: 3, dateStart: '2020-01-01', version: 2, verifiedAt: new Date('2021-09-09') };
    await t.db
      .update(clues)
      .set({ ...corrected, geometry: { type: 'Point', coordinates: [46.71, 39.81] } })
      .where(exact);
    assert.deepEqual(await both(), before);
    const page = await getClue(t.context(member), was!.exportId);
    assert.ok(page.audience === 'organisation' && page.killed === 0 && page.version === 1);
    await publishRisk(t.context(job), 'organisation');
    const [csv, geojson] = await both();
    assert.notEqual(csv!.metadata.release, before[0]!.metadata.release);
    assert.ok(table(csv!.body).some(({ lat, verified_on }) => lat === '39.81' && verified_on === '2021-09-09'));
    assert.match(geojson!.body, /46\.71,39\.81/);
    const now = await getClue(t.context(member), was!.exportId);
    assert.ok(now.audience === 'organisation' && now.killed === 3 && now.version === 2);
  });

  it('leave out a withdrawn clue at once, and say that one is missing; all else has the same bytes', async () => {
    const before = await downloadClues(t.context(member), { file: 'clues.csv' });
    await t.db.update(clues).set({ state: 'withdrawn' }).where(eq(clues.precisionClass, 'C'));
    const after = await downloadClues(t.context(member), { file: 'clues.csv' });
    const [, ...rows] = table(after.body);
    assert.deepEqual([rows.length, rows[0]?.removed_since, after.metadata.removedSince], [1, '1', 1]);
    assert.equal(after.metadata.release, before.metadata.release);
    const [, ...all] = table(before.body);
    const left = all.find(({ report_id }) => report_id === rows[0]?.report_id);
    assert.deepEqual({ ...rows[0], removed_since: '0' }, left);
  });
});

describe('downloads of a demonstration', () => {
  const t = testDatabase();
  before(async () => {
    await t.reset();
    const people = await seedForRisk(t.db, { demonstration: true });
    await insertClue(t.db, { ...people, practice: true });
    await publishRisk(t.context(job), 'public');
  });

  it('say so in name, rows and members', async () => {
    const csv = await downloadAggregates(t.context(), { file: 'squares.csv' });
    assert.match(csv.fileName, /^DEMONSTRATION-/);
    assert.equal(table(csv.body)[1]?.demonstration, 'DEMONSTRATION');
    const geojson = JSON.parse((await downloadAggregates(t.context(), { file: 'squares.geojson' })).body);
    assert.equal(geojson.demonstration, 'DEMONSTRATION');
    assert.match(csv.metadata.citation, /^Mineclue, a demonstration without operator /);
    assert.equal(csv.metadata.release, 1);
  });
});

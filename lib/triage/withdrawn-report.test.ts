import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { eq, is, sql } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { auditEvents } from '../../drizzle/schema/audit.ts';
import { clueCorrections } from '../../drizzle/schema/clue-corrections.ts';
import { evidenceTies } from '../../drizzle/schema/evidence.ts';
import { locationClaims, reports } from '../../drizzle/schema/reports.ts';
import { proposeClue } from '../clues/propose-clue.ts';
import { verifyClue } from '../clues/verify-clue.ts';
import { testDatabase } from '../db/testing.ts';
import { createDeployment } from '../deployment/create-deployment.ts';
import { submitReport } from '../reports/submit-report.ts';
import { withdrawReport } from '../reports/withdraw-report.ts';
import { addLocationClaim } from './add-location-claim.ts';
import { assessReport } from './assess-report.ts';
import { assignToIncident } from './assign-to-incident.ts';
import { addEvidenceItem } from './evidence-items/change-evidence.ts';
import { chooseValue } from './incidents/choose-value.ts';
import { splitIncident } from './incidents/split-incident.ts';
import { recuse } from './recusals/recuse.ts';
import { setReportState } from './set-report-state.ts';
import { makeUser, point } from './testing.ts';
import { decideText } from './text/decide-text.ts';
import { referUrgently } from './urgent/refer-urgently.ts';

/** Columns into which a reporter, or a moderator about a report, types words: a name may stand in each of them. */
const typed: Record<string, string[]> = {
  'public.reports': ['description', 'date_verbatim', 'state_reason'],
  'public.location_claims': ['input_text', 'place_name_as_given', 'reason'],
  'public.devices': ['model'],
  'public.report_sources': ['publisher'],
  'public.assessments': ['independence_group', 'note'],
  'public.incident_reports': ['reason'],
  'public.incident_events': ['reason'],
  'public.evidence_items': ['summary', 'reference', 'independence_group', 'superseded_reason'],
  'public.evidence_ties': ['reason', 'untied_reason'],
  'public.recusals': ['reason'],
  'public.clue_decisions': ['reason'],
  'public.clue_corrections': ['reason', 'decided_reason'],
  'public.audit_events': ['reason', 'detail'],
  'public.urgent_referrals': ['passed_to', 'passed'],
};

/** Every other column that could hold words, and why none about a report stands there. A new column belongs to one of the two. */
const others: Record<string, string[]> = {
  'of accounts, organisations and who operates this': [
    ...['api_keys.label', 'api_keys.prefix', 'api_keys.secret_hash', 'one_time_links.token_hash'],
    ...['organisations.name', 'organisations.agreement_text', 'users.email', 'users.name', 'users.password_hash'],
    ...['users.language', 'deployment.operator', 'deployment.operator_contact', 'deployment.jurisdiction'],
    ...['deployment.emergency_numbers', 'deployment.staffed_hours', 'deployment.organisation_agreement'],
    ...['deployment.community_labels'],
  ],
  'of public places and lists': [
    ...['place_names.place_id', 'place_names.name', 'place_names.folded', 'places.id', 'places.district_id'],
    ...['places.iso', 'places.source', 'import_batches.series', 'import_batches.file_name', 'import_batches.csv'],
    ...['import_batches.rejected', 'import_rows.source_id', 'clues.publishers'],
  ],
  'what authorities hand out, and rules': [
    ...['official_feedback.authority', 'official_feedback.document', 'official_feedback.note'],
    ...['official_feedback.withdrawal_reason', 'minefield_records.document_id', 'minefield_records.custody'],
    ...['minefield_records.map_series', 'minefield_records.sheet', 'minefield_records.reference_name'],
    ...['minefield_records.reference_text', 'minefield_records.legs', 'minefield_records.devices'],
    ...['minefield_records.note', 'minefield_records.errors', 'minefield_records.withdrawal_reason'],
    ...['minefield_records.correction_reason', 'evidence_tables.rows', 'evidence_tables.reason'],
    ...['sensitive_zones.name', 'sensitive_zones.reason', 'sensitive_zones.ended_reason'],
  ],
  'ids, digests, versions, codes and numbers that our code writes': [
    ...['audit_events.actor_type', 'audit_events.actor_id', 'audit_events.request_id', 'audit_events.action'],
    ...['audit_events.subject_type', 'audit_events.subject_id', 'clue_corrections.was', 'clue_corrections.becomes'],
    ...['clue_corrections.changed', 'clues.place_id', 'clues.district_id', 'clues.grounds', 'consents.text_version'],
    ...['consents.language', 'consents.purposes_withdrawn', 'dataset_downloads.dataset', 'dataset_downloads.format'],
    ...['dataset_downloads.sha256', 'dataset_downloads.query', 'evidence_items.image_hash', 'evidence_ties.one_ref'],
    ...['evidence_ties.other_ref', 'import_rows.held_apart', 'incident_events.moves', 'incident_events.detail'],
    ...['outbox_events.type', 'outbox_events.payload', 'photo_files.exif_taken_at', 'photo_redactions.boxes'],
    ...['report_photos.sha256', 'report_photos.boxes', 'scans.sha256', 'report_drafts.language'],
    ...['report_drafts.step', 'report_drafts.sealed', 'detonations.detail', 'location_claims.input_format'],
    ...['location_claims.place_id', 'reports.content_digest', 'reports.receipt_hash', 'reports.language'],
    ...['victims.injuries', 'risk_publications.body', 'risk_versions.model_version', 'risk_versions.input_digest'],
    ...['risk_publications.clues_then', 'risk_publications.withheld'],
    ...['text_decisions.text_digest', 'text_decisions.spans', 'assessments.evidence_reason'],
    ...['one_time_links.purpose', 'users.role'],
  ],
};

describe('a report that its reporter takes back', () => {
  const t = testDatabase();
  before(async () => {
    await t.reset();
    await createDeployment(t.context({ type: 'job', name: 'test' }), { demonstration: true });
  });

  const ours = sql`table_schema in ('public', 'confidential') and table_name not in ('spatial_ref_sys', 'transaction_test')`;

  /** Tables that hold these words anywhere in a row, in whatever column. */
  async function tablesWith(words: string): Promise<string[]> {
    const { rows } = await t.db.execute<{ name: string }>(sql`
      select table_schema || '.' || table_name as name from information_schema.tables
      where ${ours} and table_type = 'BASE TABLE' order by 1`);
    const found: string[] = [];
    for (const { name } of rows) {
      const { rows: there } = await t.db.execute(
        sql`select from ${sql.raw(name)} as one where one::text like ${`%${words}%`} limit 1`,
      );
      if (there.length > 0) found.push(name);
    }
    return found;
  }

  it('every column that may hold words is known to this test', async () => {
    const lists = new Set<string>();
    for (const file of globSync('../../drizzle/schema/*.ts', { cwd: import.meta.dirname }))
      for (const table of Object.values(await import(path.join(import.meta.dirname, file)))) {
        if (!is(table, PgTable)) continue;
        const { name, columns } = getTableConfig(table);
        for (const column of columns) {
          const base = 'baseColumn' in column ? (column.baseColumn as typeof column) : column;
          if (base.enumValues?.length) lists.add(`${name}.${column.name}`);
        }
      }
    const { rows } = await t.db.execute<{ name: string; table: string; column: string }>(sql`
      select table_name || '.' || column_name as name from information_schema.columns join information_schema.tables
        using (table_schema, table_name) where ${ours} and table_type = 'BASE TABLE'
        and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'xml')
        and udt_name not in ('_uuid', '_int4', '_int8', '_float8')`);
    const words = Object.entries(typed).flatMap(([table, names]) =>
      names.map((one) => `${table.split('.')[1]}.${one}`),
    );
    const known = [...words, ...Object.values(others).flat()];
    const found = rows.map(({ name }) => name).filter((name) => !lists.has(name));
    assert.deepEqual(found.filter((name) => !known.includes(name)).sort(), []);
    assert.deepEqual(known.filter((name) => !rows.some((one) => one.name === name)).sort(), []);
  });

  const gps = { method: 'device_gps', inputFormat: 'gps', positionOf: 'observer', uncertaintyMetres: 30 };
  const grade = { sourceReliability: 'C', infoCredibility: '2', sourceClass: 'individual', detonationAttested: true };

  async function sent(words: string, more: Record<string, unknown> = {}) {
    const reportId = randomUUID();
    const { receiptCode } = await submitReport(t.context(), {
      reportId,
      kind: 'human_accident',
      language: 'az',
      description: `Behind the house of ${words}.`,
      date: { start: '2024-06-01', precision: 'day' },
      locations: [{ ...gps, geometry: point(46.7512, 39.8134) }],
      victims: [{ outcome: 'injured' }],
      devices: [{ category: 'ap_mine', model: words }],
      sources: [{ publisher: words }],
      contact: `${words}, 555`,
      ...more,
    });
    return { reportId, receiptCode };
  }

  it('leaves the words of nobody behind, in no table, nor where its phone was', async () => {
    const [first, second] = [t.context(await makeUser(t.db)), t.context(await makeUser(t.db))];
    const { reportId, receiptCode } = await sent('Nərgiz');
    const version = async () =>
      (await t.db.select({ version: reports.version }).from(reports).where(eq(reports.id, reportId)))[0]!.version;
    const about = async () => ({ reportId, version: await version(), reason: 'Nərgiz, the mill house' });
    const camera = { reportId, position: 1, method: 'exif', positionOf: 'observer', author: 'photo' } as const;
    await t.db
      .insert(locationClaims)
      .values({ ...camera, geometry: point(46.7513, 39.8135), inputText: 'EXIF Nərgiz' });
    const { incidentId } = await assignToIncident(first, { ...(await about()), incidentId: null });
    await addLocationClaim(first, {
      ...{ ...(await about()), geometry: point(46.75, 39.81), uncertaintyMetres: 100, method: 'map_pin' },
      positionOf: 'event',
    });
    await assessReport(first, { ...(await about()), ...grade, note: 'Nərgiz', independenceGroup: 'Nərgiz' });
    await setReportState(first, { ...(await about()), state: 'needs_info' });
    await referUrgently(first, { ...(await about()), urgent: true, to: 'Nərgiz', how: 'telephone' });
    await decideText(first, { reportId, version: await version(), spans: [] });
    const incident = async () => (await t.db.execute<{ version: number }>(sql`select version from incidents`)).rows[0]!;
    const chosen = { incidentId, field: 'place', reportId, reason: 'Nərgiz' };
    await chooseValue(first, { ...chosen, version: (await incident()).version });
    const item = { incidentId, kind: 'call_back', summary: 'Nərgiz', ...grade, consent: 'shared' };
    await addEvidenceItem(first, item);
    await recuse(t.context(await makeUser(t.db)), { incidentId, reason: 'Nərgiz' });
    const { number } = (await t.db.select().from(reports).where(eq(reports.id, reportId)))[0]!;
    const [by, at] = [(await makeUser(t.db)).userId, new Date()];
    const tie = { incidentId, kind: 'relatives', oneRef: `R-${number}`, otherRef: 'E-1', reason: '' } as const;
    await t.db.insert(evidenceTies).values({ ...tie, tiedBy: by, tiedAt: at });
    const clue = await proposeClue(first, { incidentId, reason: 'Nərgiz' });
    await verifyClue(second, { clueId: clue.clueId, version: clue.version, reason: 'Nərgiz' });
    const correction = { clueId: clue.clueId, clueVersion: 2, was: {}, becomes: {}, changed: {}, reason: '' };
    await t.db.insert(clueCorrections).values({ ...correction, state: 'proposed', proposedBy: by, proposedAt: at });

    for (const [table, columns] of Object.entries(typed))
      for (const column of table === 'public.audit_events' ? [] : columns) {
        const { rowCount } = await t.db.execute(
          sql`update ${sql.raw(table)} set ${sql.identifier(column)} = ${sql.raw(column === 'passed' ? `'{"name": "Nərgiz"}'` : "'Nərgiz of the mill'")}`,
        );
        assert.ok(rowCount, `no row of ${table} for ${column}`);
      }
    assert.deepEqual(await tablesWith('Nərgiz'), Object.keys(typed).sort());

    const other = await sent('Aysel');
    await assignToIncident(first, { reportId: other.reportId, incidentId: null, version: 1, reason: 'Aysel' });
    const otherWords = await tablesWith('Aysel');
    const trail = () =>
      t.db
        .select({
          action: auditEvents.action,
          at: auditEvents.at,
          by: auditEvents.actorId,
          subject: auditEvents.subjectId,
        })
        .from(auditEvents)
        .orderBy(auditEvents.id);
    const was = await trail();

    await withdrawReport(t.context(), receiptCode);
    assert.deepEqual(await tablesWith('Nərgiz'), []);
    assert.deepEqual(await tablesWith('Aysel'), otherWords);
    assert.deepEqual((await trail()).slice(0, was.length), was);
    const urgent = await t.db.select().from(auditEvents).where(eq(auditEvents.action, 'report.refer_urgently'));
    assert.deepEqual(
      urgent.map(({ reason, detail }) => [reason, detail.wordsErased]),
      [[null, true]],
    );
    const claims = await t.db
      .select()
      .from(locationClaims)
      .where(eq(locationClaims.reportId, reportId))
      .orderBy(locationClaims.position);
    assert.deepEqual(
      claims.map(({ method, geometry }) => [method, geometry !== null]),
      [
        ['device_gps', false],
        ['exif', false],
        ['map_pin', true],
      ],
    );
  });

  it('erases why it was parted from another that stands, and keeps what was said of that one', async () => {
    await t.reset();
    await createDeployment(t.context({ type: 'job', name: 'test' }), { demonstration: true });
    const first = t.context(await makeUser(t.db));
    const [one, other] = [await sent('Nərgiz'), await sent('Aysel')];
    const { incidentId } = await assignToIncident(first, { reportId: one.reportId, incidentId: null, version: 1 });
    const both = { reportId: other.reportId, incidentId, version: 1, reason: 'Aysel saw it too' };
    await assignToIncident(first, both);
    const [incident] = (await t.db.execute<{ version: number }>(sql`select version from incidents`)).rows;
    const split = {
      incidentId,
      version: incident!.version,
      reportIds: [one.reportId],
      reason: 'Nərgiz means another day',
    };
    await splitIncident(first, split);
    await withdrawReport(t.context(), one.receiptCode);
    assert.deepEqual(await tablesWith('Nərgiz'), []);
    assert.ok((await tablesWith('Aysel saw it too')).includes('public.audit_events'));
  });

  it('audit rows lose words and nothing else, and none is ever removed', async () => {
    const change = (set: string) => t.db.execute(sql.raw(`update audit_events set ${set}`));
    for (const set of ["reason = 'x'", "action = 'x'", "detail = '{}'", 'at = now()', 'reason = null'])
      await assert.rejects(change(set), set);
    await assert.rejects(t.db.execute(sql`delete from audit_events`));
  });
});

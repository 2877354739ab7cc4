import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { locationClaims } from '../../drizzle/schema/reports.ts';
import { testDatabase } from '../db/testing.ts';
import { createDeployment } from '../deployment/create-deployment.ts';
import { submitReport } from '../reports/submit-report.ts';
import { withdrawReport } from '../reports/withdraw-report.ts';
import { assessReport } from './assess-report.ts';
import { assignToIncident } from './assign-to-incident.ts';
import { chooseValue } from './incidents/choose-value.ts';
import { setReportState } from './set-report-state.ts';
import { makeUser, point } from './testing.ts';

describe('a report that its reporter takes back', () => {
  const t = testDatabase();
  before(async () => {
    await t.reset();
    await createDeployment(t.context({ type: 'job', name: 'test' }), { demonstration: true });
  });

  /** Tables that hold these words anywhere in a row. */
  async function tablesWith(words: string): Promise<string[]> {
    const { rows } = await t.db.execute<{ name: string }>(sql`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'confidential') and table_type = 'BASE TABLE' order by 1`);
    const found: string[] = [];
    for (const { name } of rows) {
      const { rows: there } = await t.db.execute(
        sql`select from ${sql.raw(name)} as one where one::text like ${`%${words}%`} limit 1`,
      );
      if (there.length > 0) found.push(name);
    }
    return found;
  }

  it('leaves the words of nobody behind, in no table', async () => {
    const moderator = t.context(await makeUser(t.db));
    const reportId = randomUUID();
    const pin = { method: 'map_pin', positionOf: 'event', geometry: point(46.75, 39.81) };
    const { receiptCode } = await submitReport(t.context(), {
      reportId,
      kind: 'human_accident',
      language: 'az',
      description: 'Behind the house of Nərgiz.',
      date: { precision: 'unknown', verbatim: 'on the wedding of Nərgiz' },
      locations: [{ ...pin, placeName: 'Nərgiz bağı', inputText: 'by the gate of Nərgiz' }],
      victims: [{ outcome: 'injured' }],
      contact: 'Nərgiz, 555',
    });
    await t.db.insert(locationClaims).values({
      ...{ ...pin, reportId, position: 1, method: 'exif', positionOf: 'observer', author: 'photo' },
      inputText: 'EXIF 2023-05-01T10:11:12',
    });
    const { incidentId } = await assignToIncident(moderator, { reportId, incidentId: null, version: 1 });
    const grade = { sourceReliability: 'C', infoCredibility: '2', sourceClass: 'individual' };
    await assessReport(moderator, { reportId, version: 2, ...grade, note: 'Nərgiz knows the family.' });
    await setReportState(moderator, { reportId, version: 3, state: 'needs_info', reason: 'Which gate?' });
    await chooseValue(moderator, { incidentId, version: 2, field: 'place', reportId, reason: 'The gate is known.' });
    assert.deepEqual(await tablesWith('Nərgiz'), ['public.assessments', 'public.location_claims', 'public.reports']);
    await withdrawReport(t.context(), receiptCode);
    assert.deepEqual(await tablesWith('Nərgiz'), []);
    assert.deepEqual(await tablesWith('2023-05-01T10:11:12'), []);
  });
});

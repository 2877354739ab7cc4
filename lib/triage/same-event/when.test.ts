import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { locationClaims, reports } from '../../../drizzle/schema/reports.ts';
import { testDatabase } from '../../db/testing.ts';
import { datePrecisions } from '../../reports/input.ts';
import { makeReport } from '../testing.ts';
import { daysOf } from './when.ts';

const day = fc.integer({ min: 7_000, max: 21_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const told = fc
  .record({
    dateStart: fc.option(day),
    dateEnd: fc.option(day),
    datePrecision: fc.constantFrom(...datePrecisions),
  })
  .map((one) =>
    one.dateStart && one.dateEnd && one.dateEnd < one.dateStart ? { ...one, dateEnd: one.dateStart } : one,
  );

describe('days of an event', () => {
  const t = testDatabase();

  it('are the same in the database, which looks for candidates by them', async () => {
    const cases = fc.sample(told, 400);
    const { rows } = await t.db.execute<{ first: number | null; end: number | null }>(sql`
      select lower(d) - '1970-01-01'::date as first, upper(d) - '1970-01-01'::date as end
      from (select (x->>'i')::int as i, event_days((x->>'dateStart')::date, (x->>'dateEnd')::date, x->>'datePrecision') as d
        from json_array_elements(${JSON.stringify(cases.map((one, i) => ({ ...one, i })))}::json) x) y order by i`);
    for (const [i, one] of cases.entries()) {
      const days = daysOf(one);
      const expected = days && { first: days[0], end: days[1] + 1 };
      assert.deepEqual({ ...rows[i] }, expected ?? { first: null, end: null }, JSON.stringify(one));
    }
  });

  it('stand beside every claim, and follow the report', async () => {
    await t.reset();
    const id = await makeReport(t.db, { dateStart: '2024-06-01', datePrecision: 'month' });
    const days = async () => (await t.db.select({ days: locationClaims.eventDays }).from(locationClaims))[0]?.days;
    assert.equal(await days(), '[2024-06-01,2024-07-01)');
    await t.db.update(reports).set({ dateStart: '2023-01-01', datePrecision: 'year' });
    assert.equal(await days(), '[2023-01-01,2024-01-01)');
    await t.db.update(reports).set({ dateStart: null, datePrecision: 'unknown' }).where(sql`id = ${id}`);
    assert.equal(await days(), '(,)');
  });
});

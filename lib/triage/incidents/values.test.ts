import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { testDatabase } from '../../db/testing.ts';
import { incidentFactsOf } from '../incident-facts.ts';
import { loadReports } from '../store.ts';
import { makeReport, point } from '../testing.ts';
import { incidentEstimateOf } from './estimate.ts';
import type { IncidentField } from './input.ts';
import type { Choice } from './replay.ts';
import { incidentValuesOf } from './values.ts';

const choice = (field: IncidentField, reportId: string, at = new Date('2025-01-01T00:00:00Z')): Choice => ({
  field,
  reportId,
  eventId: 'e',
  byUserId: 'u',
  at,
  reason: 'The hospital counted.',
});

describe('what an incident is told to have been', () => {
  const t = testDatabase();
  before(t.reset);
  const read = async (...told: Parameters<typeof makeReport>[1][]) => {
    const ids = [];
    for (const one of told) ids.push(await makeReport(t.db, one));
    return { ids, reports: await loadReports(t.context(), ids) };
  };
  const value = (reports: Parameters<typeof incidentValuesOf>[0], field: IncidentField, choices: Choice[] = []) =>
    incidentValuesOf(reports, choices).find((one) => one.field === field)!;

  it('keeps every value with who tells it, and believes the earlier of equal grades', async () => {
    const { ids, reports } = await read({ killed: 4 }, { killed: 5 }, { killed: 4 });
    const killed = value(reports, 'killed');
    assert.deepEqual(
      killed.told.map(({ value, reports }) => [value, reports.map(({ id }) => id)]),
      [
        [4, [ids[0], ids[2]]],
        [5, [ids[1]]],
      ],
    );
    assert.deepEqual([killed.counts, killed.basis, killed.differs], [4, 'derived', true]);
  });

  it('lets a choice count with its provenance, while the chosen report is of the incident', async () => {
    const { ids, reports } = await read({ killed: 4 }, { killed: 5 });
    const choices = [choice('killed', ids[1]!)];
    const killed = value(reports, 'killed', choices);
    assert.deepEqual(
      [killed.counts, killed.basis, killed.from?.id, killed.choice?.reason],
      [5, 'chosen', ids[1], 'The hospital counted.'],
    );
    assert.equal(incidentFactsOf(reports, choices).killed, 5);
    assert.equal(incidentFactsOf(reports.slice(0, 1), choices).killed, 4, 'it went with its report');
  });

  it('takes a month and a day in it for no contradiction, two days for one', async () => {
    const month = { dateStart: '2024-06-01', dateEnd: '2024-06-30', datePrecision: 'month' as const };
    const one = await read(month, { dateStart: '2024-06-14' });
    assert.equal(value(one.reports, 'date').differs, false);
    assert.equal(incidentFactsOf(one.reports).datePrecision, 'day');
    const two = await read({ dateStart: '2024-06-14' }, { dateStart: '2024-06-16' });
    assert.equal(value(two.reports, 'date').differs, true);
    const facts = incidentFactsOf(two.reports, [choice('date', two.ids[1]!)]);
    assert.equal(facts.dateStart, '2024-06-16');
  });

  it('lets a place be chosen until a moderator makes a claim of the own', async () => {
    const far = { geometry: point(46.99, 40.1), uncertaintyMetres: 300 };
    const { ids, reports } = await read({}, { claim: far });
    assert.equal(value(reports, 'place').differs, true);
    assert.equal(incidentEstimateOf(reports)?.reportId, ids[0], 'the smaller error');
    const chosen = incidentEstimateOf(reports, [choice('place', ids[1]!)]);
    assert.deepEqual([chosen?.reportId, chosen?.reason, chosen?.conflicting.length], [ids[1], 'chosen', 1]);
    const later = structuredClone(reports);
    later[0]!.claims.push({ ...later[0]!.claims[0]!, id: 'm', author: 'moderator', createdAt: new Date('2025-02-01') });
    const own = incidentEstimateOf(later, [choice('place', ids[1]!)]);
    assert.deepEqual([own?.claimId, own?.reason], ['m', 'moderator']);
  });
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import type { UserActor } from '../../context.ts';
import { testDatabase } from '../../db/testing.ts';
import { createDeployment } from '../../deployment/create-deployment.ts';
import { isProblem } from '../../errors.ts';
import type { Values } from '../../reports/form/answers.ts';
import { toReport } from '../../reports/form/to-report.ts';
import { submitReport } from '../../reports/submit-report.ts';
import { getCase } from '../get-case.ts';
import { makeReport, makeUser, point } from '../testing.ts';
import { errorShapes } from './error-shapes.ts';

const trench = '40.1000, 46.9000\n40.1000, 46.9300\n40.1200, 46.9500';
const field = '40.0950, 46.9100\n40.0950, 46.9200\n40.1050, 46.9200\n40.1050, 46.9100';

describe('a line and an area that reporters told', () => {
  const t = testDatabase();
  let actor: UserActor;
  const tell = async (place: Record<string, string>) => {
    const values: Values = { door: ['know'], kind: ['hazard_knowledge'], signs: ['trench_or_position'] };
    for (const [name, value] of Object.entries(place)) values[name] = [value];
    const reportId = randomUUID();
    await submitReport(t.context(), toReport({ reportId, values }, 'hy', '2026-11-24'));
    return reportId;
  };
  before(async () => {
    await t.reset();
    actor = await makeUser(t.db);
    await createDeployment(t.context({ type: 'job', name: 'test' }), { demonstration: true });
  });

  it('stand in the case with their error, give its estimate, and are offered to each other', async () => {
    const line = await tell({ where: 'line', linePoints: trench, lineOff: '200' });
    const area = await tell({ where: 'area', areaPoints: field });
    const [far] = [await makeReport(t.db, { kind: 'hazard_knowledge', claim: { geometry: point(46.2, 39.4) } })];
    const view = await getCase(t.context(actor), line);
    const [claim] = view.claims;
    assert.ok(claim?.geometry?.type === 'LineString');
    assert.deepEqual(
      [claim.geometry.coordinates.length, claim.uncertaintyMetres, claim.method, claim.inputText],
      [3, 200, 'map_pin', trench],
    );
    assert.deepEqual([view.estimate?.claimId, view.estimate?.precisionClass], [claim.id, 'B']);
    const reach = (await errorShapes(t.context(actor), view.claims)).get(claim.id);
    assert.equal(reach?.type, 'Polygon');
    const offered = view.candidates.map(({ reportId, metres }) => [reportId, metres]);
    assert.deepEqual(offered, [[area, 0]]);
    assert.ok(!offered.some(([id]) => id === far));
    const other = await getCase(t.context(actor), area);
    assert.equal(other.estimate?.geometry.type, 'Polygon');
    assert.equal(other.candidates[0]?.reportId, line);
  });

  it('are refused at their place by whatever way they come', async () => {
    const shape = (type: string, coordinates: unknown) => ({ type, coordinates });
    const send = (geometry: object) =>
      submitReport(t.context(), {
        reportId: randomUUID(),
        kind: 'hazard_sighting',
        language: 'ru',
        channel: 'api',
        locations: [{ method: 'map_pin', positionOf: 'event', geometry }],
      });
    for (const [geometry, path, key] of [
      [shape('LineString', [[46.9, 40.1], [46.9, 40.1]]), 'locations.0.geometry.coordinates', 'line_no_length'], // biome-ignore format: two points
      [shape('Polygon', [[[46, 40], [47, 41], [47, 40], [46, 41], [46, 40]]]), 'locations.0.geometry.coordinates', 'shape_crosses_itself'], // biome-ignore format: a bow
      [shape('LineString', [[45, 39], [47, 41]]), 'locations.0.geometry', 'line_too_long'], // biome-ignore format: two points
    ] as const)
      await assert.rejects(send(geometry), (error) => {
        assert.ok(isProblem(error));
        assert.equal(error.detail.fields?.[path], key);
        return true;
      });
  });
});

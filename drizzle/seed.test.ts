import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { testDatabase } from '../lib/db/testing.ts';
import { getDeployment } from '../lib/deployment/get-deployment.ts';
import { squareOf } from '../lib/geo/squares.ts';
import { squaresTouched } from '../lib/geo/squares-touched.ts';
import { demonstrationPlaces } from './demonstration/read-places.ts';
import { places } from './schema/places.ts';
import { seed } from './seed.ts';

const baseUrl = 'http://localhost:3000';

describe('seeding an outside database', () => {
  const t = testDatabase();
  before(t.reset);

  test('an outside database gets one link for its first administrator, the names of places, and no intake', async () => {
    const lines = await seed({ baseUrl, demonstration: false });
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /^First administrator: http:\/\/localhost:3000\//);
    const deployment = await getDeployment(t.context());
    assert.equal(deployment!.demonstration, false);
    assert.equal(deployment!.intakeOpen, false);
    assert.equal((await t.db.select().from(places)).length, demonstrationPlaces().length);
  });

  test('every place lies well inside the area of interest', async () => {
    const { areaOfInterest } = (await getDeployment(t.context()))!;
    assert.equal(areaOfInterest?.type, 'Polygon');
    const area = new Set(squaresTouched(areaOfInterest as Extract<typeof areaOfInterest, { type: 'Polygon' }>, 0));
    for (const { id, lng, lat } of demonstrationPlaces()) {
      if (lng !== undefined && lat !== undefined) assert.ok(area.has(squareOf({ lng, lat })), id);
    }
  });
});

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { testDatabase } from '../../db/testing.ts';
import { destination } from '../../geo/distance.ts';
import { type Geometry, type LngLat, pointGeometry, toPosition } from '../../geo/lng-lat.ts';
import { addLocationClaim } from '../add-location-claim.ts';
import { gapMetres } from '../gap.ts';
import { getCase } from '../get-case.ts';
import { makeReport, makeUser } from '../testing.ts';
import { type ErrorShape, errorShapes } from './error-shapes.ts';

const t = testDatabase();
const village: LngLat = { lng: 46.8, lat: 39.9 };
const from = (bearing: number, metres: number) => destination(village, bearing, metres);

/** Holes count as outside. */
function covers(shape: ErrorShape | undefined, at: LngLat): boolean {
  assert.equal(shape?.type, 'Polygon');
  return gapMetres(shape as Geometry, pointGeometry(at)) === 0;
}

describe('the shape of an error', () => {
  let ctx: ReturnType<typeof t.context>;
  before(async () => {
    await t.reset();
    ctx = t.context(await makeUser(t.db));
  });
  const shapeOf = async (claim: Omit<Parameters<typeof errorShapes>[1][number], 'id'>) =>
    (await errorShapes(ctx, [{ id: 'one', ...claim }])).get('one');

  it('of an offset is a wedge: along its direction and distance, and what the start may be off', async () => {
    const offset = {
      geometry: pointGeometry(from(0, 2000)),
      ...{ uncertaintyMetres: 1500, effectiveUncertaintyMetres: 1500, bearingDegrees: 0, distanceMetres: 2000 },
      ...{ directionErrorDegrees: 11.25, distanceErrorMetres: 500, startErrorMetres: 100 },
    };
    const shape = await shapeOf(offset);
    for (const at of [from(0, 2000), from(11, 1500), from(349, 2500), from(0, 1410), from(0, 2590)])
      assert.ok(covers(shape, at));
    for (const at of [from(0, 1380), from(0, 2620), from(17, 2000), from(343, 2000), from(180, 100)])
      assert.ok(!covers(shape, at));
    // what counts beyond what was told, an unknown datum say, widens it
    assert.ok(covers(await shapeOf({ ...offset, effectiveUncertaintyMetres: 1610 }), from(0, 2690)));
  });

  it('is kept with an offset that a moderator saves', async () => {
    const reportId = await makeReport(t.db);
    await addLocationClaim(ctx, {
      ...{ reportId, version: 1, reason: 'So he told it.', method: 'direction_distance', positionOf: 'event' },
      ...{
        geometry: pointGeometry(from(180, 3000)),
        uncertaintyMetres: 900,
        bearingDegrees: 180,
        distanceMetres: 3000,
      },
      ...{ directionErrorDegrees: 1, distanceErrorMetres: 50, startErrorMetres: 10 },
    });
    const { claims } = await getCase(ctx, reportId);
    const shape = (await errorShapes(ctx, claims)).get(claims.at(-1)!.id);
    assert.ok(covers(shape, from(180, 2950)) && covers(shape, from(180.5, 3050)));
    for (const at of [from(180, 2900), from(180, 3100), from(184, 3000)]) assert.ok(!covers(shape, at));
  });

  it('of an offset whose errors nobody noted is made of its radius, by eight winds', async () => {
    const shape = await shapeOf({
      geometry: pointGeometry(from(90, 4000)),
      ...{ uncertaintyMetres: 1200, effectiveUncertaintyMetres: 1200, bearingDegrees: 90, distanceMetres: 4000 },
    });
    for (const at of [from(90, 5150), from(90, 2850), from(112, 4000), from(68, 4000)]) assert.ok(covers(shape, at));
    for (const at of [from(90, 5250), from(90, 2750), from(120, 4000), from(270, 100)]) assert.ok(!covers(shape, at));
  });

  it('of a line is a band on both sides, of an area a band about its edge', async () => {
    const [a, b] = [from(90, 0), from(90, 2000)];
    const line: Geometry = { type: 'LineString', coordinates: [a, b].map(toPosition) };
    const band = await shapeOf({ geometry: line, effectiveUncertaintyMetres: 150 });
    const beside = (bearing: number, metres: number) => destination(from(90, 1000), bearing, metres);
    for (const at of [beside(0, 140), beside(180, 140)]) assert.ok(covers(band, at));
    for (const at of [beside(0, 165), beside(180, 165)]) assert.ok(!covers(band, at));
    const corners = [from(45, 2000), from(135, 2000), from(225, 2000), from(315, 2000)].map(toPosition);
    const area: Geometry = { type: 'Polygon', coordinates: [[...corners, corners[0]!]] };
    const edge = await shapeOf({ geometry: area, effectiveUncertaintyMetres: 200 });
    assert.equal(edge?.coordinates.length, 2);
    const north = (metres: number) => from(0, 2000 * Math.SQRT1_2 + metres);
    for (const metres of [-180, 0, 180]) assert.ok(covers(edge, north(metres)));
    for (const metres of [-230, 230]) assert.ok(!covers(edge, north(metres)));
  });

  it('is none for a point that was pinned or for words without a place', async () => {
    const pin = { id: 'pin', geometry: pointGeometry(village), effectiveUncertaintyMetres: 400 };
    const words = { id: 'words', geometry: null, effectiveUncertaintyMetres: 10_000 };
    assert.equal((await errorShapes(ctx, [pin, words])).size, 0);
  });
});

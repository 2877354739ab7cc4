import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { locationMethods, positionsOf } from '../reports/input.ts';
import { type Claim, effectiveUncertaintyMetres, estimateOf, precisionClassOf } from './estimate.ts';
import { gapMetres } from './gap.ts';

const claim = (given: Partial<Claim> = {}): Claim => ({
  id: 'a',
  reportId: 'r',
  geometry: { type: 'Point', coordinates: [46.9, 40.1] },
  uncertaintyMetres: 60,
  method: 'map_pin',
  author: 'reporter',
  positionOf: 'event',
  datum: 'wgs84',
  placeId: null,
  official: false,
  createdAt: new Date(0),
  ...given,
});
const at = (lng: number, lat: number) => ({
  geometry: { type: 'Point' as const, coordinates: [lng, lat] as [number, number] },
});

describe('location estimate', () => {
  it('puts a settlement at 2 km, class C, however exact its point is given', () => {
    const estimate = estimateOf([claim({ method: 'settlement_centroid', uncertaintyMetres: 300 })]);
    assert.equal(estimate?.uncertaintyMetres, 2000);
    assert.equal(estimate?.precisionClass, 'C');
  });

  it('never makes an observer class A, unless an official gives it', () => {
    const gps = { method: 'device_gps', uncertaintyMetres: 8, positionOf: 'observer' } as const;
    assert.equal(estimateOf([claim(gps)])?.precisionClass, 'B');
    assert.equal(estimateOf([claim({ ...gps, official: true })])?.precisionClass, 'A');
    assert.equal(estimateOf([claim({ ...gps, positionOf: 'event' })])?.precisionClass, 'A');
  });

  it('holds the borders of the classes', () => {
    const classes = [50, 50.1, 500, 501, 2000, 2001].map((metres) => precisionClassOf(metres));
    assert.deepEqual(classes, ['A', 'B', 'B', 'C', 'C', 'D']);
  });

  it('gives a found animal at least 1 km, direction and distance 500 m, an unknown datum 110 m more', () => {
    assert.equal(effectiveUncertaintyMetres(claim({ positionOf: 'carcass_found' })), 1000);
    assert.equal(effectiveUncertaintyMetres(claim({ method: 'direction_distance' })), 500);
    assert.equal(effectiveUncertaintyMetres(claim({ datum: 'unknown' })), 170);
  });

  it('takes the event before the observer, then the smaller error, and says why', () => {
    const observer = claim({ id: 'o', positionOf: 'observer', uncertaintyMetres: 10 });
    const event = claim({ id: 'e', uncertaintyMetres: 400 });
    const closer = claim({ id: 'c', uncertaintyMetres: 90 });
    assert.deepEqual(
      [estimateOf([observer, event])?.claimId, estimateOf([observer, event])?.reason],
      ['e', 'position_of_event'],
    );
    assert.deepEqual(
      [estimateOf([event, closer])?.claimId, estimateOf([event, closer])?.reason],
      ['c', 'smallest_error'],
    );
    assert.equal(estimateOf([event])?.reason, 'only_claim');
  });

  it("follows a moderator's newest own claim, and keeps telling what it contradicts", () => {
    const far = claim({ id: 'far', ...at(47.2, 40.1) });
    const own = claim({ id: 'own', author: 'moderator', uncertaintyMetres: 800, createdAt: new Date(2) });
    const older = claim({ id: 'older', author: 'moderator', createdAt: new Date(1) });
    const estimate = estimateOf([far, own, older]);
    assert.equal(estimate?.claimId, 'own');
    assert.deepEqual(estimate?.conflicting, ['far']);
  });

  it('is null without any geometry', () => {
    assert.equal(estimateOf([claim({ geometry: null, method: 'text_only' })]), null);
  });

  it('does not depend on the order of the claims, and never grows by a better one of the same kind', () => {
    const any = fc.record({
      id: fc.uuid(),
      uncertaintyMetres: fc.option(fc.integer({ min: 1, max: 9000 })),
      method: fc.constantFrom(...locationMethods),
      positionOf: fc.constantFrom(...positionsOf),
      createdAt: fc.date({ noInvalidDate: true }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { minLength: 1, maxLength: 6, selector: ({ id }) => id }), (given) => {
        const claims = given.map(claim);
        const estimate = estimateOf(claims)!;
        assert.deepEqual(estimateOf(claims.toReversed()), estimate);
        const chosen = claims.find(({ id }) => id === estimate.claimId)!;
        const better = { ...chosen, id: 'better', uncertaintyMetres: 1 };
        assert.ok(estimateOf([...claims, better])!.uncertaintyMetres <= estimate.uncertaintyMetres);
      }),
    );
  });
});

describe('gap', () => {
  const line = {
    type: 'LineString' as const,
    coordinates: [
      [46.9, 40],
      [46.9, 40.2],
    ] as [number, number][],
  };
  const box = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [46, 40],
        [47, 40],
        [47, 41],
        [46, 41],
        [46, 40],
      ],
    ] as [number, number][][],
  };
  it('measures shapes', () => {
    const metres = gapMetres(at(46.9, 40.1).geometry, at(46.9, 40.11).geometry);
    assert.ok(metres > 1105 && metres < 1115, `${metres}`);
    assert.ok(gapMetres(line, at(46.9, 40.1).geometry) < 1);
    assert.equal(gapMetres(box, at(46.5, 40.5).geometry), 0);
    assert.equal(
      gapMetres(line, {
        ...line,
        coordinates: [
          [46.8, 40.1],
          [47, 40.1],
        ],
      }),
      0,
    );
    assert.ok(gapMetres(box, at(47.1, 40.5).geometry) > 8000);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { distanceMetres } from '../geo/distance.ts';
import { fromPosition } from '../geo/lng-lat.ts';
import type { PlaceView } from '../places/place-view.ts';
import { type Claim, deriveClaims } from './derive-claims.ts';
import { locationClaimInput } from './input.ts';

const seysulan = {
  id: 'table:seysulan',
  kind: 'village',
  lngLat: { lng: 46.985, lat: 40.2464 },
  uncertaintyMetres: 2000,
};
const district = { id: 'table:agdara', kind: 'district', lngLat: { lng: 46.8, lat: 40.2 }, uncertaintyMetres: null };
const derive = (claim: object) =>
  deriveClaims([locationClaimInput.parse({ method: 'settlement_centroid', positionOf: 'event', ...claim })], (id) =>
    [seysulan, district].map((place) => place as unknown as PlaceView).find((place) => place.id === id),
  );
const at = ({ geometry }: Claim) => {
  assert.ok(geometry?.type === 'Point');
  return fromPosition(geometry.coordinates);
};
const here = { type: 'Point', coordinates: [46.985, 40.2464] };

describe('claims from what was told', () => {
  it('put a named village at its point with 2 km', () => {
    const [claim, ...rest] = derive({ placeId: seysulan.id });
    assert.deepEqual(at(claim!), seysulan.lngLat);
    assert.equal(claim!.uncertaintyMetres, 2000);
    assert.equal(rest.length, 0);
  });

  it('move it by direction and distance, and widen it', () => {
    const [claim] = derive({ placeId: seysulan.id, bearingDegrees: 45, distanceMetres: 2000 });
    assert.equal(claim!.method, 'direction_distance');
    assert.ok(Math.abs(distanceMetres(seysulan.lngLat, at(claim!)) - 2000) < 1);
    assert.equal(claim!.uncertaintyMetres, 2500);
  });

  it('leave a district without a point', () => {
    const [claim] = derive({ placeId: district.id });
    assert.equal(claim!.geometry, null);
    assert.equal(claim!.uncertaintyMetres, null);
  });

  it('take a device’s position as the observer’s, whatever was sent', () => {
    const [claim, ...rest] = derive({ method: 'device_gps', geometry: here, uncertaintyMetres: 4 });
    assert.deepEqual([claim!.positionOf, claim!.uncertaintyMetres, rest.length], ['observer', 10, 0]);
  });

  it('add the event beside the observer when direction and distance are told', () => {
    const gps = { method: 'device_gps', geometry: here, uncertaintyMetres: 20, positionOf: 'crater' };
    const [event, observer] = derive({ ...gps, bearingDegrees: 180, distanceMetres: 400 });
    assert.deepEqual(
      [event!.positionOf, event!.method, event!.uncertaintyMetres],
      ['crater', 'direction_distance', 520],
    );
    assert.deepEqual(
      [observer!.positionOf, observer!.method, observer!.bearingDegrees],
      ['observer', 'device_gps', undefined],
    );
    assert.deepEqual(at(observer!), seysulan.lngLat);
  });

  it('bring a Soviet map’s coordinates to WGS84, and widen where the datum is unknown', () => {
    const [old] = derive({ method: 'old_map', geometry: here, datum: 'sk42' });
    const shift = distanceMetres(seysulan.lngLat, at(old!));
    assert.ok(shift > 80 && shift < 130, `${shift} m`);
    assert.equal(old!.uncertaintyMetres, 500);
    assert.equal(derive({ method: 'map_pin', geometry: here, datum: 'unknown' })[0]!.uncertaintyMetres, 160);
  });
});

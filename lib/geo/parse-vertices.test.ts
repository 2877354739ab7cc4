import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distanceMetres } from './distance.ts';
import { fromPosition } from './lng-lat.ts';
import { parseVertices } from './parse-vertices.ts';

test('a ring in mixed formats is closed once', () => {
  const text = '40.1, 46.9\n40°06′30″N 46°54′00″E\n\n38N 663000 E 4441000 N\n40.1, 46.9';
  const parsed = parseVertices(text, 'polygon');
  assert.ok(parsed.ok && parsed.geometry.type === 'Polygon');
  const [ring] = parsed.geometry.coordinates;
  assert.equal(ring?.length, 4);
  assert.deepEqual(ring?.[0], ring?.[3]);
});

test('the vertex that can not be read is named, a swap too', () => {
  assert.deepEqual(parseVertices('40.1 46.9\n\nnear the mill', 'line'), { ok: false, code: 'unreadable', vertex: 2 });
  assert.deepEqual(parseVertices('46.9 40.1', 'point'), { ok: false, code: 'swapped', vertex: 1 });
});

test('too few and too many vertices are refused', () => {
  assert.deepEqual(parseVertices('40.1 46.9\n40.2 46.9', 'polygon'), { ok: false, code: 'too_few_vertices' });
  assert.deepEqual(parseVertices('', 'point'), { ok: false, code: 'too_few_vertices' });
  assert.deepEqual(parseVertices('40.1 46.9\n40.2 46.9', 'point'), { ok: false, code: 'too_many_vertices' });
});

test('a point tapped twice is one, and a line of it alone is too short', () => {
  const parsed = parseVertices('40.1, 46.9\n40.1, 46.9\n40.2, 46.9', 'line');
  assert.ok(parsed.ok && parsed.geometry.type === 'LineString');
  assert.equal(parsed.geometry.coordinates.length, 2);
  assert.deepEqual(parseVertices('40.1, 46.9\n40.1, 46.9', 'line'), { ok: false, code: 'too_few_vertices' });
});

test('SK-42 moves every vertex by about a hundred metres', () => {
  const [plain, converted] = (['wgs84', 'sk42'] as const).map((datum) => parseVertices('40.1 46.9', 'point', datum));
  assert.ok(plain?.ok && converted?.ok && plain.geometry.type === 'Point' && converted.geometry.type === 'Point');
  const moved = distanceMetres(fromPosition(plain.geometry.coordinates), fromPosition(converted.geometry.coordinates));
  assert.ok(moved > 80 && moved < 130, String(moved));
});

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { UserActor } from '../context.ts';
import { testDatabase } from '../db/testing.ts';
import { isProblem } from '../errors.ts';
import type { LineGeometry, Position } from '../geo/lng-lat.ts';
import { gapMetres } from './gap.ts';
import { makeUser } from './testing.ts';
import { widenLine } from './widen-line.ts';

const t = testDatabase();
const width = (key: string) => (error: unknown) => isProblem(error) && error.detail.fields?.width === key;
const lineOf = (...coordinates: Position[]): LineGeometry => ({ type: 'LineString', coordinates });

describe('a strip along a line', () => {
  let moderator: UserActor;
  before(async () => {
    await t.reset();
    moderator = await makeUser(t.db);
  });

  it('reaches as far as told, on both sides and beyond the ends', async () => {
    const area = await widenLine(t.context(moderator), lineOf([46.8, 40], [46.82, 40], [46.82, 40.02]), 100);
    const away = (lng: number, lat: number) => gapMetres(area, { type: 'Point', coordinates: [lng, lat] });
    const [north, east] = [1 / 111_200, 1 / 85_300];
    for (const [lng, lat] of [
      [46.81, 40 + 90 * north],
      [46.81, 40 - 90 * north],
      [46.8 - 90 * east, 40],
      [46.82 + 90 * east, 40.01],
    ] as const)
      assert.equal(away(lng, lat), 0);
    assert.ok(Math.abs(away(46.81, 40 - 150 * north) - 50) < 3);
  });

  it('stays within the vertices that a claim may have, however crooked the line', async () => {
    const crooked = (length: number) =>
      lineOf(...Array.from({ length }, (_, i): Position => [46.5 + i / 500, 40 + (i % 2) / 100]));
    const area = await widenLine(t.context(moderator), crooked(50), 30);
    const [ring = []] = area.coordinates;
    assert.ok(ring.length <= 200 && ring.length > 4, `${ring.length}`);
    assert.deepEqual(ring[0], ring.at(-1));
    await assert.rejects(widenLine(t.context(moderator), crooked(199), 30), width('too_many_vertices'));
  });

  it('refuses a width that is none, a closed strip, and who is no moderator', async () => {
    const line = lineOf([46.8, 40], [46.82, 40]);
    for (const metres of [0, -1, Number.NaN, 5001])
      await assert.rejects(widenLine(t.context(moderator), line, metres), width('width_invalid'));
    const loop = lineOf([46.8, 40], [46.82, 40], [46.82, 40.02], [46.8, 40.02], [46.8, 40]);
    await assert.rejects(widenLine(t.context(moderator), loop, 50), width('width_ring'));
    const reader = await makeUser(t.db, 'organisation');
    await assert.rejects(
      widenLine(t.context(reader), line, 50),
      (error) => isProblem(error) && error.code === 'forbidden',
    );
  });
});

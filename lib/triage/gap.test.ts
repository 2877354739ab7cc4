import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Position } from '../geo/lng-lat.ts';
import { gapMetres } from './gap.ts';

const line = (lat: number, vertices: number) => ({
  type: 'LineString' as const,
  coordinates: Array.from({ length: vertices }, (_, i): Position => [46 + i / vertices, lat]),
});

describe('the gap between two shapes', () => {
  it('is found for lines of many vertices too', () => {
    const metres = gapMetres(line(39.8, 400), line(39.81, 400));
    assert.ok(Math.abs(metres - 1110) < 10, `${metres}`);
  });
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { ArtifactError, decodeSurface, encodeSurface } from './artifact.ts';
import { hex, sha256 } from './sha256.ts';
import { computeSurface } from './surface.ts';
import { box, clearanceOf, clueAt, SQUARE, TODAY } from './testing.ts';

const input = {
  clues: [clueAt('a', 46.6, 39.7), clueAt('b', 46.8, 39.8, { kind: 'animal', precision: 'C' })],
  clearances: [clearanceOf('field', box(46.7, 39.75, 46.75, 39.79))],
  areaOfInterest: SQUARE,
  asOfDay: TODAY,
};

describe('the artifact of a surface', () => {
  const surface = computeSurface(input);
  const bytes = encodeSurface(surface);

  it('reads back as the same surface', () => {
    assert.deepEqual(decodeSurface(bytes), surface);
  });

  it('is rebuilt from its inputs to the same bytes, in any order', () => {
    assert.deepEqual(encodeSurface(computeSurface({ ...input, clues: input.clues.toReversed() })), bytes);
  });

  it('is refused when altered, cut short, of another format or something else', () => {
    for (const at of [20, 400, bytes.length >> 1, bytes.length - 1]) {
      const altered = bytes.slice();
      altered[at]! ^= 1;
      assert.throws(() => decodeSurface(altered), ArtifactError);
    }
    for (const length of [0, 5, 43, 1_000, bytes.length - 1])
      assert.throws(() => decodeSurface(bytes.slice(0, length)), ArtifactError);
    const other = bytes.slice();
    other[6] = 9;
    assert.throws(() => decodeSurface(other), /format 9/);
    assert.throws(() => decodeSurface(new Uint8Array(1_000)), /not a risk artifact/);
  });

  it('is digested by the SHA-256 that everybody has', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 1_000]) {
      const message = Uint8Array.from({ length }, (_, i) => (i * 7) % 256);
      assert.equal(hex(sha256(message)), createHash('sha256').update(message).digest('hex'));
    }
  });
});

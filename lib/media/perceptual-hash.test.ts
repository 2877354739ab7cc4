import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { hammingDistance, hashedSide, perceptualHash } from './perceptual-hash.ts';

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

/** Hills under a sky, different for every seed. */
function picture(seed: number): string {
  const hill = (i: number) => {
    const x = (seed * 37 + i * 71) % 300;
    const y = 60 + ((seed * 53 + i * 29) % 120);
    return `<ellipse cx="${x}" cy="${y}" rx="${30 + ((seed + i * 17) % 60)}" ry="${20 + ((seed * 7 + i) % 40)}" fill="rgb(${(seed * 91 + i * 67) % 256},${(i * 83 + seed) % 256},80)"/>`;
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#9bd"/>${[0, 1, 2, 3, 4, 5].map(hill).join('')}</svg>`;
}
const hashOf = async (image: Sharp) => {
  const small = await image.resize(hashedSide, hashedSide, { fit: 'fill' }).greyscale().raw().toBuffer();
  const hash = perceptualHash(small);
  assert.ok(hash !== null);
  return hash;
};

describe('hammingDistance', () => {
  it('is a distance: zero to itself, the same both ways, at most 64, no short cut through a third', () => {
    fc.assert(
      fc.property(int64, int64, int64, (a, b, c) => {
        const d = hammingDistance(a, b);
        assert.equal(hammingDistance(a, a), 0);
        assert.equal(d, hammingDistance(b, a));
        assert.ok(d >= 0 && d <= 64);
        assert.ok(d <= hammingDistance(a, c) + hammingDistance(c, b));
      }),
    );
    assert.equal(hammingDistance(-1n, 0n), 64);
  });
});

describe('perceptualHash', () => {
  it('fits a signed 64-bit column', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1024, maxLength: 1024 }), (pixels) => {
        const hash = perceptualHash(pixels);
        assert.ok(hash === null || (hash >= -(2n ** 63n) && hash < 2n ** 63n));
      }),
    );
  });

  it('stays close when a picture is made smaller, saved worse or a little brighter', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const original = await sharp(Buffer.from(picture(seed)))
        .png()
        .toBuffer();
      const worse = await sharp(original).resize(120).jpeg({ quality: 40 }).toBuffer();
      const brighter = await sharp(original).modulate({ brightness: 1.1 }).webp({ quality: 50 }).toBuffer();
      const hash = await hashOf(sharp(original));
      assert.ok(hammingDistance(hash, await hashOf(sharp(worse))) <= 6);
      assert.ok(hammingDistance(hash, await hashOf(sharp(brighter))) <= 8);
    }
  });

  it('tells different pictures apart', async () => {
    const hashes = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => hashOf(sharp(Buffer.from(picture(seed))))));
    for (const [i, a] of hashes.entries())
      for (const b of hashes.slice(i + 1)) assert.ok(hammingDistance(a, b) > 12, `${hammingDistance(a, b)}`);
  });

  it('gives nothing for a picture without structure, and refuses another size', () => {
    assert.equal(perceptualHash(new Uint8Array(1024).fill(200)), null);
    assert.throws(() => perceptualHash([1, 2, 3]), RangeError);
  });
});

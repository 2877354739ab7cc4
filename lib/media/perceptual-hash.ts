/** Side of the greyscale square that is hashed, pixels. */
export const hashedSide = 32;
const low = 8;

/** cos((2x + 1) u pi / 2N), the basis of the discrete cosine transform (DCT-II). */
const cosines = Array.from({ length: low }, (_, u) =>
  Array.from({ length: hashedSide }, (_, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * hashedSide))),
);

/**
 * 64 bits by which pictures that look alike are found, whatever their size, format and quality: the 8 x 8 lowest
 * frequencies of 32 x 32 grey values (0 to 255, row by row), each told above or below their median; as a signed
 * 64-bit integer. Null for a picture without structure, which would look like every other one of its kind.
 * Source: Zauner (2010), Implementation and Benchmarking of Perceptual Image Hash Functions, DCT-based hash.
 * Throws RangeError for another number of pixels.
 */
export function perceptualHash(pixels: ArrayLike<number>): bigint | null {
  if (pixels.length !== hashedSide * hashedSide) throw new RangeError(`${pixels.length} pixels`);
  const rows = Array.from({ length: hashedSide }, (_, y) =>
    cosines.map((cosine) => cosine.reduce((sum, c, x) => sum + c * pixels[y * hashedSide + x]!, 0)),
  );
  const frequencies = cosines.flatMap((cosine) =>
    cosines.map((_, u) => cosine.reduce((sum, c, y) => sum + c * rows[y]![u]!, 0)),
  );
  const told = frequencies.slice(1);
  if (told.every((one) => Math.abs(one) < hashedSide * hashedSide * 0.25)) return null;
  const median = told.toSorted((a, b) => a - b)[(told.length - 1) / 2]!;
  // The mean brightness (the first frequency) says nothing of what is seen.
  const bits = told.reduce((sum, one) => (sum << 1n) | (one > median ? 1n : 0n), 0n);
  return BigInt.asIntN(64, bits);
}

/**
 * Two hashes that differ in so many of the 64 bits or fewer are one picture, saved or sent once more: the same for the
 * chance of one event and for what counts once as evidence. The index (picture_bands) is sure to find up to seven, and
 * of eight all but four in a thousand.
 */
export const samePictureBits = 8;

/** How many of the 64 bits differ, 0 to 64. */
export function hammingDistance(a: bigint, b: bigint): number {
  let differing = BigInt.asUintN(64, a ^ b);
  let count = 0;
  for (; differing !== 0n; differing &= differing - 1n) count += 1;
  return count;
}

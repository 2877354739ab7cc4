import sharp from 'sharp';

/** A photo as a phone would write it, for tests: stripes that differ by seed, EXIF with a position and time if wanted. */
export function makePhoto({
  seed = 1,
  width = 320,
  height = 240,
  format = 'jpeg' as 'jpeg' | 'png' | 'webp',
  gps = null as { lat: [number, number, number]; lng: [number, number, number] } | null,
  orientation = 1,
} = {}): Promise<Buffer> {
  const stripes = Array.from(
    { length: 8 },
    (_, i) =>
      `<rect x="${(i * 41 * seed) % width}" y="${(i * 67 * seed) % height}" width="${60 + i * 9}" height="${40 + ((i * seed) % 5) * 20}" fill="rgb(${(i * 73 * seed) % 256},${(i * 31 + seed * 57) % 256},${(i * 97) % 256})"/>`,
  );
  const drawn = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#e8e0d0"/>${stripes.join('')}</svg>`,
  );
  const rational = (parts: readonly number[]) => parts.map((part) => `${part}/1`).join(' ');
  const image = sharp(drawn).flatten();
  const written = gps
    ? image.withExif({
        IFD2: { DateTimeOriginal: '2024:05:03 10:22:11' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: rational(gps.lat),
          GPSLongitudeRef: 'E',
          GPSLongitude: rational(gps.lng),
        },
      })
    : image;
  return (orientation === 1 ? written : written.withMetadata({ orientation })).toFormat(format).toBuffer();
}

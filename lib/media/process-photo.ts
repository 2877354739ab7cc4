import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { inTurn } from './in-turn.ts';
import { keptSide, mostPixels, photoLimitBytes } from './input.ts';
import { hashedSide, perceptualHash } from './perceptual-hash.ts';
import { isRefusal, type PhotoRefusal, photoKind } from './photo-kind.ts';
import { type Exif, readExif } from './read-exif.ts';

// Pictures of strangers are decoded one by one on one thread, and nothing of them stays in a cache.
sharp.concurrency(1);
sharp.cache(false);

export type Processed = {
  sha256: string;
  perceptualHash: bigint | null;
  width: number;
  height: number;
  /** JPEG without any metadata, upright, at most `keptSide` long. */
  kept: Buffer;
  /** The same at 160 pixels. */
  thumbnail: Buffer;
  exif: Exif;
};

/** Takes a file apart: the pixels are encoded anew, what the camera wrote is told beside. The refusal where it is no photo that we take. */
export function processPhoto(bytes: Buffer): Promise<Processed | PhotoRefusal> {
  if (bytes.length > photoLimitBytes) return Promise.resolve('photo_too_large');
  const kind = photoKind(bytes);
  if (isRefusal(kind)) return Promise.resolve(kind);
  return inTurn(async () => {
    try {
      const source = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' });
      const { format, width, height, exif } = await source.metadata();
      if (format !== kind) return 'photo_not_image';
      if (width * height > mostPixels) return 'photo_pixels';
      const kept = await source
        .autoOrient()
        .resize({ width: keptSide, height: keptSide, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .jpeg({ quality: 85 })
        .toBuffer({ resolveWithObject: true });
      const thumbnail = await sharp(kept.data).resize(160, 160, { fit: 'inside' }).jpeg({ quality: 60 }).toBuffer();
      const grey = await sharp(kept.data)
        .resize(hashedSide, hashedSide, { fit: 'fill' })
        .toColourspace('b-w')
        .raw()
        .toBuffer();
      return {
        sha256: createHash('sha256').update(bytes).digest('hex'),
        perceptualHash: perceptualHash(grey),
        width: kept.info.width,
        height: kept.info.height,
        kept: kept.data,
        thumbnail,
        exif: readExif(exif),
      };
    } catch (error) {
      return /pixel limit/i.test(String(error)) ? 'photo_pixels' : 'photo_broken';
    }
  });
}

import sharp from 'sharp';
import { inTurn } from '../in-turn.ts';
import { mostPixels, type PhotoBox } from '../input.ts';

const ink = { r: 27, g: 36, b: 48 };

/** The picture encoded anew at its own size with every box painted over: what lay below is in no byte of the result. */
export function destroyPixels(kept: Buffer, boxes: readonly PhotoBox[]): Promise<Buffer> {
  return inTurn(async () => {
    const source = sharp(kept, { limitInputPixels: mostPixels });
    const { width, height } = await source.metadata();
    const painted = boxes.flatMap(({ x, y, ...box }) => {
      const size = { width: Math.min(box.width, width - x), height: Math.min(box.height, height - y) };
      if (size.width < 1 || size.height < 1) return [];
      return [{ input: { create: { ...size, channels: 3 as const, background: ink } }, left: x, top: y }];
    });
    return source.composite(painted).jpeg({ quality: 85 }).toBuffer();
  });
}

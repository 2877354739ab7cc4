/** Pixels; a box is its top left corner and size. */
export type PixelBox = { x: number; y: number; width: number; height: number };
/** `most`: how far out, in pixels, the name may go on a leader line; beside its dot only when absent. */
export type LabelWish = { id: string; x: number; y: number; text: string; most?: number };
export type LabelPlace = LabelWish & { box: PixelBox; leader: boolean };

const meet = (a: PixelBox, b: PixelBox): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

// Right, left, below, above; then the same farther out, with a leader line back to the dot.
const gaps = [7, 20, 34, 50, 70];
const directions: readonly [number, number][] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
];

/** Armenian and Cyrillic run wider than Latin: a generous mean, so that the box is rather too large. */
export const textWidth = (text: string, fontPixels: number): number => text.length * fontPixels * 0.62 + 6;

/**
 * Puts each name beside its dot so that it covers neither danger nor another name nor leaves the frame.
 * Names for which there is no such spot are left out: their dot stays, and the table has them.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  danger: readonly PixelBox[],
  frame: PixelBox,
  fontPixels: number,
  widthOf: (text: string, fontPixels: number) => number = textWidth,
): LabelPlace[] {
  // nobody's name lies over a dot
  const taken: PixelBox[] = wishes.map(({ x, y }) => ({ x: x - 3, y: y - 3, width: 6, height: 6 }));
  return wishes.flatMap((wish) => {
    const width = widthOf(wish.text, fontPixels);
    const height = fontPixels * 1.3;
    for (const gap of gaps) {
      if (gap > (wish.most ?? gaps[0]!)) break;
      for (const [dx, dy] of directions) {
        const box = {
          x: wish.x + dx * gap + (dx < 0 ? -width : dx === 0 ? -width / 2 : 0),
          y: wish.y + dy * gap + (dy < 0 ? -height : dy === 0 ? -height / 2 : 0),
          width,
          height,
        };
        const inside =
          box.x >= frame.x &&
          box.y >= frame.y &&
          box.x + width <= frame.x + frame.width &&
          box.y + height <= frame.y + frame.height;
        if (!inside || danger.some((one) => meet(one, box)) || taken.some((one) => meet(one, box))) continue;
        taken.push(box);
        return [{ ...wish, box, leader: gap > 7 }];
      }
    }
    return [];
  });
}

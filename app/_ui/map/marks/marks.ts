import type { ClueKind } from '../../../../lib/clues/input.ts';

const star = (points: number, outer: number, inner: number): string => {
  const corners = Array.from({ length: points * 2 }, (_, i) => {
    const [angle, radius] = [(Math.PI * i) / points, i % 2 === 0 ? outer : inner];
    return [radius * Math.sin(angle), -radius * Math.cos(angle)] as const;
  });
  const steps = corners
    .slice(1)
    .map(([x, y], i) => `l${(x - corners[i]![0]).toFixed(1)},${(y - corners[i]![1]).toFixed(1)}`);
  return `m0,${-outer}${steps.join('')}z`;
};

/** About a sign whose clue is placed by its settlement only. */
export const ringPath = 'm-15,0a15,15 0 1,1 30,0a15,15 0 1,1 -30,0z';

/**
 * The sign of each kind of clue: an SVG path that begins at its own middle, in pixels. Told apart by outline alone.
 * Inner strokes are single lines, so that they enclose nothing to be filled.
 */
export const markPaths: Record<ClueKind, string> = {
  human_accident: 'm-8,0a8,8 0 1,1 16,0a8,8 0 1,1 -16,0zm4,0h8m-4,-4v8',
  animal_accident: 'm-7.5,-7.5h15v15h-15zm3.5,7.5h8m-4,-4v8',
  detonation_no_casualty: star(8, 10, 5),
  device_seen: 'm0,-9.5l9.5,9.5l-9.5,9.5l-9.5,-9.5z',
  sign: 'm0,-11l10.5,17.5h-21zm0,6v5.5',
  fence: 'm-11,-7h22v14h-22zm6,0v14m10,-14v14m-16,-9.5h22m-22,5h22',
  trench_line: 'm-11,-7h22v14h-22zm2,10h4m0,0v-6m0,0h5m0,0v6m0,0h5m0,0v-6m0,0h4',
  minefield_record: 'm-7.5,-10h10l5,5v15h-15zm4,8h7m-7,4h7m-7,4h7',
  area: 'm-5.5,-8.5h11l5,8.5l-5,8.5h-11l-5,-8.5z',
};

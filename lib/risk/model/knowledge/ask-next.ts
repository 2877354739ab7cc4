import type { Surface } from '../surface.ts';

/** A cell to ask about. gain: expected fall of ignorance by one more report, weighted by danger and exposure; comparable within one list only. */
export type Question = { index: number; cell: bigint; gain: number };

/**
 * Cells ranked by what one more report is expected to teach: the fall of ignorance that a report makes,
 * u - W/(W/u + 1) with W/u = r + s + W, times the danger per cell and the exposure (people who use the land, 0..1; 1 if unknown).
 * Ties in order of cell, so that the list is stable.
 */
export function askNext(
  surface: Surface,
  limit: number,
  ignoranceWeight: number,
  exposure: (index: number) => number = () => 1,
): Question[] {
  const questions: Question[] = [];
  for (const [index, cell] of surface.cells.entries()) {
    const ignorance = surface.ignorance[index]!;
    const fall = ignorance - ignoranceWeight / (ignoranceWeight / ignorance + 1);
    const gain = fall * surface.danger[index]! * exposure(index);
    if (gain > 0) questions.push({ index, cell, gain });
  }
  return questions.sort((a, b) => b.gain - a.gain || a.index - b.index).slice(0, limit);
}

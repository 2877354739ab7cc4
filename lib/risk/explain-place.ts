import { latLngToCell } from 'h3-js';
import type { Context } from '../context.ts';
import { h3Name } from '../geo/hex-grid.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import { currentEvidence } from './current-evidence.ts';
import { cellIndex, explainCell } from './model/contributions.ts';
import { CELL_STATES, type CellState } from './model/surface.ts';

const shownClues = 5;

/** Why a cell stands where it stands. Shares of its danger sum to 1; dangerClass 0..5; ignorance 0..1; no absolute number. */
export type PlaceExplanation = {
  cell: string;
  state: CellState;
  dangerClass: number;
  ignorance: number;
  /** What no clue explains: the same everywhere. */
  floorShare: number;
  clues: { id: string; number: number; share: number }[];
  /** All other clues and minefield records together. */
  rest: { count: number; share: number };
};

/** The cell that holds a position, or null outside the area of interest. Moderators' only: forbidden, not_signed_in. */
export async function explainPlace(ctx: Context, { lng, lat }: LngLat): Promise<PlaceExplanation | null> {
  const current = await currentEvidence(ctx);
  if (!current) return null;
  const { resolution, ids } = current.evidence.grid;
  const cell = cellIndex(ids, latLngToCell(lat, lng, resolution!));
  return cell < 0 ? null : explained(current, cell);
}

export function explained(current: NonNullable<Awaited<ReturnType<typeof currentEvidence>>>, cell: number) {
  const { evidence, surface, clues } = current;
  const { danger, floor, contributions } = explainCell(evidence, cell);
  // A minefield record contributes too, and is no clue: it counts among the rest.
  const shown = contributions.filter(({ clueId }) => clues.has(clueId)).slice(0, shownClues);
  const rest = contributions.filter((part) => !shown.includes(part));
  return {
    cell: h3Name(evidence.grid.ids[cell]!),
    state: CELL_STATES[surface.state[cell]!]!,
    dangerClass: surface.dangerClass[cell]!,
    ignorance: surface.ignorance[cell]!,
    floorShare: floor / danger,
    clues: shown.map((part) => ({
      id: part.clueId,
      number: clues.get(part.clueId)!.number,
      share: part.danger / danger,
    })),
    rest: { count: rest.length, share: rest.reduce((sum, part) => sum + part.danger, 0) / danger },
  } satisfies PlaceExplanation;
}

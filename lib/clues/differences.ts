import type { ClueDraft } from './draft-clue.ts';
import type { ClueRow } from './store.ts';

const compared = [
  'kind',
  'uncertaintyMetres',
  'precisionClass',
  'placeId',
  'dateStart',
  'dateEnd',
  'datePrecision',
  'killed',
  'injured',
  'animalsKilled',
  'deviceCategory',
  'evidenceClass',
  'sourceReliability',
  'infoCredibility',
  'independentSources',
  'sourceClass',
] as const;

/** Values that the ledger tells differently from the proposal: field -> [proposed, now]. The place as moved or not, never where. */
export function differences(clue: ClueRow, now: ClueDraft['values']): Record<string, [unknown, unknown]> {
  const changed: Record<string, [unknown, unknown]> = {};
  for (const field of compared) if (clue[field] !== now[field]) changed[field] = [clue[field], now[field]];
  if (rounded(clue.geometry) !== rounded(now.geometry)) changed.geometry = [null, null];
  return changed;
}

/** As the database gives coordinates back: seven decimals. */
const rounded = (geometry: object | null) =>
  JSON.stringify(geometry, (_key, value) => (typeof value === 'number' ? Number(value.toFixed(6)) : value));

import type { Database } from '../db/client.ts';
import type { Deployment } from '../deployment/get-deployment.ts';
import { type Grid, h3Grid } from '../geo/hex-grid.ts';
import { type AcceptedRecord, stampOfRecords } from '../records/find-accepted.ts';
import { type findOfficial, stampOfOfficial } from './find-official.ts';
import type { Evidence } from './model/evidence.ts';
import { learnFromClues } from './model/learning/learn-from-clues.ts';
import { DEFAULT_PARAMETERS } from './model/parameters.ts';
import { gatherEvidence } from './model/surface.ts';
import { dayOf, polygonsOf, riskClueOf, riskClueOfRecord } from './rules.ts';
import { stampOfClues, type VerifiedClue } from './store.ts';

type Official = Awaited<ReturnType<typeof findOfficial>>;

/**
 * What the model makes of these clues, minefield records and official feedback within the deployment's area of interest, as of the day of `now`; its weights are
 * learned from the same clues, by forecasting each of their years from the years before.
 */
export function evidenceOf(
  clues: readonly VerifiedClue[],
  records: readonly AcceptedRecord[],
  { clearances, judged }: Official,
  { areaOfInterest }: Deployment,
  now: Date,
): Evidence {
  const asOfDay = dayOf(now.toISOString().slice(0, 10));
  const polygons = polygonsOf(areaOfInterest);
  const grid = gridOf(polygons);
  const done = clearances.filter(({ day }) => day <= asOfDay);
  const riskClues = clues.map((clue) => riskClueOf(clue, asOfDay, judged));
  const parameters = { ...DEFAULT_PARAMETERS, ...learnFromClues(grid, riskClues, asOfDay, DEFAULT_PARAMETERS) };
  const all = [...riskClues, ...records.map((record) => riskClueOfRecord(record, asOfDay))];
  return gatherEvidence({ clues: all, clearances: done, areaOfInterest: polygons, asOfDay, parameters }, grid);
}

/** Changes whenever something that evidenceOf reads does. */
export const stampOfInputs = async (db: Database, practice: boolean): Promise<string> =>
  `${await stampOfClues(db, practice)} ${await stampOfRecords(db, practice)} ${await stampOfOfficial(db, practice)}`;

let lastGrid: { key: string; grid: Grid } | undefined;

// Half a second for 48,000 cells, and the area hardly ever changes.
function gridOf(polygons: ReturnType<typeof polygonsOf>): Grid {
  const key = JSON.stringify(polygons);
  if (lastGrid?.key !== key) lastGrid = { key, grid: h3Grid(polygons, DEFAULT_PARAMETERS.resolution) };
  return lastGrid.grid;
}

import { gunzipSync, gzipSync } from 'node:zlib';
import type { Deployment } from '../deployment/get-deployment.ts';
import { type Grid, h3Grid } from '../geo/hex-grid.ts';
import type { Position } from '../geo/lng-lat.ts';
import type { AcceptedRecord } from '../records/find-accepted.ts';
import type { findOfficial } from './find-official.ts';
import type { Clearance, RiskClue } from './model/clue.ts';
import type { Evidence } from './model/evidence.ts';
import { learnFromClues } from './model/learning/learn-from-clues.ts';
import { DEFAULT_PARAMETERS } from './model/parameters.ts';
import { gatherEvidence } from './model/surface.ts';
import { updateEvidence } from './model/update-evidence.ts';
import { dayOf, polygonsOf, riskClueOf, riskClueOfRecord } from './rules.ts';
import type { VerifiedClue } from './store.ts';

/** All that a version is computed from besides the model's parameters, as the model takes it. No person, no text, no report. */
export type VersionInputs = {
  areaOfInterest: Position[][][];
  asOfDay: number;
  clues: RiskClue[];
  records: RiskClue[];
  clearances: Clearance[];
};

/** What the model reads of these clues, minefield records and official feedback within the deployment's area of interest, as of the day of `now`. */
export function inputsOf(
  clues: readonly VerifiedClue[],
  records: readonly AcceptedRecord[],
  { clearances, judged }: Awaited<ReturnType<typeof findOfficial>>,
  { areaOfInterest }: Deployment,
  now: Date,
): VersionInputs {
  const asOfDay = dayOf(now.toISOString().slice(0, 10));
  return {
    areaOfInterest: polygonsOf(areaOfInterest),
    asOfDay,
    clues: clues.map((clue) => riskClueOf(clue, asOfDay, judged)),
    records: records.map((record) => riskClueOfRecord(record, asOfDay)),
    clearances: clearances.filter(({ day }) => day <= asOfDay),
  };
}

/**
 * What the model makes of them; its weights are learned from the same clues, by forecasting each of their years from the years
 * before. `before`: evidence of an earlier computation that nobody else holds; it is brought up to date when it can be, to the
 * same bits as gathering anew. changed: how many clues that took, null when all was gathered.
 */
export function evidenceFrom(inputs: VersionInputs, before?: Evidence): { evidence: Evidence; changed: number | null } {
  const { areaOfInterest, asOfDay, clearances } = inputs;
  const grid = gridOf(areaOfInterest);
  const parameters = {
    ...DEFAULT_PARAMETERS,
    ...learnFromClues(grid, inputs.clues, asOfDay, DEFAULT_PARAMETERS),
  };
  const clues = [...inputs.clues, ...inputs.records];
  const changed = before?.grid === grid ? updateEvidence(before, clues, clearances, asOfDay, parameters) : null;
  if (before && changed !== null) return { evidence: before, changed };
  return { evidence: gatherEvidence({ clues, clearances, areaOfInterest, asOfDay, parameters }, grid), changed: null };
}

export const packInputs = (inputs: VersionInputs): Buffer => gzipSync(JSON.stringify(inputs));
/** Throws when the bytes are damaged. */
export const unpackInputs = (bytes: Buffer): VersionInputs => JSON.parse(gunzipSync(bytes).toString('utf8'));

let lastGrid: { key: string; grid: Grid } | undefined;

// Half a second for 48,000 cells, and the area hardly ever changes.
function gridOf(polygons: Position[][][]): Grid {
  const key = JSON.stringify(polygons);
  if (lastGrid?.key !== key) lastGrid = { key, grid: h3Grid(polygons, DEFAULT_PARAMETERS.resolution) };
  return lastGrid.grid;
}

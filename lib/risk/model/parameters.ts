/** Kinds of clue. A record is a received minefield record or map: a recorded hazard until somebody surveys it. */
export const CLUE_KINDS = ['human', 'animal', 'presence', 'record'] as const;
/** Positional precision, as in IMAS 08.10 practice: A <= 50 m, B <= 500 m, C <= 2 km. D stays an unverified lead and never enters. */
export const PRECISIONS = ['A', 'B', 'C'] as const;
export const CLEARANCE_METHODS = ['clearance', 'technical_survey', 'non_technical_survey'] as const;

export type ClueKind = (typeof CLUE_KINDS)[number];
export type Precision = (typeof PRECISIONS)[number];
export type ClearanceMethod = (typeof CLEARANCE_METHODS)[number];

export type RiskParameters = typeof DEFAULT_PARAMETERS;

/**
 * Every number of the model. Cold-start weights hold until a few hundred clues have been forecast one year ahead;
 * learnWeights then replaces them (key: component key of mixture.ts).
 */
export const DEFAULT_PARAMETERS = {
  // H3 resolution; 8 = 0.74 sq km on average, 9 = 0.11 sq km (h3geo.org, table of cell statistics).
  resolution: 8,
  // Kernel scales h in metres, ascending. Those much wider than a cell are summed on a coarse lattice (layer.ts).
  scalesMetres: [600, 1_500, 4_000, 12_000, 35_000],
  // Cold-start share of each scale; wide shares are kept since 40 % of suspected area lies over 3 km from any incident.
  scaleWeights: [0.2, 0.25, 0.25, 0.2, 0.1],
  // Half-lives in days, 0 standing for infinity (which must come first): mines do not expire, a report's relevance ages.
  halfLivesDays: [0, 3_652],
  halfLifeWeights: [0.85, 0.15],
  // Relative weight of one clue before learning, by kind and by precision (judgement; replaced by learning).
  kindWeights: { human: 1, animal: 0.8, presence: 0.7, record: 0.25 } as Record<ClueKind, number>,
  precisionWeights: { A: 1, B: 0.9, C: 0.5 } as Record<Precision, number>,
  // Share of the next incident that no clue explains (uniform over area), before learning.
  floorWeight: 0.1,
  // K: the prior's weight against forecast events in EM, in events.
  priorEvents: 60,
  // By how much a forecast year counts for less than the one after it: candidates, the one that forecasts best being taken.
  forgetting: [1, 0.85, 0.7, 0.55],
  // The same for the scores by which it is taken.
  forgettingMemory: 0.8,
  // Past years after each of which weights are learned anew, so that forgetting can be chosen; earlier ones only count as events.
  fitYears: 4,
  // Past years whose forecasts the calibration learns from.
  calibrationYears: 6,
  // Forecast incidents that a step of the isotonic recalibration rests on; nothing is recalibrated before twice as many.
  recalibrationEvents: 300,
  // Forecast incidents before the dispersion is learned.
  dispersionEvents: 30,
  // Learned steps from forecast lift to observed lift (isotonic.ts); empty = not recalibrated.
  recalibration: { start: [] as number[], value: [] as number[] },
  // Learned weight per component, by key; empty = cold start.
  learnedWeights: {} as Record<string, number>,
  // Forecast events that the learned weights rest on; a component they do not know gets its prior share K / (n + K).
  learnedEvents: 0,
  // Lambda: incidents expected per year in the whole area of interest. Not calibrated: never shown as a probability.
  incidentsPerYear: 20,
  // a0: shape of the Gamma prior of a cell, in incidents.
  priorShape: 0.5,
  // Factor by which shapes are too large, since cells share clues and totals drift; learned with dispersion.ts, 1 = not learned.
  dispersion: 1,
  // Share of probability in the interval lower..upper.
  intervalShare: 0.9,
  // W: weight of not knowing, in pieces of evidence (Josang 2016, Subjective Logic, non-informative prior weight 2).
  ignoranceWeight: 2,
  // Negative evidence of full coverage, in pieces of evidence, by method. (Judgement: clearance is verified per square metre.)
  surveyWeights: { clearance: 20, technical_survey: 8, non_technical_survey: 1.5 } as Record<ClearanceMethod, number>,
  // Share by which a method at full coverage and quality 1 lowers what earlier clues said; asking people lowers nothing.
  surveyEffects: { clearance: 0.995, technical_survey: 0.9, non_technical_survey: 0 } as Record<
    ClearanceMethod,
    number
  >,
  // A cell counts as released when polygons of these methods cover this share of it (official feedback counts from 95 %).
  releasingMethods: ['clearance', 'technical_survey'] as ClearanceMethod[],
  releasedShare: 0.95,
  // A cell with clues and at least this disbelief is drawn as conflicting.
  conflictDisbelief: 0.25,
  // Most clues, in units of full reliability, that one source may count for.
  sourceCap: 5,
  // Ordinal classes: a cell is of class 5, 4, 3, 2 when inside the first 1, 5, 10, 20 % of area by danger; 1 otherwise above floor.
  classAreaShares: [0.01, 0.05, 0.1, 0.2],
  // Class 0: clues add less than this multiple of the uniform floor.
  classFloorRatio: 1,
};

/** Cold-start weight of a class "kind.precision"; a class that the table does not name weighs 1. */
export function classWeight({ kindWeights, precisionWeights }: RiskParameters, key: string): number {
  const [kind, precision] = key.split('.') as [ClueKind, Precision];
  return (kindWeights[kind] ?? 1) * (precisionWeights[precision] ?? 1);
}

/**
 * The table for other grids and other events than production's, of which nothing is known beforehand: scales double up to 140 km
 * from 2/5 of a cell's width, half-lives from half a year to eight years, all alike before learning. Scale 0 is the cell itself.
 */
export function wideParameters(cellWidthMetres: number): RiskParameters {
  return alike([0, ...doubled(0.4 * cellWidthMetres)], [0, 180, 365, 730, 1_460, 2_920]);
}

/**
 * The same for places without regard to years. The cell itself is left out, since a hazard reaches beyond the cell of the
 * incident that told of it; a scale of 1/10 of a cell's width stands for it. Undated events do not age.
 */
export function placeParameters(cellWidthMetres: number, dated: boolean): RiskParameters {
  return alike(doubled(0.1 * cellWidthMetres), dated ? [0, 3_652] : [0]);
}

function doubled(fromMetres: number): number[] {
  const scales: number[] = [];
  for (let h = fromMetres; h < 140_000; h *= 2) scales.push(Math.round(h));
  return scales;
}

function alike(scalesMetres: number[], halfLivesDays: number[]): RiskParameters {
  return {
    ...DEFAULT_PARAMETERS,
    scalesMetres,
    scaleWeights: scalesMetres.map(() => 1 / scalesMetres.length),
    halfLivesDays,
    halfLifeWeights: halfLivesDays.map(() => 1 / halfLivesDays.length),
    floorWeight: 0.05,
    priorEvents: 30,
    fitYears: 10,
  };
}

/**
 * Weights of the mixture by expectation maximisation on past forecasts:
 * pi_j <- (sum_y w_y pi_j f_j(c_y) / p(c_y) + K m_j) / (sum_y w_y + K).
 * lifts: one row per forecast event, one column per component (f_j over area share; 0 where the component was empty);
 * eventWeights: per row; prior: m_j with the floor last, summing to 1. start: weights to begin from. Returns pi with the floor last.
 */
export function learnWeights(
  lifts: Float64Array,
  eventWeights: Float64Array,
  prior: Float64Array,
  priorEvents: number,
  rounds = 200,
  start: Float64Array = prior,
): Float64Array {
  const columns = prior.length - 1;
  // A component that was empty when `start` was learned must be able to grow.
  const weights = start.map((w, j) => 0.9 * w + 0.1 * prior[j]!);
  const gained = new Float64Array(prior.length);
  const whole = eventWeights.reduce((sum, w) => sum + w, 0) + priorEvents;
  for (let round = 0; round < rounds; round++) {
    gained.fill(0);
    for (let row = 0; row < eventWeights.length; row++) {
      const at = row * columns;
      let p = weights[columns]!;
      for (let j = 0; j < columns; j++) p += weights[j]! * lifts[at + j]!;
      const share = eventWeights[row]! / p;
      for (let j = 0; j < columns; j++) gained[j]! += share * weights[j]! * lifts[at + j]!;
      gained[columns]! += share * weights[columns]!;
    }
    let moved = 0;
    for (let j = 0; j <= columns; j++) {
      const next = (gained[j]! + priorEvents * prior[j]!) / whole;
      moved = Math.max(moved, Math.abs(next - weights[j]!));
      weights[j] = next;
    }
    if (moved < 1e-6) break;
  }
  return weights;
}

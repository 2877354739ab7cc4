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
  const { first, column, lift } = withoutZeros(lifts, eventWeights.length, columns);
  for (let round = 0; round < rounds; round++) {
    gained.fill(0);
    for (let row = 0; row < eventWeights.length; row++) {
      const [from, to] = [first[row]!, first[row + 1]!];
      let p = weights[columns]!;
      for (let k = from; k < to; k++) p += weights[column[k]!]! * lift[k]!;
      const share = eventWeights[row]! / p;
      for (let k = from; k < to; k++) gained[column[k]!]! += share * weights[column[k]!]! * lift[k]!;
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

// Most narrow kernels do not reach most events: rows by their non-zero entries, at first[row]..first[row + 1].
function withoutZeros(lifts: Float64Array, rows: number, columns: number) {
  const count = lifts.reduce((sum, one) => sum + (one ? 1 : 0), 0);
  const [column, lift] = [new Int32Array(count), new Float64Array(count)];
  const first = new Int32Array(rows + 1);
  let k = 0;
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++) {
      const value = lifts[row * columns + j]!;
      if (!value) continue;
      column[k] = j;
      lift[k++] = value;
    }
    first[row + 1] = k;
  }
  return { first, column, lift };
}

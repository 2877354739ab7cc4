import { classWeight, type RiskParameters } from '../parameters.ts';
import { massesOf, type RollingSums } from '../stamps/rolling-sums.ts';

/**
 * The mixture's weights before anything is learned, floor last, summing to 1: scale times half-life times class, the class by its
 * weight and by the mass it holds. A component without mass has none.
 */
export function coldStart(rolling: RollingSums, parameters: RiskParameters): Float64Array {
  const masses = massesOf(rolling);
  const prior = new Float64Array(masses.length + 1);
  const [halfLives, groups] = [rolling.halfLivesDays.length, rolling.groups.length];
  for (const [j, mass] of masses.entries()) {
    const [l, g, t] = [Math.floor(j / halfLives / groups), Math.floor(j / halfLives) % groups, j % halfLives];
    const strength = (group: number) =>
      classWeight(parameters, rolling.groups[group]!) * masses[(l * groups + group) * halfLives + t]!;
    if (!(mass > 1e-9)) continue;
    const whole = rolling.groups.reduce((sum, _, group) => sum + strength(group), 0);
    prior[j] = parameters.scaleWeights[l]! * parameters.halfLifeWeights[t]! * (strength(g) / whole);
  }
  const sum = prior.reduce((total, one) => total + one, 0);
  for (const j of masses.keys()) prior[j] = sum ? (prior[j]! / sum) * (1 - parameters.floorWeight) : 0;
  prior[masses.length] = sum ? parameters.floorWeight : 1;
  return prior;
}

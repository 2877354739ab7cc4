import { ageing, type Evidence, type Group } from './evidence.ts';
import { classWeight, type RiskParameters } from './parameters.ts';
import { type Layer, readAtCell } from './stamps/layer.ts';

/**
 * One component j = (scale, half-life, class) that holds clues. total: its mass inside the area of interest, cleared or not;
 * weight: pi_j; aged: the half-life's ageing factor.
 */
export type Component = {
  key: string;
  layer: Layer;
  group: Group;
  index: number;
  halfLifeDays: number;
  total: number;
  weight: number;
  aged: number;
};
// A component of less mass inside the area is a far clue's tail: it must not be blown up to a whole share.
const LEAST_MASS = 0.01;
export type Mixture = { components: Component[]; floor: number };

/** Components in a fixed order with their weights: learned where known, else the cold-start prior; with the floor they sum to 1. */
export function mixtureOf(evidence: Evidence): Mixture {
  const { parameters } = evidence;
  const groups = [...evidence.groups.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const components: Component[] = [];
  for (const [l, layer] of evidence.layers.entries())
    for (const [t, halfLifeDays] of parameters.halfLivesDays.entries()) {
      const index = l * parameters.halfLivesDays.length + t;
      const strengths = groups.map((group) => classWeight(parameters, group.key) * group.masses[index]!);
      const strength = strengths.reduce((sum, s) => sum + s, 0);
      for (const [g, group] of groups.entries()) {
        const total = group.masses[index]!;
        if (total < LEAST_MASS) continue;
        const prior = parameters.scaleWeights[l]! * parameters.halfLifeWeights[t]! * (strengths[g]! / strength);
        const key = componentKey(layer.scale, halfLifeDays, group.key);
        const aged = ageing(evidence, halfLifeDays);
        components.push({ key, layer, group, index, halfLifeDays, total, weight: prior, aged });
      }
    }
  const mixture = weighted(components, parameters);
  // What official ground takes off goes to the floor: it must not make the clues' surroundings more dangerous.
  for (const { group, index, weight, total } of components)
    mixture.floor += (weight / total) * removedMass(evidence, group.removed[index]!);
  return mixture;
}

export const componentKey = (scaleMetres: number, halfLifeDays: number, group: string) =>
  `${scaleMetres}|${halfLifeDays}|${group}`;

function weighted(components: Component[], parameters: RiskParameters): Mixture {
  const prior = components.reduce((sum, { weight }) => sum + weight, 0);
  if (!prior) return { components, floor: 1 };
  const { learnedWeights, learnedEvents, priorEvents, floorWeight } = parameters;
  const unlearned = priorEvents / (learnedEvents + priorEvents);
  let floor = learnedWeights.floor ?? floorWeight;
  for (const component of components) {
    const share = (component.weight / prior) * (1 - floorWeight);
    component.weight = learnedWeights[component.key] ?? share * (learnedEvents ? unlearned : 1);
  }
  const sum = components.reduce((total, { weight }) => total + weight, floor);
  for (const component of components) component.weight /= sum;
  floor /= sum;
  return { components, floor };
}

function removedMass(evidence: Evidence, removed: Float64Array): number {
  let total = 0;
  for (let k = 0; k < removed.length; k++) total += removed[k]! * areaRatio(evidence, evidence.official.cells[k]!);
  return total;
}

const areaRatio = ({ grid }: Evidence, cell: number) => grid.area[cell]! / grid.meanArea;

/** Sum over components of coefficient * S_j, per cell: mass in that cell. */
export function combine(evidence: Evidence, mixture: Mixture, coefficient: (c: Component) => number): Float64Array {
  const { grid, layers, official } = evidence;
  const cells = new Float64Array(grid.size);
  for (const layer of layers) {
    const nodes = new Float64Array(layer.size);
    for (const component of mixture.components) {
      if (component.layer !== layer) continue;
      const c = coefficient(component);
      const sums = component.group.sums[component.index]!;
      for (let node = 0; node < nodes.length; node++) nodes[node]! += c * sums[node]!;
      const removed = component.group.removed[component.index]!;
      for (let k = 0; k < removed.length; k++)
        cells[official.cells[k]!]! -= c * removed[k]! * areaRatio(evidence, official.cells[k]!);
    }
    for (let cell = 0; cell < grid.size; cell++)
      cells[cell]! += readAtCell(layer, nodes, cell) * areaRatio(evidence, cell);
  }
  return cells;
}

/** The predictive map p(c) = sum_j pi_j f_j(c) + pi_0 A_c / A; sums to 1. */
export function predictive(evidence: Evidence, mixture: Mixture): Float64Array {
  const { grid } = evidence;
  const map = combine(evidence, mixture, ({ weight, total }) => weight / total);
  for (let cell = 0; cell < grid.size; cell++)
    map[cell] = Math.max(0, map[cell]!) + (mixture.floor * grid.area[cell]!) / grid.totalArea;
  return map;
}

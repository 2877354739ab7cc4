import type { PositionOf, ReportKind } from '../../../../lib/reports/input.ts';

const ofAnimals: PositionOf[] = ['crater', 'animal_found', 'carcass_found', 'last_seen_grazing', 'event'];
const ofOthers: PositionOf[] = ['event', 'crater', 'landmark', 'observer'];

/** What may be at a place that a report names, the most telling first. */
export const positionsOfKind = (kind: ReportKind | undefined): PositionOf[] =>
  kind === 'animal_accident' ? ofAnimals : ofOthers;

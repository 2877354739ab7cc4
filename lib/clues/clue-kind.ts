import type { Geometry } from '../geo/lng-lat.ts';
import type { IncidentFacts } from '../triage/incident-facts.ts';
import type { ClueKind } from './input.ts';

const presenceKinds: readonly ClueKind[] = ['device_seen', 'sign', 'fence', 'trench_line', 'minefield_record', 'area'];

/** An event keeps the kind of its reports; for presence the moderator's word counts, else what record, shape and marks tell. */
export function clueKindOf(facts: IncidentFacts, geometry: Geometry, given?: ClueKind): ClueKind {
  if (facts.kind !== 'hazard_sighting' && facts.kind !== 'hazard_knowledge') return facts.kind;
  if (given && presenceKinds.includes(given)) return given;
  if (facts.knowledgeBasis === 'document') return 'minefield_record';
  if (geometry.type === 'Polygon') return 'area';
  if (geometry.type === 'LineString') return 'trench_line';
  return facts.areaMarked ? 'sign' : 'device_seen';
}

import type { Evidence } from './evidence.ts';
import type { RiskParameters } from './parameters.ts';
import { hex, sha256 } from './sha256.ts';

/** SHA-256 of a value's canonical JSON (keys in order), as hexadecimal. */
export function digestOf(value: unknown): string {
  return hex(sha256(new TextEncoder().encode(JSON.stringify(value, inOrder))));
}

export const parametersDigest = (parameters: RiskParameters) => digestOf(parameters);

/** Of all that a surface is computed from besides the parameters; the order of clues does not matter. */
export function inputDigest({ grid, asOfDay, clues, clearances }: Evidence): string {
  const sorted = [...clues.keys()].sort().map((id) => clues.get(id)!.clue);
  return digestOf({ cells: hex(sha256(new Uint8Array(grid.ids.slice().buffer))), asOfDay, clues: sorted, clearances });
}

function inOrder(_key: string, value: unknown): unknown {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

import { createHash } from 'node:crypto';

/** The same words give the same UUID (RFC 9562, version 8), so that an interrupted import can be run again. */
export function stableUuid(words: string): string {
  const hex = createHash('sha256').update(`mineclue demonstration ${words}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

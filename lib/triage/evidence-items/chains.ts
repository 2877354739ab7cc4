import { hammingDistance, samePictureBits } from '../../media/perceptual-hash.ts';
import { presumedDependent } from './input.ts';

/** What says which chain of knowledge a piece hangs on. */
export type Linked = { ref: string; independenceGroup: string; pictures: readonly bigint[] };
export type Tie = { oneRef: string; otherRef: string };

/**
 * The chain of each piece: the recorded word, joined where a moderator tied two pieces or where two pictures are one.
 * A piece without a recorded chain takes that of a piece it is tied to. Order of pieces and ties does not matter.
 */
export function chainsOf(pieces: readonly Linked[], ties: readonly Tie[]): Map<string, string> {
  const parent = new Map<string, string>();
  const root = (node: string): string => {
    const up = parent.get(node) ?? node;
    return up === node ? node : root(up);
  };
  const join = (a: string, b: string) => parent.set(root(a), root(b));
  const known = new Set(pieces.map(({ ref }) => ref));
  for (const { ref, independenceGroup } of pieces)
    if (independenceGroup !== presumedDependent) join(`piece ${ref}`, `word ${independenceGroup}`);
  for (const { oneRef, otherRef } of ties)
    if (known.has(oneRef) && known.has(otherRef)) join(`piece ${oneRef}`, `piece ${otherRef}`);
  for (const [i, one] of pieces.entries())
    for (const other of pieces.slice(i + 1))
      if (samePicture(one, other)) join(`piece ${one.ref}`, `piece ${other.ref}`);
  const word = new Map<string, string>();
  for (const { ref, independenceGroup } of [...pieces].sort((a, b) =>
    a.independenceGroup < b.independenceGroup ? -1 : a.independenceGroup > b.independenceGroup ? 1 : 0,
  )) {
    const at = root(`piece ${ref}`);
    if (independenceGroup !== presumedDependent && !word.has(at)) word.set(at, independenceGroup);
  }
  return new Map(pieces.map(({ ref }) => [ref, word.get(root(`piece ${ref}`)) ?? presumedDependent]));
}

export const samePicture = (one: Linked, other: Linked): boolean =>
  one.pictures.some((a) => other.pictures.some((b) => hammingDistance(a, b) <= samePictureBits));

/** Of the sixteen hexadecimal digits that an item carries. */
export const pictureOf = (imageHash: string | null): bigint[] =>
  imageHash === null ? [] : [BigInt.asIntN(64, BigInt(`0x${imageHash}`))];

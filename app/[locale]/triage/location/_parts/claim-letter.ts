/** A, B … Z, AA …: how a claim is called on the map and in its table. */
export function claimLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : claimLetter(Math.floor(index / 26) - 1) + last;
}

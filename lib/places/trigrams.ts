/** As pg_trgm counts them: each word padded by two blanks before and one after. */
export function trigramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.split(' ').filter(Boolean)) {
    const padded = `  ${word} `;
    for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3));
  }
  return found;
}

/**
 * How alike two texts are, 0 to 1: `similarity` is common trigrams over all trigrams; `containment` is how much of the
 * first is found in the second, so that half a name finds the whole.
 */
export function compareTrigrams(sought: ReadonlySet<string>, other: ReadonlySet<string>) {
  let common = 0;
  for (const one of sought) if (other.has(one)) common++;
  if (common === 0) return { similarity: 0, containment: 0 };
  return { similarity: common / (sought.size + other.size - common), containment: common / sought.size };
}

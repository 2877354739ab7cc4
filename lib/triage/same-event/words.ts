import { foldName } from '../../places/fold.ts';
import { conceptOf } from './concepts.ts';

const shortest = 4;

/** What a text says, for comparing across languages and scripts: concepts, and folded words of four letters on. */
export function tellingWords(text: string): Set<string> {
  const words = foldName(text).split(' ');
  return new Set(words.map(conceptOf).filter((word) => word.startsWith('=') || word.length >= shortest));
}

/** How telling a word is: the rarer among the texts at hand, the more. Texts of one template share no telling word. */
export function rarityAmong(texts: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = texts.length + 1;
  return (word) => Math.max(0, Math.log(all / ((counts.get(word) ?? 0) + 1)));
}

/** Shared weight over the lighter text's, 0 to 1, and the shared words, most telling first; null when a text says nothing. */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>, rarity: (word: string) => number) {
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + rarity(word), 0);
  const least = Math.min(weigh(a), weigh(b));
  if (least <= 0) return null;
  const common = [...a].filter((word) => b.has(word)).sort((x, y) => rarity(y) - rarity(x) || (x < y ? -1 : 1));
  return { share: weigh(common) / least, common };
}

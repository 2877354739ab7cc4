/** Pairs of letters in Latin or Cyrillic that write one sound; each becomes the letter of its fold. */
const digraphs: [RegExp, string][] = [
  [/дж|dzh|ch|zh/g, 'c'],
  [/sh/g, 's'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ու|ու/g, 'u'],
  // Armenian writes "vo" with one letter where a word begins.
  [/(?<!\p{L})ո/gu, 'vo'],
];

const letterTable: [string, string][] = [
  ['əǝäեէеэ', 'e'],
  ['ıyիըյиыйі', 'i'],
  ['öօոоё', 'o'],
  ['üуюў', 'u'],
  ['qğգղгґ', 'g'],
  ['xխհхһ', 'h'],
  ['şշшщ', 's'],
  // One letter for c, ç and j: without the right keyboard people type any of them.
  ['çճչчjջժж', 'c'],
  ['wվւв', 'v'],
  ['աая', 'a'],
  ['բб', 'b'],
  ['դд', 'd'],
  ['զз', 'z'],
  ['թտт', 't'],
  ['լл', 'l'],
  ['կքк', 'k'],
  ['մм', 'm'],
  ['նн', 'n'],
  ['պփп', 'p'],
  ['ռրр', 'r'],
  ['սс', 's'],
  ['ֆф', 'f'],
  ['ծցц', 'ts'],
  ['ձ', 'dz'],
  ['և', 'ev'],
  ["ьъ'’‘ʼ`´՚", ''],
];
const letters = new Map(letterTable.flatMap(([from, to]) => [...from].map((letter) => [letter, to] as const)));

/**
 * One search key for a name in Azerbaijani, Armenian, Russian or English spelling: lower-case Latin words. A key for
 * comparing only, never for showing. Text that folds to nothing stays as it is.
 */
export function foldName(text: string): string {
  let folded = text.normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i');
  for (const [pattern, to] of digraphs) folded = folded.replace(pattern, to);
  folded = [...folded].map((letter) => letters.get(letter) ?? letter).join('');
  folded = folded
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/i+(?=[aeou])/g, '')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded || text.trim().toLowerCase();
}

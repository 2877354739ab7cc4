/** Crockford's base 32: no I, L, O or U, so that a code survives being read aloud or copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const dataCharacters = 15;

/** Doubling in GF(32) with x^5 + x^2 + 1; a weighted sum there finds every wrong character and every swap of neighbours. */
const double = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

const checkCharacter = (data: string): string => {
  let sum = 0;
  for (const character of data) sum = double(sum ^ alphabet.indexOf(character));
  return alphabet[sum]!;
};

const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** At least 10 bytes (75 bits are used) as `XXXX-XXXX-XXXX-XXXX`, the last character being the check. */
export function formatReceipt(bytes: Uint8Array): string {
  let [bits, held, data] = [0, 0, ''];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5 && data.length < dataCharacters; bits -= 5) data += alphabet[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  if (data.length < dataCharacters) throw new RangeError('a receipt needs 10 bytes');
  return grouped(data + checkCharacter(data));
}

/** The code as stored, from whatever spacing, case or look-alike letters a person typed; null when it can be no code. */
export function readReceipt(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s.\-–—_]/g, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
  if (plain.length !== dataCharacters + 1 || [...plain].some((character) => !alphabet.includes(character))) return null;
  return checkCharacter(plain.slice(0, -1)) === plain.at(-1) ? grouped(plain) : null;
}

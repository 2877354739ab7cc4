/** A hemisphere letter says which axis a number is on; `sign` is 0 where the letter leaves that open. */
export type Hemisphere = { axis: 'lat' | 'lng' | undefined; sign: 1 | -1 };

export type Token =
  | { kind: 'number'; value: number; decimals: number; start: number; end: number }
  | { kind: 'unit'; unit: 'degree' | 'minute' | 'second'; start: number; end: number }
  | { kind: 'hemisphere'; hemisphere: Hemisphere; start: number; end: number }
  | { kind: 'separator'; start: number; end: number };

const north: Hemisphere = { axis: 'lat', sign: 1 };
const south: Hemisphere = { axis: 'lat', sign: -1 };
const east: Hemisphere = { axis: 'lng', sign: 1 };
const west: Hemisphere = { axis: 'lng', sign: -1 };

/** Written forms in lower case without dots and spaces, the longest first; en, ru, az and hy. */
const hemispheres: [RegExp, Hemisphere][] = [
  [/^(north|n|с\s?ш|север\p{L}*|с|ş\s?m?\s?e|şimal\p{L}*|հս\s?լ|հյուսի\p{L}*|հս|հյ)$/u, north],
  [/^(south|s|ю\s?ш|юг\p{L}*|юж\p{L}*|ю|c\s?e|cənub\p{L}*|հվ\s?լ|հարավ\p{L}*|հվ|հր)$/u, south],
  [/^(east|e|в\s?д|вост\p{L}*|в|ş\s?u|şərq\p{L}*|(?:ավ|արլ)\s?ե|արևել\p{L}*|արլ|ավ)$/u, east],
  [/^(west|w|з\s?д|запад\p{L}*|з|q\s?u|qərb\p{L}*|արմ\s?ե|արևմ\p{L}*|արմ)$/u, west],
  [/^հ$/u, { axis: 'lat', sign: 1 }],
  [/^ա$/u, { axis: 'lng', sign: 1 }],
  [/^ş$/u, { axis: undefined, sign: 1 }],
];

/** One spelling of quotes, dashes, degrees and spaces; hemisphere abbreviations lose their dots. */
export const plainCoordinateText = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[°º˚]|\bdeg(rees?)?\.?|град(ус\p{L}*)?\.?/gu, '°')
    .replaceAll(/''|[″”“„"]/g, '"')
    .replaceAll(/[′’‘`´ʹ՛']/g, "'")
    .replaceAll(/[−–—‒]/g, '-')
    .replaceAll(/(?<=\p{L})[.․]\s?/gu, ' ')
    .replaceAll(/[\s\u00a0]+/gu, ' ')
    .trim();

/** Undefined when something stands there that is no part of a coordinate. A comma between digits is decimal unless a point is. */
export function coordinateTokens(plain: string): Token[] | undefined {
  const number = /\d\.\d/.test(plain) ? /-?\d+(?:\.\d+)?/y : /-?\d+(?:,\d+)?/y;
  const tokens: Token[] = [];
  let start = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = start;
    return pattern.exec(plain)?.[0];
  };
  while (start < plain.length) {
    const digits = take(number);
    const letters = digits ? undefined : take(/\p{L}+(?: \p{L}+)*/uy);
    const length = digits?.length ?? letters?.length ?? 1;
    const [char, end] = [plain[start]!, start + length];
    if (digits) {
      const value = Number(digits.replace(',', '.'));
      tokens.push({ kind: 'number', value, decimals: /[.,](\d+)/.exec(digits)?.[1]?.length ?? 0, start, end });
    } else if (letters) {
      const hemisphere = hemispheres.find(([pattern]) => pattern.test(letters))?.[1];
      if (!hemisphere) return undefined;
      tokens.push({ kind: 'hemisphere', hemisphere, start, end });
    } else if (char === '°' || char === "'" || char === '"') {
      tokens.push({ kind: 'unit', unit: char === '°' ? 'degree' : char === "'" ? 'minute' : 'second', start, end });
    } else if (',;/|'.includes(char)) tokens.push({ kind: 'separator', start, end });
    else if (!' ()[].+:='.includes(char)) return undefined;
    start = end;
  }
  return tokens;
}

/** What in a text may point to a person: where (UTF-16 offsets, end exclusive) and why. A person decides each. */
export const markKinds = ['email', 'plate', 'identity', 'phone', 'name'] as const;
export type Mark = { start: number; end: number; kind: (typeof markKinds)[number] };

const name = "\\p{Lu}[\\p{Ll}’'՛]+";
const names = `${name}(?:[ -]${name}){0,2}`;
const apart = (pattern: string, flags = 'gu') =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags);

const patterns: Record<Mark['kind'], readonly RegExp[]> = {
  // addresses, and names of accounts of messengers
  email: [
    apart('[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+'),
    /(?<![\p{L}\p{N}.])@[\p{L}\p{N}_]{4,}/gu,
  ],
  // 10-AA-123 and 34 AB 567; 123 AB 45; А123ВС 77
  plate: [apart('\\d{2,3}[ -]?[A-Z]{2}[ -]?\\d{2,3}'), apart('[АВЕКМНОРСТУХ]\\d{3}[АВЕКМНОРСТУХ]{2} ?\\d{2,3}')],
  // series and number of cards and passports; the FIN of seven signs has both digits and letters, without I and O
  identity: [
    apart('[A-Z]{1,3} ?№? ?\\d{6,9}'),
    apart('(?=[0-9A-Z]{0,6}\\d)(?=[0-9A-Z]{0,6}[A-Z])[0-9A-HJ-NP-Z]{7}'),
    apart('\\d{9,10}'),
    apart('\\d{2} ?\\d{2} \\d{6}'),
  ],
  phone: [/(?<![\p{L}\d.,])\+?\(?\d(?:[ ().-]{0,2}\d){8,13}(?![\p{L}\d])/gu, apart('\\d{3}[ -]\\d{2}[ -]\\d{2}')],
  name: [
    // az: the title follows the name, or a father's name is told
    apart(`${names} (?:müəllim|müəllimə|xanım|bəy|ağa|dayı|əmi|həkim)`),
    apart(`${names} (?:oğlu|qızı)`),
    apart(`(?:[Cc]ənab|[Vv]ətəndaş) ${names}`),
    apart(`(?:[Պպ]րն\\.?|[Պպ]արոն|[Տտ]իկին|[Տտ]կն\\.?|[Օօ]րիորդ|[Քք]աղաքացի) ?${names}`),
    apart(
      `(?:[Гг]-(?:н|жа|на|ну|же)|[Гг]осподин\\p{Ll}*|[Гг]оспож\\p{Ll}+|[Гг]ражданин\\p{Ll}*|[Гг]ражданк\\p{Ll}+|[Гг]р\\.|[Дд]яд\\p{Ll}+|[Тт][её]т\\p{Ll}+) ?${names}`,
    ),
    // a patronymic
    apart(`(?:${name} )?\\p{Lu}\\p{Ll}+(?:(?:ович|евич)\\p{Ll}{0,2}|(?:овн|евн|ичн)\\p{Ll}{1,2})(?: ${name})?`),
    apart(`(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir)\\.? ${names}`),
  ],
};
/** Coordinates and days look like telephone numbers. */
const noPhone = /^(?:\d{1,2}\.\d{3,}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2}|\d{6} \d{7}$)/;

/** Flags telephone numbers, addresses, identity numbers, plates, and names beside a title, in az, hy, ru and en; in order, none over another. */
export function findPersonal(text: string): Mark[] {
  const found: Mark[] = [];
  for (const kind of markKinds)
    for (const pattern of patterns[kind])
      for (const match of text.matchAll(pattern)) {
        const mark = { start: match.index, end: match.index + match[0].length, kind };
        if (kind === 'phone' && noPhone.test(match[0])) continue;
        if (found.every(({ start, end }) => mark.end <= start || mark.start >= end)) found.push(mark);
      }
  return found.sort((a, b) => a.start - b.start);
}

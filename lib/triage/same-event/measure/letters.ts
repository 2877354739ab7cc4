/** Letters of an Azerbaijani or English name in another script, as people write them who have no gazetteer at hand. */
const table = `
sh ш շ|ch ч չ|gh г ղ|kh х խ|zh ж ժ|ya я յա|yu ю յու|a а ա|b б բ|c дж ջ|d д դ|e е ե|f ф ֆ|g г գ|h х հ|i и ի|j дж ջ|k к կ|l л լ
m м մ|n н ն|o о ո|p п պ|q г ղ|r р ր|s с ս|t т տ|u у ու|v в վ|w в վ|x х խ|y й յ|z з զ|ə е ե|ı ы ը|ö е յո|ü ю յու|ğ г ղ|ş ш շ|ç ч չ`;
const letters = table
  .trim()
  .split(/[|\n]/)
  .map((row) => row.split(' ') as [string, string, string]);

/** The name in Cyrillic or Armenian letters; what is no Latin letter stays. */
export function spelled(name: string, script: 'ru' | 'hy'): string {
  const column = script === 'ru' ? 1 : 2;
  let rest = name.toLowerCase().replaceAll('i̇', 'i');
  let out = '';
  while (rest) {
    const found = letters.find(([latin]) => rest.startsWith(latin));
    out += found ? found[column] : rest[0]!;
    rest = rest.slice(found ? found[0].length : 1);
  }
  return out.replace(/(^|[\s(-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import type { Comparison as Compared, TwinRow, TwinView } from '../../../../../lib/triage/incidents/get-twin.ts';
import { valueWords } from './value-words.ts';

const signs: Record<Compared, string> = { same: '=', fits: '≈', differs: '≠', only_a: 'A', only_b: 'B' };

/** Field by field: what each side tells, and how it compares, in a sign and in words. */
export async function Comparison({ locale, twin }: { locale: Locale; twin: TwinView }) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  const cell = (value: TwinRow['a']) =>
    value.told.length === 0
      ? [t('untold')]
      : Promise.all(
          value.told.map(async ({ value: told, reports }) => {
            const words = await valueWords(locale, value.field, told);
            return value.told.length > 1
              ? `${words} (${reports.map(({ number }) => spoken.report(number)).join(', ')})`
              : words;
          }),
        );
  const rows = await Promise.all(twin.rows.map(async (row) => ({ row, a: await cell(row.a), b: await cell(row.b) })));
  const count = twin.rows.filter(({ comparison }) => comparison === 'differs').length;
  return (
    <section aria-labelledby="compare-title">
      <h2 id="compare-title">{t('compare.title')}</h2>
      <p className="small">{t('compare.count', { count })}</p>
      <table className="twin-table" aria-labelledby="compare-title">
        <thead>
          <tr>
            <th scope="col">{t('compare.field')}</th>
            <th scope="col">
              <Letter letter="A" /> {twin.a.name}
            </th>
            <th scope="col">
              <Letter letter="B" /> {twin.b.name}
            </th>
            <th scope="col">{t('compare.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, a, b }) => (
            <tr key={row.field} data-compared={row.comparison}>
              <th scope="row">{t(`field.${row.field}`)}</th>
              {[a, b].map((lines, i) => (
                <td key={i === 0 ? 'a' : 'b'}>
                  {lines.map((line) => (
                    <span key={line}>{line}</span>
                  ))}
                </td>
              ))}
              <td>
                <span aria-hidden="true" className="compare-sign">
                  {signs[row.comparison]}
                </span>{' '}
                {t(`compare.${row.comparison}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The letter of a side with its line, as on the map. */
export const Letter = ({ letter }: { letter: 'A' | 'B' }) => (
  <span className={`twin-letter twin-letter-${letter.toLowerCase()}`}>{letter}</span>
);

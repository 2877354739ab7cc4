import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { spoken } from '../../../../../lib/ids.ts';
import type { TwinView } from '../../../../../lib/triage/incidents/get-twin.ts';
import { candidateWords } from '../../_parts/candidate-words.ts';
import { Key } from '../../_parts/key.tsx';

/** Whom to compare A with next, by the digits. */
export async function OtherCandidates({ locale, twin }: { locale: Locale; twin: TwinView }) {
  const t = await getTranslations({ locale, namespace: 'incidents' });
  if (twin.others.length === 0) return null;
  const rows = await Promise.all(
    twin.others.slice(0, 9).map(async (one) => ({ one, words: await candidateWords(locale, one.reasons) })),
  );
  return (
    <nav aria-labelledby="others-title">
      <h2 id="others-title">{t('others', { a: twin.a.name })}</h2>
      <ol className="twin-others small">
        {rows.map(({ one, words }, i) => (
          <li key={one.reportId}>
            <a
              href={`/${locale}/triage/twin?a=${twin.a.name}&b=${spoken.report(one.number)}`}
              data-code={`Digit${i + 1}`}
            >
              {spoken.report(one.number)} <Key>{i + 1}</Key>
            </a>{' '}
            {words}
          </li>
        ))}
      </ol>
    </nav>
  );
}

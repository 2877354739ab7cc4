import type { Values } from '../../../../lib/reports/form/answers.ts';
import type { Asking } from './asking.ts';

const inner = new Set(['sealed', 'step', 'go', 'website']);

type Props = { asking: Asking; posted: [string, string][]; sealed?: Values };

/** The answers can not be taken on (a new key, or a page of long ago): all that can still be read is shown for copying. */
export function LostAnswers({ asking: { t, locale }, posted, sealed = {} }: Props) {
  const before = Object.entries(sealed).flatMap(([name, given]) =>
    given.map((value): [string, string] => [name, value]),
  );
  const typed = [...before, ...posted].filter(([name, value]) => !inner.has(name) && value.trim() !== '');
  return (
    <>
      <h1>{t('lost.title')}</h1>
      <p>{t('lost.text')}</p>
      <ul>
        {typed.map(([name, value]) => (
          <li key={`${name}-${value}`}>{value}</li>
        ))}
      </ul>
      <p>
        <a className="button button-primary" href={`/${locale}/reports/new`}>
          {t('lost.again')}
        </a>
      </p>
    </>
  );
}

import type { Asking } from './asking.ts';

const inner = new Set(['sealed', 'step', 'go', 'website']);

/** The seal is none of ours (a new key, or a page of long ago): what was typed on this page is shown for copying. */
export function LostAnswers({ asking: { t, locale }, posted }: { asking: Asking; posted: [string, string][] }) {
  const typed = posted.filter(([name, value]) => !inner.has(name) && value.trim() !== '');
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

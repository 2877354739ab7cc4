import { Notice } from '../../../_ui/notice.tsx';
import { SafetySteps } from '../../../_ui/safety-steps.tsx';
import { EmergencyCall } from '../../../_ui/shell/emergency-call.tsx';
import { site } from '../../../_ui/shell/site.ts';
import type { Asking } from './asking.ts';

const Go = ({ value, kind = 'second', children }: { value: string; kind?: string; children: React.ReactNode }) => (
  <button type="submit" className={`button button-${kind} button-wide`} name="go" value={value}>
    {children}
  </button>
);

/** Before any question: what to do at a mine, and whether somebody needs help first. */
export async function SafetyScreen({ asking: { t, locale }, closed }: { asking: Asking; closed: boolean }) {
  const { demonstration, staffedHours } = await site();
  return (
    <>
      <h1>{t('safety.title')}</h1>
      <SafetySteps locale={locale} />
      <p className="quiet">{staffedHours ? t('safety.hours', { hours: staffedHours }) : t('safety.noHours')}</p>
      {demonstration && <Notice title={t('practice.title')}>{t('practice.before')}</Notice>}
      {closed && (
        <Notice kind="warning" title={t('closed.title')}>
          {t('closed.text')}
        </Notice>
      )}
      <p>{t('consent.danger')}</p>
      <h2>{t('safety.hurtQuestion')}</h2>
      <div className="doors">
        <Go value="start" kind="primary">
          {t('safety.nobody')}
        </Go>
        <Go value="hurt" kind="warning">
          {t('safety.somebody')}
        </Go>
      </div>
      <p className="quiet small">{t('safety.cost')}</p>
    </>
  );
}

/** Numbers and nothing else, until the reader says that help was called. */
export async function CallFirst({ asking: { t, locale }, country }: { asking: Asking; country?: string }) {
  const { emergencyNumbers } = await site();
  const countries = [...new Set(emergencyNumbers.map((entry) => entry.country))];
  const chosen = countries.length === 1 ? countries[0] : country;
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return (
    <>
      <h1>{t('hurt.title')}</h1>
      {chosen || countries.length === 0 ? (
        <>
          <p className="call-first">
            <EmergencyCall locale={locale} country={chosen} />
          </p>
          <p>{t('hurt.text')}</p>
          <Go value="start">{t('hurt.called')}</Go>
        </>
      ) : (
        <>
          <p>{t('hurt.country')}</p>
          {countries.map((code) => (
            <button
              key={code}
              type="submit"
              className="button button-warning button-wide"
              name="go"
              value={`hurt:${code}`}
            >
              {names.of(code)}
            </button>
          ))}
        </>
      )}
    </>
  );
}

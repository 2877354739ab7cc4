import { renderSVG } from 'uqr';
import { env } from '../../../../lib/env.ts';
import { type Locale, locales } from '../../../../lib/i18n/locales.ts';
import { translator } from '../../../../lib/i18n/translator.ts';
import { Drawing } from '../../../_ui/drawings/drawing.tsx';
import { EmergencyCall } from '../../../_ui/shell/emergency-call.tsx';

const steps = [
  ['stop', 'stop'],
  ['do_not_touch', 'do_not_touch'],
] as const;

/** One page in each language, the reader's first: what to do, then where to tell it. */
export async function Posters({ locale }: { locale: Locale }) {
  const order = [locale, ...locales.filter((other) => other !== locale)];
  return (
    <main>
      {order.map((language) => (
        <Poster key={language} locale={language} />
      ))}
    </main>
  );
}

async function Poster({ locale }: { locale: Locale }) {
  const t = await translator(locale, 'paper');
  const safety = await translator(locale, 'safety');
  const address = new URL(`/${locale}/reports/new`, env().NEXTAUTH_URL).href;
  return (
    <section className="poster" lang={locale}>
      <ol className="poster-steps">
        {steps.map(([drawing, key]) => (
          <li key={key}>
            <Drawing name={drawing} />
            <strong>{safety(`page.steps.${key}`)}</strong>
          </li>
        ))}
        <li>
          <Drawing name="step_back" />
          <span>{safety('stepBack')}</span>
        </li>
        <li>
          <Drawing name="keep_others_away" />
          <span>{safety('keepOthersAway')}</span>
        </li>
        <li>
          <Drawing name="call" />
          <strong>
            <EmergencyCall locale={locale} />
          </strong>
        </li>
      </ol>
      <h1>{t('poster.title')}</h1>
      <p>{t('poster.tell')}</p>
      <p>
        <strong>{t('poster.away')}</strong>
      </p>
      <p>{t('poster.scan')}</p>
      <div
        className="code"
        aria-hidden="true"
        dangerouslySetInnerHTML={{ __html: renderSVG(address, { border: 4, ecc: 'Q' }) }}
      />
      <p className="poster-address">{address.replace(/^https?:\/\//, '')}</p>
      <p className="poster-end">
        {safety('notEmergencyService')} {safety('noReports')}
      </p>
    </section>
  );
}

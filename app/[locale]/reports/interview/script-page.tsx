import { type Locale, languageOf } from '../../../../lib/i18n/locales.ts';
import { translator } from '../../../../lib/i18n/translator.ts';
import { site } from '../../../_ui/shell/site.ts';
import { interviewAction } from './interview-action.ts';

type Props = {
  /** Of the one who asks. */
  locale: Locale;
  /** Of the one who tells. */
  language: Locale;
  like?: string;
  error?: string;
};

/** The consent words to be read aloud, in the language of the person who tells, before anything is asked. */
export async function ScriptPage({ locale, language, like, error }: Props) {
  const t = await translator(locale, 'interview');
  return (
    <>
      <h1>{t('script.title')}</h1>
      <p>{t('script.how', { language: languageOf(language).name })}</p>
      <Script language={language} />
      <form method="post" action={`/${locale}${interviewAction}`}>
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="told" value="person" />
        <input type="hidden" name="script" value="shown" />
        {like && <input type="hidden" name="like" value={like} />}
        {error && (
          <p className="field-error" id="consentRead-error">
            {error}
          </p>
        )}
        <div className="choice">
          <input
            type="checkbox"
            id="consentRead"
            name="consentRead"
            value="yes"
            aria-describedby={error ? 'consentRead-error' : undefined}
          />
          <label htmlFor="consentRead">
            <span>{t('script.agreed')}</span>
          </label>
        </div>
        <p className="hint">{t('script.refused')}</p>
        <button type="submit" className="button button-primary" name="go" value="begin">
          {t('script.begin')}
        </button>
      </form>
    </>
  );
}

/** The same words on the screen and on the paper form. */
export async function Script({ language }: { language: Locale }) {
  const t = await translator(language, 'interview');
  const reports = await translator(language, 'reports');
  const { operator, jurisdiction } = await site();
  const named = {
    operator: operator ?? reports('before.notNamed'),
    servers: jurisdiction ?? reports('before.notNamed'),
  };
  return (
    <blockquote lang={language}>
      <p>{t('script.words.who')}</p>
      <p>{reports('consent.text')}</p>
      <p>{t('script.words.doNotSay')}</p>
      <p>{reports('before.operator', named)}</p>
      <p>{t('script.words.free')}</p>
      <p>
        <strong>{t('script.words.question')}</strong>
      </p>
    </blockquote>
  );
}

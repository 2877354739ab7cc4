import type { ReactNode } from 'react';
import { languageOf, locales } from '../../../../lib/i18n/locales.ts';
import { renderHtml } from '../../../_http/render-html.ts';
import { ErrorSummary } from '../../../_ui/form/error-summary.tsx';
import { ReporterShell } from '../../../_ui/reporter-shell.tsx';
import { LanguageLabel } from '../../../_ui/shell/language-switch.tsx';
import type { Asking } from './asking.ts';
import { stylesheet } from './stylesheet.ts';

type Page = {
  asking: Asking;
  /** The path below the language, where the page's own links lead; the form's by default. */
  path?: string;
  /** The answers so far; null on a page that holds none. */
  sealed: string | null;
  /** The page before, the safety words included; false where there is no way back. */
  back: boolean;
  /** Ends with Continue, and with the short cut to the last page once a place is told. */
  ends: boolean;
  skip: boolean;
  status?: number;
  retryAfterSeconds?: number;
  children: ReactNode;
};

/** A whole page as the answer to a request: kept by nobody on the way, with a title that tells nothing. */
export async function formPage({
  asking,
  children,
  path = '/reports/new',
  status = 200,
  retryAfterSeconds,
  ...rest
}: Page): Promise<Response> {
  const { locale, common, step, errors, error } = asking;
  const broken = Object.entries(errors);
  const action = `/${locale}${asking.action}`;
  const html = await renderHtml(
    <html lang={locale} dir={languageOf(locale).direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${broken.length > 0 ? common('errorTitlePrefix') : ''}${common('neutralTitle')} – ${common('product')}`}</title>
        <style dangerouslySetInnerHTML={{ __html: stylesheet() }} />
        <link rel="icon" href="/icon.svg" />
      </head>
      <body>
        <ReporterShell
          locale={locale}
          country={step === 'hurt:' ? 'none' : asking.country}
          languagePath={rest.sealed === null ? path : undefined}
          languages={rest.sealed === null ? undefined : <Languages asking={asking} />}
        >
          {rest.sealed === null ? (
            children
          ) : (
            <form
              id="answers"
              method="post"
              action={action}
              encType={step === 'photos' ? 'multipart/form-data' : undefined}
              acceptCharset="utf-8"
              noValidate
              data-offline={asking.t('offline')}
              data-online={asking.t('resilience.online')}
            >
              <input type="hidden" name="sealed" value={rest.sealed} />
              <input type="hidden" name="step" value={step} />
              <div className="honey" aria-hidden="true">
                <label>
                  {asking.t('honey')}
                  <input type="text" name="website" tabIndex={-1} autoComplete="off" />
                </label>
              </div>
              {rest.back && (
                <p className="question-back no-print">
                  <button type="submit" className="link-button" name="go" value="back">
                    <span aria-hidden="true">‹ </span>
                    {common('back')}
                  </button>
                </p>
              )}
              <ErrorSummary
                title={common('errorSummary')}
                errors={broken.map(([name, key]) => ({ name, message: error(key) }))}
              />
              {children}
              {rest.ends && (
                <div className="question-end">
                  <button type="submit" className="button button-primary" name="go" value="next">
                    {common('continue')}
                  </button>
                  {rest.skip && (
                    <button type="submit" className="link-button" name="go" value="check">
                      {asking.t('skipToEnd')}
                    </button>
                  )}
                </div>
              )}
            </form>
          )}
        </ReporterShell>
        <script src="/reports.js" async />
      </body>
    </html>,
  );
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' });
  if (retryAfterSeconds) headers.set('Retry-After', String(retryAfterSeconds));
  return new Response(`${html}`, { status, headers });
}

/** Another language takes the answers along. The first button of the form is what Enter presses: it means Continue. */
function Languages({ asking: { locale, common, action } }: { asking: Asking }) {
  return (
    <nav className="languages" aria-label={common('language')}>
      <button
        type="submit"
        form="answers"
        className="visually-hidden"
        name="go"
        value="enter"
        tabIndex={-1}
        aria-hidden="true"
      >
        {common('continue')}
      </button>
      <ul>
        {locales.map((other) => (
          <li key={other}>
            <button
              type="submit"
              form="answers"
              formAction={`/${other}${action}`}
              className="link-button"
              name="go"
              value="language"
              lang={other}
              aria-current={other === locale ? 'true' : undefined}
            >
              <LanguageLabel locale={other} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

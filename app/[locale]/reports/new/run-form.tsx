import type { Context } from '../../../../lib/context.ts';
import type { Problem } from '../../../../lib/errors.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { translator } from '../../../../lib/i18n/translator.ts';
import { runRoute } from '../../../_http/run-route.ts';
import { LinkButton } from '../../../_ui/link-button.tsx';
import { askingIn } from './asking.ts';
import { formPage } from './document.tsx';

/**
 * A form's route below the language: what is refused before the form itself could say so is told on a page. What was sent
 * from another site does not stand on it: it would be that site's words under our name.
 */
export const runForm = (
  request: Request,
  locale: Locale,
  path: string,
  verb: (ctx: Context) => Promise<Response>,
): Promise<Response> => runRoute(request, verb, { refuse: (problem) => refusedPage(locale, path, problem) });

async function refusedPage(locale: Locale, path: string, problem: Problem | null): Promise<Response> {
  const asking = { ...(await askingIn(locale)), step: 'refused', values: {}, errors: {} };
  const errors = await translator(locale, 'errors');
  const { retryAfterSeconds } = problem?.detail ?? {};
  const minutes = Math.max(1, Math.ceil((retryAfterSeconds ?? 60) / 60));
  const known = problem && errors.has(problem.code as 'cross_site');
  const text = asking.t(problem?.code === 'cross_site' ? 'refused.crossSite' : 'refused.goBack');
  const children = (
    <>
      <h1>{known ? asking.error(problem.code, { minutes }) : errors('page.failedTitle')}</h1>
      <p>{problem ? text : errors('page.failedText')}</p>
      <LinkButton href={`/${locale}${path}`}>{asking.t('lost.again')}</LinkButton>
    </>
  );
  const status = problem?.status ?? 500;
  const plain = { sealed: null, back: false, ends: false, skip: false };
  return formPage({ asking, path, ...plain, status, retryAfterSeconds, children });
}

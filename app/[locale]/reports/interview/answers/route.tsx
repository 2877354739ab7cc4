import type { Context } from '../../../../../lib/context.ts';
import { isProblem } from '../../../../../lib/errors.ts';
import { isLocale, type Locale } from '../../../../../lib/i18n/locales.ts';
import { getDraft } from '../../../../../lib/reports/drafts/get-draft.ts';
import { type Interviewing, startInterview } from '../../../../../lib/reports/drafts/start-interview.ts';
import { bakuDay } from '../../../../../lib/reports/rules.ts';
import { readForm } from '../../../../_http/read-body.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { answerPost, showStep } from '../../new/answer-post.tsx';
import { askingIn } from '../../new/asking.ts';
import { formPage } from '../../new/document.tsx';
import { LostAnswers } from '../../new/lost-answers.tsx';
import { runForm } from '../../new/run-form.tsx';
import { interviewMode } from '../interview-mode.tsx';
import { ScriptPage } from '../script-page.tsx';

export const dynamic = 'force-dynamic';

type Params = { params: Promise<{ locale: string }> };
const notFound = () => new Response(null, { status: 404 });
const plain = { sealed: null, back: false, ends: false, skip: false } as const;
const list = '/reports/interview';

/** A reload of a page that only a post can make: back to the list, where the draft stands. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { locale } = await params;
  return isLocale(locale) ? seeOther(`/${locale}${list}`) : notFound();
}

/** Begin (the consent words first), go on with a draft, or the answers of one page. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return notFound();
  return runForm(request, locale, list, async (ctx) => {
    const posted = await readForm(request.clone());
    const [go, target = ''] = (posted.get('go') ?? '').split(/:(.*)/);
    if (go !== 'begin' && go !== 'resume') return answerPost(ctx, request, locale, interviewMode);
    if (ctx.actor.type !== 'user') return seeOther(`/${locale}/accounts/sign-in?next=/${locale}${list}`);
    return go === 'begin' ? begin(ctx, posted, locale) : resume(ctx, target, locale);
  });
}

async function begin(ctx: Context, posted: URLSearchParams, locale: Locale): Promise<Response> {
  const given = Object.fromEntries(
    ['language', 'told', 'like'].flatMap((name) => (posted.get(name) ? [[name, posted.get(name)]] : [])),
  );
  const language = isLocale(given.language) ? given.language : locale;
  const script = async (error?: string) => {
    const asking = { ...(await askingIn(locale)), step: 'script', values: {}, errors: {} };
    const page = (
      <ScriptPage locale={locale} language={language} like={posted.get('like') ?? undefined} error={error} />
    );
    return formPage({ asking, path: list, ...plain, status: error ? 422 : 200, children: page });
  };
  if (given.told === 'person' && !posted.get('script')) return script();
  try {
    return await show(ctx, await startInterview(ctx, { ...given, consentRead: posted.has('consentRead') }));
  } catch (error) {
    if (!isProblem(error) || !error.detail.fields?.consentRead) throw error;
    return script((await askingIn(locale)).error('consent_not_read'));
  }
}

async function resume(ctx: Context, id: string, locale: Locale): Promise<Response> {
  try {
    const draft = await getDraft(ctx, id);
    if ('answers' in draft) return await show(ctx, draft);
    const asking = { ...(await askingIn(locale)), step: 'lost', values: {}, errors: {} };
    return formPage({
      asking,
      path: list,
      ...plain,
      children: <LostAnswers asking={asking} posted={[]} sealed={draft.lost} />,
    });
  } catch (error) {
    // sent or deleted in another window: the list says what there is
    if (isProblem(error) && error.code === 'not_found') return seeOther(`/${locale}${list}`);
    throw error;
  }
}

/** In the language of the conversation, whatever language the list was read in. */
async function show(ctx: Context, { answers, step }: Interviewing): Promise<Response> {
  const words = await askingIn(answers.interview!.language, interviewMode.action);
  return showStep(ctx, { words, answers, step, errors: {}, today: bakuDay(ctx.now), mode: interviewMode });
}

import type { ReactNode } from 'react';
import type { Context } from '../../../../lib/context.ts';
import { describeError } from '../../../../lib/describe-error.ts';
import { isProblem, type ProblemCode } from '../../../../lib/errors.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { newId } from '../../../../lib/ids.ts';
import { listDraftPhotos } from '../../../../lib/media/draft/list-draft-photos.ts';
import { listDistricts } from '../../../../lib/places/list-districts.ts';
import { searchPlaces } from '../../../../lib/places/search-places.ts';
import { type Answers, one, scoped, type Values, withPosted } from '../../../../lib/reports/form/answers.ts';
import { checkStep, type FieldErrors } from '../../../../lib/reports/form/check-step.ts';
import { openSeal, seal } from '../../../../lib/reports/form/seal.ts';
import {
  askedAt,
  fieldsOfStep,
  isRepeated,
  isStep,
  mayRepeat,
  oneMore,
  prefixOf,
  stepAfter,
  stepBefore,
  stepsFor,
} from '../../../../lib/reports/form/steps.ts';
import { toReport } from '../../../../lib/reports/form/to-report.ts';
import { placeOfStep, toldPlaces } from '../../../../lib/reports/form/told-place.ts';
import { postedAsOfNow } from '../../../../lib/reports/form/versions.ts';
import { bakuDay } from '../../../../lib/reports/rules.ts';
import { hintToldNearby } from '../../../../lib/risk/hint-told-nearby.ts';
import { type Asking, askingIn } from './asking.ts';
import { formPage } from './document.tsx';
import { doorIn, firstPage } from './first-page.tsx';
import { type FormMode, publicForm } from './form-mode.tsx';
import { LostAnswers } from './lost-answers.tsx';
import { postedPhotos, type RefusedFile, readAnswers, renewed } from './photos/posted-photos.ts';
import { Question } from './question.tsx';
import { Refusal } from './refusal.tsx';
import { CallFirst, SafetyScreen } from './safety-screen.tsx';

type Refused = { code: ProblemCode; retryAfterSeconds?: number; status: number };

/** One post: a door of the home page opens the first page; else take the answers of its page, then go on, back, elsewhere, or send. Answers with a whole page. */
export async function answerPost(
  ctx: Context,
  request: Request,
  locale: Locale,
  mode: FormMode = publicForm,
): Promise<Response> {
  const { sent, files } = await readAnswers(request);
  const door = mode === publicForm ? doorIn(sent) : undefined;
  if (door) return firstPage(locale, door);
  const words = await askingIn(locale, mode.action);
  const today = bakuDay(ctx.now);
  const opened = openSeal(sent.get('sealed') ?? '');
  if (!opened || 'lost' in opened) {
    const asking = { ...words, step: 'safety', values: {}, errors: {} };
    const children = <LostAnswers asking={asking} posted={[...sent]} sealed={opened?.lost} />;
    return formPage({ asking, sealed: null, back: false, ends: false, skip: false, status: 400, children });
  }
  const posted = postedAsOfNow(opened.from, sent);
  const step = posted.get('step') ?? '';
  const newest = (await mode.newest?.(ctx, opened.answers)) ?? opened.answers;
  let answers = isStep(step) ? withPosted(newest, fieldsOfStep(step), posted) : newest;
  const [go = 'next', target = ''] = (posted.get('go') ?? 'next').split(/:(.*)/);

  let refusedFiles: RefusedFile[] = [];
  const show = (to: string, errors: FieldErrors = {}, refused?: Refused) =>
    showStep(ctx, { words, answers, step: to, errors, today, refused, refusedFiles, mode });
  const stay = isStep(step) ? step : 'safety';

  if (step === 'photos') {
    const removed = go === 'removePhoto' ? target : undefined;
    const taken = await postedPhotos(ctx, request, { answers, files, removed });
    answers = taken.answers;
    refusedFiles = taken.refused;
    if (taken.errors.photos || taken.asks || removed || go === 'addPhotos') return show(step, taken.errors);
  }
  if (go === 'close') {
    const asking = { ...words, step: stay, values: answers.values, errors: {}, country: answers.country };
    return (await mode.close?.(ctx, asking, answers, stay)) ?? show(stay);
  }
  if (go === 'language') return show(stay);
  if (go === 'back') {
    // whoever came from the last page to change an answer goes back there, unless that answer is now missing
    const toCheck = answers.returnToCheck && firstOpen() === null;
    answers = { ...answers, returnToCheck: false };
    if (toCheck) return show('check');
    return show(isStep(step) ? (stepBefore(answers.values, step) ?? 'safety') : 'safety');
  }
  if (go === 'hurt') {
    answers = { ...answers, country: target || undefined };
    return show(`hurt:${target}`);
  }
  if (!isStep(step)) return show(go === 'start' ? firstQuestion() : stay);
  if (go === 'change' && isStep(target)) {
    answers = { ...answers, returnToCheck: true };
    return show(target);
  }
  if (step === 'check') {
    if (go === 'renew') {
      answers = await renewed(ctx, answers, newId());
      return show('check');
    }
    return send();
  }
  const errors = checkStep(step, answers.values, today);
  if (Object.keys(errors).length > 0) return show(step, errors);
  if (isPending(step)) {
    const own = scoped(answers.values, prefixOf(step));
    const asked = one(own, 'placeNameAsked') === one(own, 'placeName');
    return show(step, asked ? { [`${prefixOf(step)}placeId`]: 'place_choice_required' } : {});
  }
  const id = step.split(':')[0]!;
  if (go === 'more' && isRepeated(id) && mayRepeat(answers.values, id)) {
    const more = oneMore(answers.values, id);
    answers = { ...answers, values: more.values };
    return show(more.step);
  }
  const toCheck = go === 'check' || (answers.returnToCheck && stepsFor(answers.values).includes('check'));
  if (toCheck && firstOpen() === null) {
    answers = { ...answers, returnToCheck: false };
    return show('check');
  }
  return show(stepAfter(answers.values, step));

  function firstQuestion(): string {
    return one(answers.values, 'door') ? stepAfter(answers.values, 'door') : 'door';
  }

  /** A place by a name that is yet to be looked up. */
  function isPending(step: string): boolean {
    return step.startsWith('place') && placeOfStep(answers.values, step).namePending === true;
  }

  /** The first page whose answers do not hold, since a change elsewhere may call for more. */
  function firstOpen(): { step: string; errors: FieldErrors } | null {
    for (const one of stepsFor(answers.values)) {
      const errors = checkStep(one, answers.values, today);
      if (Object.keys(errors).length > 0) return { step: one, errors };
      if (isPending(one)) return { step: one, errors: {} };
    }
    return null;
  }

  async function send(): Promise<Response> {
    if (posted.get('website')) return show('check', { website: 'honeypot' });
    const open = firstOpen();
    if (open) return show(open.step, open.errors);
    try {
      const stored = await mode.send(ctx, request, answers, locale);
      // the report is in: a hint that fails must not look like a report that failed
      const nearby = await hintToldNearby(ctx, toReport(answers, locale, today)).catch(() => null);
      const asking = { ...words, step: 'sent', values: answers.values, errors: {}, country: answers.country };
      const children = await mode.receipt(asking, { stored, nearby, answers });
      return formPage({ asking, sealed: null, back: false, ends: false, skip: false, children });
    } catch (error) {
      if (!isProblem(error)) {
        console.error(`request ${ctx.requestId} failed: ${describeError(error)}`);
        return show('check', {}, { code: 'unavailable', status: 503 });
      }
      const [path, key] = Object.entries(error.detail.fields ?? {})[0] ?? [];
      if (path && key) {
        const at = askedAt(path);
        return show(at.step, { [at.field]: key });
      }
      const { retryAfterSeconds } = error.detail;
      return show('check', {}, { code: error.code, retryAfterSeconds, status: error.status });
    }
  }
}

export type Showing = {
  words: Omit<Asking, 'step' | 'values' | 'errors'>;
  answers: Answers;
  /** What the mode puts above the question. */
  above?: ReactNode;
  step: string;
  errors: FieldErrors;
  today: string;
  refused?: Refused;
  refusedFiles?: RefusedFile[];
  mode: FormMode;
};

export async function showStep(
  ctx: Context,
  { words, step, errors, today, refused, refusedFiles, mode, ...given }: Showing,
): Promise<Response> {
  const { answers, above } = mode.keep ? await mode.keep(ctx, given.answers, step, words.locale) : given;
  const { values } = answers;
  const prefix = prefixOf(step);
  const asking: Asking = { ...words, step, values, errors, country: answers.country };
  const sealed = seal(answers);
  const [id, country] = step.split(/:(.*)/);
  if (id === 'safety' || id === 'hurt') {
    const children =
      id === 'hurt' ? <CallFirst asking={asking} country={country} /> : <SafetyScreen asking={asking} closed={false} />;
    return formPage({ asking, sealed, back: id === 'hurt', ends: false, skip: false, children });
  }
  if (id === 'place') {
    asking.districts = await listDistricts(ctx, words.locale);
    asking.picks = await placesNamed(ctx, scoped(values, prefix), words.locale);
    const { meant, vertex: number } = placeOfStep(values, step);
    asking.meant = meant;
    if (number) asking.error = (key) => words.t('place.atPoint', { number, problem: words.error(key) });
  }
  if (step === 'photos') {
    asking.photos = await listDraftPhotos(ctx, answers.reportId);
    asking.refusedFiles = refusedFiles;
  }
  if (step === 'check') {
    asking.districts = await listDistricts(ctx, words.locale);
    const places = stepsFor(values).filter((one) => one.startsWith('place'));
    const found = await Promise.all(places.map((one) => placesNamed(ctx, scoped(values, prefixOf(one)), words.locale)));
    asking.picks = found.flatMap((picks) => picks ?? []);
  }
  const located = toldPlaces(values).length > 0;
  const status = refused?.status ?? (Object.keys(errors).length > 0 ? 422 : 200);
  return formPage({
    asking,
    sealed,
    back: true,
    ends: step !== 'check' && step !== 'door',
    skip: (located || id === 'place') && step !== 'kind' && step !== 'before',
    status,
    retryAfterSeconds: refused?.retryAfterSeconds,
    children: (
      <>
        {above}
        {refused && <Refusal asking={asking} code={refused.code} retryAfterSeconds={refused.retryAfterSeconds} />}
        <Question asking={asking} today={today} />
      </>
    ),
  });
}

const placesNamed = async (ctx: Context, own: Values, locale: Locale) =>
  one(own, 'where') === 'name' && one(own, 'placeName')
    ? searchPlaces(ctx, { q: one(own, 'placeName'), locale, limit: 6 })
    : undefined;

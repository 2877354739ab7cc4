import type { Context } from '../../../lib/context.ts';
import { isProblem } from '../../../lib/errors.ts';
import { isLocale, type Locale } from '../../../lib/i18n/locales.ts';
import { followUp } from '../../../lib/reports/follow-up.ts';
import { takeSend } from '../../../lib/reports/send-limit.ts';
import { withdrawConsent } from '../../../lib/reports/withdraw-consent.ts';
import { withdrawReport } from '../../../lib/reports/withdraw-report.ts';
import { clientAddress } from '../../_http/client-address.ts';
import { readForm } from '../../_http/read-body.ts';
import { askingIn } from '../reports/new/asking.ts';
import { formPage } from '../reports/new/document.tsx';
import { runForm } from '../reports/new/run-form.tsx';
import { type Followed, FollowUp } from './follow-up.tsx';

export const dynamic = 'force-dynamic';
const path = '/follow-up';
type Params = { params: Promise<{ locale: string }> };
type Shown = {
  typed?: string;
  followed?: Followed;
  ended?: boolean;
  error?: string;
  retryAfterSeconds?: number;
  status?: number;
};

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return runForm(request, locale, path, () => page(locale, {}));
}

/** The receipt comes in the body and is answered in the body: it never stands in an address. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return runForm(request, locale, path, (ctx) => answer(ctx, request, locale));
}

async function answer(ctx: Context, request: Request, locale: Locale): Promise<Response> {
  const posted = await readForm(request, 4_000);
  const typed = posted.get('receipt') ?? '';
  try {
    takeSend(clientAddress(request), ctx.now, { what: 'follow-up' });
    const [go, purpose = ''] = (posted.get('go') ?? '').split(/:(.*)/);
    if (go === 'withdraw') await withdrawReport(ctx, typed);
    if (go === 'consent') await withdrawConsent(ctx, typed, purpose);
    return await page(locale, { typed, followed: await followUp(ctx, typed), ended: go === 'consent' });
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { fields, retryAfterSeconds } = error.detail;
    return page(locale, { typed, error: fields?.receipt ?? error.code, retryAfterSeconds, status: error.status });
  }
}

async function page(locale: Locale, { status, retryAfterSeconds, ...shown }: Shown): Promise<Response> {
  const errors: Record<string, string> = shown.error ? { receipt: shown.error } : {};
  const asking = { ...(await askingIn(locale)), step: 'follow-up', values: {}, errors };
  const minutes = Math.ceil((retryAfterSeconds ?? 60) / 60);
  const children = <FollowUp asking={asking} minutes={minutes} {...shown} />;
  return formPage({
    asking,
    path,
    sealed: null,
    back: false,
    ends: false,
    skip: false,
    status,
    retryAfterSeconds,
    children,
  });
}

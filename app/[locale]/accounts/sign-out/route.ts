import { revokeSession } from '../../../../lib/accounts/sessions/revoke-session.ts';
import { isProblem } from '../../../../lib/errors.ts';
import { requestContext } from '../../../_http/context.ts';
import { currentSession } from '../../../_http/current-session.ts';
import { setFlash } from '../../../_http/flash.ts';
import { requireSameSite } from '../../../_http/same-site.ts';
import { seeOther } from '../../../_http/see-other.ts';
import { signOutThrough } from '../../../api/auth/[...nextauth]/through-next-auth.ts';

type Params = { params: Promise<{ locale: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const locale = encodeURIComponent((await params).locale);
  try {
    requireSameSite(request);
    const session = await currentSession();
    if (session) await revokeSession(await requestContext(), session.sessionId);
  } catch (error) {
    if (!isProblem(error)) throw error;
    // ended in another window a moment ago: the cookie still goes
    if (error.code !== 'not_found') return seeOther(`/${locale}/accounts`);
  }
  await setFlash('/accounts/sign-in', { form: 'sign-in', done: 'signedOut' });
  return seeOther(`/${locale}/accounts/sign-in`, await signOutThrough(request.headers));
}

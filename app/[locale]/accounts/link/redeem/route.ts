import { landing } from '../../../../../lib/accounts/rules.ts';
import { isProblem } from '../../../../../lib/errors.ts';
import { setFlash } from '../../../../_http/flash.ts';
import { readForm } from '../../../../_http/read-body.ts';
import { requireSameSite } from '../../../../_http/same-site.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { signInThrough } from '../../../../api/auth/[...nextauth]/through-next-auth.ts';

type Params = { params: Promise<{ locale: string }> };

/** The one place that uses a link up; the answer's address no longer holds the token. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const locale = encodeURIComponent((await params).locale);
  let given: Record<string, string> = {};
  try {
    requireSameSite(request);
    given = Object.fromEntries(await readForm(request, 10_000));
    const { signedIn, cookies } = await signInThrough(request.headers, 'link', given);
    return seeOther(`/${locale}${landing[signedIn.role]}`, cookies);
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { code, detail } = error;
    if (code === 'link_spent') return seeOther(`/${locale}/accounts/link`);
    const { token = '', password: _, ...values } = given;
    await setFlash('/accounts/link', { form: 'link', problem: { code, detail }, values });
    return seeOther(`/${locale}/accounts/link?token=${encodeURIComponent(token)}`);
  }
}

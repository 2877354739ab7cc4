import { landing } from '../../../../../lib/accounts/rules.ts';
import { isProblem } from '../../../../../lib/errors.ts';
import { setFlash } from '../../../../_http/flash.ts';
import { readForm } from '../../../../_http/read-body.ts';
import { returnPath } from '../../../../_http/return-path.ts';
import { requireSameSite } from '../../../../_http/same-site.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { signInThrough } from '../../../../api/auth/[...nextauth]/through-next-auth.ts';

type Params = { params: Promise<{ locale: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const locale = encodeURIComponent((await params).locale);
  let email = '';
  let next: string | undefined;
  try {
    requireSameSite(request);
    const form = await readForm(request, 10_000);
    email = form.get('email') ?? '';
    next = returnPath(form.get('next'));
    const credentials = { email, password: form.get('password') ?? '' };
    const { signedIn, cookies } = await signInThrough(request.headers, 'password', credentials);
    return seeOther(next ?? `/${locale}${landing[signedIn.role]}`, cookies);
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { code, detail } = error;
    await setFlash('/accounts/sign-in', { form: 'sign-in', problem: { code, detail }, values: { email } });
    const query = next ? `?next=${encodeURIComponent(next)}` : '';
    return seeOther(`/${locale}/accounts/sign-in${query}`);
  }
}

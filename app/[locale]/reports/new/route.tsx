import { getDeployment } from '../../../../lib/deployment/get-deployment.ts';
import { isLocale } from '../../../../lib/i18n/locales.ts';
import { newId } from '../../../../lib/ids.ts';
import { seal } from '../../../../lib/reports/form/seal.ts';
import { requestContext } from '../../../_http/context.ts';
import { answerPost } from './answer-post.tsx';
import { askingIn } from './asking.ts';
import { formPage } from './document.tsx';
import { runForm } from './run-form.tsx';
import { SafetyScreen } from './safety-screen.tsx';

export const dynamic = 'force-dynamic';

const path = '/reports/new';
type Params = { params: Promise<{ locale: string }> };
/** Those of the home page: who came through one is not asked again. */
const doors = ['human', 'animal', 'know'] as const;
const notFound = () => new Response(null, { status: 404 });

/** The first page, with the report's id drawn for this serving alone; it never comes from a cache. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return notFound();
  return runForm(request, locale, path, async () => {
    const asking = { ...(await askingIn(locale)), step: 'safety', values: {}, errors: {} };
    const deployment = await getDeployment(await requestContext());
    const closed = !deployment || (!deployment.demonstration && !deployment.intakeOpen);
    const door = doors.find((one) => one === new URL(request.url).searchParams.get('door'));
    const sealed = seal({ reportId: newId(), values: door ? { door: [door] } : {} });
    const children = <SafetyScreen asking={asking} closed={closed} />;
    return formPage({ asking, sealed, back: false, ends: false, skip: false, children });
  });
}

/** Every answer is posted here, with all answers before it under the server's seal; the next page is the response. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return notFound();
  return runForm(request, locale, path, (ctx) => answerPost(ctx, request, locale));
}

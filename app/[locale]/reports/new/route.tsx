import { isLocale } from '../../../../lib/i18n/locales.ts';
import { answerPost } from './answer-post.tsx';
import { firstPage } from './first-page.tsx';
import { runForm } from './run-form.tsx';

export const dynamic = 'force-dynamic';

const path = '/reports/new';
type Params = { params: Promise<{ locale: string }> };
const notFound = () => new Response(null, { status: 404 });

/** The first page, for whoever comes by its address: a poster's, a link's. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return notFound();
  return runForm(request, locale, path, () => firstPage(locale));
}

/** Every answer is posted here, with all answers before it under the server's seal; the next page is the response. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return notFound();
  return runForm(request, locale, path, (ctx) => answerPost(ctx, request, locale));
}

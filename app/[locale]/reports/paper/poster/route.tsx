import { isLocale } from '../../../../../lib/i18n/locales.ts';
import { translator } from '../../../../../lib/i18n/translator.ts';
import { runRoute } from '../../../../_http/run-route.ts';
import { Posters } from '../poster.tsx';
import { asPage, printPage } from '../print-page.tsx';

export const dynamic = 'force-dynamic';

/** A poster in each language, for printing. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return runRoute(request, async () => {
    const t = await translator(locale, 'paper');
    return asPage(await printPage(locale, t('posterTitle'), <Posters locale={locale} />));
  });
}

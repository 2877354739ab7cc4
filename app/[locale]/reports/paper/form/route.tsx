import { isLocale } from '../../../../../lib/i18n/locales.ts';
import { translator } from '../../../../../lib/i18n/translator.ts';
import { bakuDay } from '../../../../../lib/reports/rules.ts';
import { onPaper } from '../../../../_http/on-paper.ts';
import { runRoute } from '../../../../_http/run-route.ts';
import { PaperForm } from '../paper-form.tsx';
import { asPage, printPage } from '../print-page.tsx';

export const dynamic = 'force-dynamic';

/** The form on paper, for printing. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return runRoute(request, async (ctx) => {
    const t = await translator(locale, 'paper');
    const page = <PaperForm locale={locale} today={bakuDay(ctx.now)} />;
    return asPage(onPaper(await printPage(locale, t('formTitle'), page)));
  });
}

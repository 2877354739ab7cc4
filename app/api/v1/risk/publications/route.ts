import { Problem } from '../../../../../lib/errors.ts';
import { isLocale } from '../../../../../lib/i18n/locales.ts';
import { audiences } from '../../../../../lib/risk/input.ts';
import { publishRisk } from '../../../../../lib/risk/publish-risk.ts';
import { readForm } from '../../../../_http/read-body.ts';
import { runRoute } from '../../../../_http/run-route.ts';

/** A form post `audience`, `locale`: runs the batch by hand and returns to its page. An administrator's. */
export const POST = (request: Request): Promise<Response> =>
  runRoute(request, async (ctx) => {
    const form = await readForm(request, 2000);
    const audience = audiences.find((one) => one === form.get('audience'));
    const locale = form.get('locale');
    if (!audience || !isLocale(locale)) throw new Problem('invalid_input');
    await publishRisk(ctx, audience);
    return new Response(null, { status: 303, headers: { Location: `/${locale}/map/batches?done=${audience}` } });
  });

import { Problem } from '../../../../../lib/errors.ts';
import { isLocale } from '../../../../../lib/i18n/locales.ts';
import { runRoute } from '../../../../_http/run-route.ts';
import { mapPayload, type Tier } from '../../../../_ui/map/map-payload.ts';

const tiers: readonly string[] = ['public', 'organisation', 'moderator'];

/** `?tier=public|organisation|moderator&locale=az|hy|ru|en`: what that tier's map draws; the verbs below refuse who may not. */
export const GET = (request: Request): Promise<Response> =>
  runRoute(request, async (ctx) => {
    const asked = new URL(request.url).searchParams;
    const [tier, locale] = [asked.get('tier') ?? 'public', asked.get('locale') ?? 'en'];
    if (!tiers.includes(tier) || !isLocale(locale)) throw new Problem('invalid_input');
    const payload = await mapPayload(ctx, tier as Tier, locale);
    const headers = { 'Cache-Control': tier === 'public' ? 'public, max-age=300' : 'private, no-store' };
    return Response.json(payload, { headers });
  });

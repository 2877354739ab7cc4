import { negotiateLocale } from '../lib/i18n/locales.ts';

export function GET(request: Request): Response {
  const locale = negotiateLocale(request.headers.get('accept-language'));
  // Relative on purpose: behind a proxy, request.url names the inner host.
  return new Response(null, {
    status: 307,
    headers: { Location: `/${locale}`, Vary: 'Accept-Language', 'Cache-Control': 'private, no-store' },
  });
}

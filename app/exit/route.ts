import { negotiateLocale } from '../../lib/i18n/locales.ts';

/** Leaves at once for a page that says nothing of this one, and lets the browser forget what this site stored in it. */
export function GET(request: Request): Response {
  const fromHere = request.headers.get('sec-fetch-site') ?? 'none';
  const headers = new Headers({
    Location: `https://${negotiateLocale(request.headers.get('accept-language'))}.wikipedia.org/`,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
  // A foreign page that links or embeds this address must not erase a reader's drafts.
  if (fromHere === 'same-origin' || fromHere === 'none') headers.set('Clear-Site-Data', '"storage", "cookies"');
  return new Response(null, { status: 303, headers });
}

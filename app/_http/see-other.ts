/** 303 to a path of ours: relative, since behind a proxy request.url names the inner host. */
export function seeOther(path: string, cookies: string[] = []): Response {
  const headers = new Headers({
    Location: path,
    'Cache-Control': 'private, no-store',
    'Referrer-Policy': 'no-referrer',
  });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}

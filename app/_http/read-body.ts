import { Problem } from '../../lib/errors.ts';

/** The body as text, given up as soon as it passes `limitBytes`, whatever its header claims. Throws `too_large`. */
export async function readBody(request: Request, limitBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw new Problem('too_large', { limitBytes });
  if (!request.body) return '';
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > limitBytes) {
      await reader.cancel();
      throw new Problem('too_large', { limitBytes });
    }
    parts.push(value);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Throws `too_large` or `unreadable_body`. */
export async function readJson(request: Request, limitBytes = 256_000): Promise<unknown> {
  const text = await readBody(request, limitBytes);
  try {
    return JSON.parse(text, (_key, value) => (typeof value === 'string' ? withoutNul(value) : value));
  } catch {
    throw new Problem('unreadable_body');
  }
}

/** An ordinary form post (application/x-www-form-urlencoded). Throws `too_large` or `unreadable_body`. */
export async function readForm(request: Request, limitBytes = 256_000): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) throw new Problem('unreadable_body');
  return new URLSearchParams((await readBody(request, limitBytes)).replaceAll('%00', ''));
}

/** PostgreSQL keeps no text with this sign in it; nobody sees it, and nothing that holds it could ever be sent. */
export const withoutNul = (text: string): string => text.replaceAll('\0', '');

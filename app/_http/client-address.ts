import { isIPv6 } from 'node:net';

/** The address that the nearest proxy (or Next itself) saw: hashed at once by whoever counts, never stored or logged. */
export function clientAddress(request: Request): string {
  const address = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return isIPv6(address) ? subscriber(address) : address;
}

/** The first 64 bits of an IPv6 address are one line's; the rest its owner changes at will. */
function subscriber(address: string): string {
  const [head = '', tail] = address.replace(/%.*/, '').split('::');
  // ::ffff:192.0.2.1 is an IPv4 address in disguise
  if (tail?.includes('.')) return tail.split(':').at(-1) as string;
  const first = head === '' ? [] : head.split(':');
  const last = tail ? tail.split(':') : [];
  const groups = tail === undefined ? first : [...first, ...Array(8 - first.length - last.length).fill('0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

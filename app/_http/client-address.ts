/** The address that the nearest proxy (or Next itself) saw: hashed at once by whoever counts, never stored or logged. */
export const clientAddress = (request: Request): string =>
  request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';

/** The page that somebody wanted before signing in: a path of ours in a language of ours, or nothing. */
export const returnPath = (wanted: unknown): string | undefined =>
  typeof wanted === 'string' && /^\/(az|hy|ru|en)(\/(?!\/)[\w.~%/-]*)?(\?[\w.~%&=+-]*)?$/.test(wanted)
    ? wanted
    : undefined;

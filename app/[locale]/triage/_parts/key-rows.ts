/** One key and what it does. */
export type KeyRow = { key: string; does: string };

/** What other parts of the page bind by themselves: each tells its rows from the table that it listens by. */
export const ownRows = new Set<() => KeyRow[]>();

/** As printed on the keys of a Latin keyboard. */
export const printed = (code: string): string =>
  ({ ArrowLeft: '←', ArrowRight: '→' })[code] ?? code.replace(/^(Key|Digit)/, '');

/** The keys that the page has at this moment, read from the controls that they press; of two with one key the first is pressed. */
export function keyRows(): KeyRow[] {
  const rows = new Map<string, string>();
  for (const control of document.querySelectorAll<HTMLElement>('[data-code]')) {
    const key = printed(control.dataset.code!);
    if (!rows.has(key)) rows.set(key, control.getAttribute('aria-label') ?? wordsOf(control));
  }
  return [...[...rows].map(([key, does]) => ({ key, does })), ...[...ownRows].flatMap((tell) => tell())];
}

/** The text of an element without the keys printed in it. */
export function wordsOf(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const one of copy.querySelectorAll('[aria-hidden], kbd')) one.remove();
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

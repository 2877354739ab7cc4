import type { ComponentProps } from 'react';

type Kind = 'primary' | 'second' | 'warning';

/** A real button; `primary` at most once on a page. */
export function Button({ kind = 'primary', type = 'submit', ...rest }: { kind?: Kind } & ComponentProps<'button'>) {
  return <button type={type} className={`button button-${kind}`} {...rest} />;
}

/** A link that looks like a button: plain `<a>`, so nothing is fetched before it is pressed. */
export function LinkButton({ kind = 'primary', ...rest }: { kind?: Kind } & ComponentProps<'a'>) {
  return <a className={`button button-${kind}`} {...rest} />;
}

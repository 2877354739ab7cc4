import type { ComponentProps } from 'react';
import type { Kind } from './button.tsx';

/** A link that looks like a button: plain `<a>`, so nothing is fetched before it is pressed. */
export function LinkButton({ kind = 'primary', ...rest }: { kind?: Kind } & ComponentProps<'a'>) {
  return <a className={`button button-${kind}`} {...rest} />;
}

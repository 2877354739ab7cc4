'use client';
import type { ComponentProps, MouseEvent } from 'react';
import { useFormStatus } from 'react-dom';

export type Kind = 'primary' | 'second' | 'warning';

/** A real button; `primary` at most once on a page. While what its form sent is under way it says so, and a second press does nothing. */
export function Button({
  kind = 'primary',
  type = 'submit',
  onClick,
  ...rest
}: { kind?: Kind } & ComponentProps<'button'>) {
  const { pending } = useFormStatus();
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending && type === 'submit') event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type={type}
      className={`button button-${kind}`}
      aria-busy={pending || undefined}
      onClick={press}
      {...rest}
    />
  );
}

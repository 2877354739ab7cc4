'use client';
import type { ComponentProps } from 'react';

/** A file that is too large is refused before it is sent: the server would cut it off without a word. */
export function FileInput({
  mostBytes,
  tooLarge,
  ...input
}: { mostBytes: number; tooLarge: string } & ComponentProps<'input'>) {
  return (
    <input
      type="file"
      className="input"
      {...input}
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        currentTarget.setCustomValidity(file && file.size > mostBytes ? tooLarge : '');
        currentTarget.reportValidity();
      }}
    />
  );
}

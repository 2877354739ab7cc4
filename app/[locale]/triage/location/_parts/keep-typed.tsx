'use client';
import { useEffect, useRef } from 'react';

type Props = {
  /** The form whose fields go along as they stand at this moment. */
  from: string;
  /** What the page's address has of them. */
  fields: Record<string, string>;
  names: readonly string[];
  /** Set where they were changed since: they come along, and are not to be worked out yet. */
  changed?: string;
};

/** What was typed in another form of the page since it came goes along with this one, so that nothing is lost with the page. */
export function KeepTyped({ from, fields, names, changed }: Props) {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = here.current?.closest('form');
    if (!form) return;
    const along = ({ formData }: FormDataEvent) => {
      const other = document.getElementById(from);
      if (!(other instanceof HTMLFormElement)) return;
      for (const name of names) {
        // not by its FormData, which would ask this form in turn
        const control = other.elements.namedItem(name);
        const value = control && 'value' in control ? String(control.value) : '';
        if (value === (fields[name] ?? '')) continue;
        formData.set(name, value);
        if (changed) formData.set(changed, 'yes');
      }
    };
    form.addEventListener('formdata', along);
    return () => form.removeEventListener('formdata', along);
  }, [from, fields, names, changed]);
  return <span ref={here} hidden />;
}

'use client';
import { useEffect, useRef } from 'react';
import { type KeyRow, ownRows, wordsOf } from './key-rows.ts';

/** Which keys set which field of the grade; the first group of a pattern is the value. */
const fields = [
  { keys: /^Key([A-F])$/, printed: 'A – F', name: 'grade-sourceReliability' },
  { keys: /^(?:Digit|Numpad)([1-6])$/, printed: '1 – 6', name: 'grade-infoCredibility' },
  { keys: /^KeyX$/, printed: 'X', name: 'grade-detonationAttested' },
];
const saves = 'Enter';

/** In the grade's choices one key sets each of them, wherever the focus stands, and Enter saves; in its texts keys write. */
export function QuickGrade({ children }: { children: string }) {
  const here = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const form = here.current?.closest('form');
    if (!form) return;
    const press = (event: KeyboardEvent) => {
      const at = event.target;
      if (event.ctrlKey || event.metaKey || event.altKey || !(at instanceof HTMLElement)) return;
      if (at instanceof HTMLTextAreaElement || at instanceof HTMLButtonElement) return;
      if (at instanceof HTMLInputElement && at.type !== 'checkbox') return;
      if (!act(form, event.code)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const tell = () => rowsOf(form);
    form.addEventListener('keydown', press);
    ownRows.add(tell);
    return () => {
      form.removeEventListener('keydown', press);
      ownRows.delete(tell);
    };
  }, []);
  return (
    <p className="small quiet" ref={here}>
      {children}
    </p>
  );
}

function act(form: HTMLFormElement, code: string): boolean {
  if (code === saves) {
    form.requestSubmit();
    return true;
  }
  const field = fields.find(({ keys }) => keys.test(code));
  const control = field && form.elements.namedItem(field.name);
  if (control instanceof HTMLSelectElement) {
    control.value = field!.keys.exec(code)![1]!;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (control instanceof HTMLInputElement) control.click();
  else return false;
  return true;
}

/** Named by the form they work in. */
function rowsOf(form: HTMLFormElement): KeyRow[] {
  const within = wordsOf(form.closest('details')?.querySelector('summary'));
  const rows = fields.flatMap(({ printed: key, name }) => {
    const control = form.elements.namedItem(name);
    const labelled = control instanceof HTMLSelectElement || control instanceof HTMLInputElement;
    return labelled ? [{ key, does: `${within}: ${wordsOf(control.labels?.[0])}` }] : [];
  });
  return [...rows, { key: saves, does: `${within}: ${wordsOf(form.querySelector('button'))}` }];
}

'use client';
import { useEffect, useRef } from 'react';

const ticks: Record<string, string> = { KeyX: 'grade-detonationAttested' };
const letter = /^Key([A-F])$/;
const digit = /^(?:Digit|Numpad)([1-6])$/;

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
    form.addEventListener('keydown', press);
    return () => form.removeEventListener('keydown', press);
  }, []);
  return (
    <p className="small quiet" ref={here}>
      {children}
    </p>
  );
}

function act(form: HTMLFormElement, code: string): boolean {
  const [source, information, tick] = [letter.exec(code)?.[1], digit.exec(code)?.[1], ticks[code]];
  if (source) return choose(form, 'grade-sourceReliability', source);
  if (information) return choose(form, 'grade-infoCredibility', information);
  const box = tick && form.elements.namedItem(tick);
  if (box instanceof HTMLInputElement) box.click();
  else if (code === 'Enter') form.requestSubmit();
  else return false;
  return true;
}

function choose(form: HTMLFormElement, name: string, value: string): boolean {
  const select = form.elements.namedItem(name);
  if (!(select instanceof HTMLSelectElement)) return false;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

'use client';
import { useEffect, useRef } from 'react';
import { type KeyRow, ownRows, printed, wordsOf } from '../../_parts/key-rows.ts';

const choices: Record<string, string> = { KeyH: 'hide', KeyK: 'keep' };

/** One key decides the flag in focus, or the first that is open, and goes to the next; H hides words that are selected. */
export function MarkKeys({ children }: { children: string }) {
  const here = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const form = here.current?.closest('form');
    if (!form) return;
    const press = (event: KeyboardEvent) => {
      const choice = choices[event.code];
      if (!choice || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('dialog[open]')) return;
      const selected = choice === 'hide' && hideSelected(form);
      if (!selected && !decide(form, choice)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const tell = () => rowsOf(form);
    document.addEventListener('keydown', press);
    ownRows.add(tell);
    return () => {
      document.removeEventListener('keydown', press);
      ownRows.delete(tell);
    };
  }, []);
  return (
    <p className="small quiet" ref={here}>
      {children}
    </p>
  );
}

const fieldsets = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLFieldSetElement>('.mark-choice')];
const isOpen = (one: HTMLFieldSetElement) => one.querySelector(':checked') === null;

function decide(form: HTMLFormElement, choice: string): boolean {
  const all = fieldsets(form);
  const current = all.find((one) => one.contains(document.activeElement)) ?? all.find(isOpen);
  const radio = current?.querySelector<HTMLInputElement>(`input[value="${choice}"]`);
  if (!radio) return false;
  radio.click();
  const next = all.find(isOpen);
  const goal = next?.querySelector('input') ?? form.querySelector<HTMLElement>('button');
  goal?.focus();
  return true;
}

function hideSelected(form: HTMLFormElement): boolean {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return false;
  const words = [...form.querySelectorAll<HTMLLabelElement>('.text-words label')];
  const within = words.filter((one) => selection.containsNode(one, true));
  for (const one of within) one.querySelector('input')!.checked = true;
  selection.removeAllRanges();
  return within.length > 0;
}

/** What each key chooses, where there is something to choose. */
const rowsOf = (form: HTMLFormElement): KeyRow[] =>
  Object.entries(choices).flatMap(([code, choice]) => {
    const label = form.querySelector(`.mark-choice input[value="${choice}"]`)?.closest('label');
    return label ? [{ key: printed(code), does: wordsOf(label) }] : [];
  });

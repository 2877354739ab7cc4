'use client';
import { useEffect, useRef, useState } from 'react';
import { type KeyRow, keyRows } from './key-rows.ts';

type Words = Record<'open' | 'title' | 'place' | 'list' | 'none' | 'close', string>;

/**
 * Keys by their place on the keyboard (`event.code`), so that they work in every layout; each presses the control that prints it.
 * The question mark lists them, read from those controls.
 */
export function KeyBoard({ words }: { words: Words }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [rows, setRows] = useState<KeyRow[]>([]);
  const show = () => {
    setRows(keyRows());
    if (!dialog.current?.open) dialog.current?.showModal();
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const at = event.target;
      if (at instanceof Element && at.closest('input, select, textarea, dialog, .map-canvas, [contenteditable]'))
        return;
      const asks = event.key === '?' || event.key === '՞' || (event.code === 'Slash' && event.shiftKey);
      const control = asks ? null : document.querySelector<HTMLElement>(`[data-code="${event.code}"]`);
      if (!asks && !control) return;
      event.preventDefault();
      if (!control) return show();
      const target =
        control instanceof HTMLAnchorElement &&
        control.hash &&
        control.pathname === location.pathname &&
        control.search === location.search;
      if (target) reveal(control.hash.slice(1));
      else control.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <div className="key-help">
      <button type="button" className="button button-second" aria-haspopup="dialog" onClick={show}>
        {words.open}{' '}
        <span aria-hidden="true">
          <kbd>?</kbd>
        </span>
      </button>
      <dialog ref={dialog} aria-labelledby="keys-title">
        <h2 id="keys-title">{words.title}</h2>
        {rows.length === 0 && <p>{words.none}</p>}
        <dl>
          {[...rows, { key: '?', does: words.list }].map(({ key, does }) => (
            <div key={`${key} ${does}`}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p className="small">{words.place}</p>
        <form method="dialog">
          <button type="submit" className="button button-second">
            {words.close}
          </button>
        </form>
      </dialog>
    </div>
  );
}

function reveal(id: string) {
  const element = document.getElementById(id);
  element?.closest('details')?.setAttribute('open', '');
  element?.focus();
  element?.scrollIntoView({ block: 'center' });
}

'use client';
import { useEffect } from 'react';

/** Keys by their place on the keyboard (`event.code`), so that they work in every layout; each presses the control that prints it. */
export function Keys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const at = event.target;
      if (at instanceof Element && at.closest('input, select, textarea, .map-canvas, [contenteditable]')) return;
      const control = document.querySelector<HTMLElement>(`[data-code="${event.code}"]`);
      if (!control) return;
      event.preventDefault();
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
  return null;
}

function reveal(id: string) {
  const element = document.getElementById(id);
  element?.closest('details')?.setAttribute('open', '');
  element?.focus();
  element?.scrollIntoView({ block: 'center' });
}

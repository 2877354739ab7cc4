'use client';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';

type Props = {
  action: (data: FormData) => Promise<void>;
  /** Shown while something typed is not saved, and asked before it would be lost. */
  unsaved: string;
  children: ReactNode;
};

/** A form of server-rendered fields that knows whether something typed in it was not sent. Works as a plain form before scripts. */
export function WatchedForm({ action, unsaved, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const { register, reset, setValue, formState } = useForm<Record<string, string>>();
  const { isDirty } = formState;

  useEffect(() => {
    const controls = namedControls(form.current);
    reset(Object.fromEntries(controls.map((control) => [control.name, served(control)])));
    for (const control of controls) {
      register(control.name);
      // typed before this script ran
      setValue(control.name, current(control), { shouldDirty: true });
    }
  }, [register, reset, setValue]);

  useEffect(() => {
    if (!isDirty) return;
    const leave = (event: BeforeUnloadEvent) => event.preventDefault();
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest('a[href]');
      if (!(link instanceof HTMLAnchorElement) || staysHere(link) || window.confirm(unsaved)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', leave);
    document.addEventListener('click', follow, true);
    return () => {
      window.removeEventListener('beforeunload', leave);
      document.removeEventListener('click', follow, true);
    };
  }, [isDirty, unsaved]);

  const typed = ({ target }: FormEvent<HTMLFormElement>) => {
    if (isControl(target) && target.name) setValue(target.name, current(target), { shouldDirty: true });
  };
  const sent = () => reset(Object.fromEntries(namedControls(form.current).map((one) => [one.name, current(one)])));
  return (
    <form ref={form} action={action} onChange={typed} onSubmit={sent}>
      {children}
      <p className="quiet small" aria-live="polite">
        {isDirty && unsaved}
      </p>
    </form>
  );
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isControl = (target: unknown): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
const namedControls = (form: HTMLFormElement | null): Control[] =>
  [...(form?.elements ?? [])].filter(isControl).filter(({ name }) => name && !name.startsWith('$'));

const current = (control: Control): string =>
  control instanceof HTMLInputElement && control.type === 'checkbox' ? String(control.checked) : control.value;

/** The value that the server's page gave it, whatever was typed since. */
function served(control: Control): string {
  if (control instanceof HTMLSelectElement) {
    const chosen = [...control.options].find((option) => option.defaultSelected) ?? control.options[0];
    return chosen?.value ?? '';
  }
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return String(control.defaultChecked);
  return control.defaultValue;
}

const staysHere = (link: HTMLAnchorElement): boolean =>
  link.target === '_blank' ||
  (link.hash !== '' && link.pathname === location.pathname && link.search === location.search);

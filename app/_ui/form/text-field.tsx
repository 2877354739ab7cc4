import type { ComponentProps } from 'react';
import { describedBy, Field, type FieldText } from './field.tsx';

type Width = 'short' | 'half' | 'full';

export function TextField({
  name,
  label,
  hint,
  error,
  width = 'full',
  ...input
}: FieldText & { width?: Width } & Omit<ComponentProps<'input'>, 'name' | 'width'>) {
  const text = { name, label, hint, error };
  return (
    <Field {...text}>
      <input id={name} name={name} type="text" className={`input input-${width}`} {...describedBy(text)} {...input} />
    </Field>
  );
}

export function TextArea({ name, label, hint, error, ...area }: FieldText & Omit<ComponentProps<'textarea'>, 'name'>) {
  const text = { name, label, hint, error };
  return (
    <Field {...text}>
      <textarea id={name} name={name} rows={5} className="input" {...describedBy(text)} {...area} />
    </Field>
  );
}

export function SelectField({
  name,
  label,
  hint,
  error,
  options,
  width = 'half',
  ...select
}: FieldText & { options: { value: string; label: string }[]; width?: Width } & Omit<
    ComponentProps<'select'>,
    'name'
  >) {
  const text = { name, label, hint, error };
  return (
    <Field {...text}>
      <select id={name} name={name} className={`input input-${width}`} {...describedBy(text)} {...select}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

import type { ReactNode } from 'react';
import { describedBy, type FieldText, HintAndError } from './field.tsx';

type Props = FieldText & {
  /** The question of the page: its legend holds the h1. */
  pageHeading?: boolean;
  children: ReactNode;
};

/** Several controls under one question; `label` is the legend, `name` the id that the error summary links to. */
export function Fieldset({ pageHeading, children, ...text }: Props) {
  const { 'aria-describedby': describes } = describedBy(text);
  return (
    <fieldset
      className={text.error ? 'field field-invalid' : 'field'}
      id={`${text.name}-group`}
      aria-describedby={describes}
    >
      <legend>{pageHeading ? <h1>{text.label}</h1> : text.label}</legend>
      <HintAndError {...text} />
      {children}
    </fieldset>
  );
}

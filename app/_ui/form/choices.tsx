import type { ReactNode } from 'react';
import type { FieldText } from './field.tsx';
import { Fieldset } from './fieldset.tsx';

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A drawing beside the words; the words say the same. */
  drawing?: ReactNode;
  /** Further fields, shown while this choice is ticked (always shown where the browser has no `:has`). */
  more?: ReactNode;
};

type Props = FieldText & {
  /** `radio` for one answer, `checkbox` for several. */
  type?: 'radio' | 'checkbox';
  options: Choice[];
  chosen?: string | readonly string[];
  pageHeading?: boolean;
  /** Two columns from 600 px on: for many short choices with drawings. */
  columns?: boolean;
};

/** Radios or checkboxes in a fieldset. The first control has `id={name}`, the others `id={name-value}`. */
export function Choices({ type = 'radio', options, chosen = [], columns, ...text }: Props) {
  const ticked = typeof chosen === 'string' ? [chosen] : chosen;
  return (
    <Fieldset {...text}>
      <div className={columns ? 'choices choices-columns' : 'choices'}>
        {options.map((option, index) => {
          const id = index === 0 ? text.name : `${text.name}-${option.value}`;
          return (
            <div className="choice" key={option.value}>
              <input
                type={type}
                id={id}
                name={text.name}
                value={option.value}
                defaultChecked={ticked.includes(option.value)}
                aria-describedby={option.hint ? `${id}-choice-hint` : undefined}
              />
              <label htmlFor={id}>
                {option.drawing}
                <span>{option.label}</span>
              </label>
              {option.hint && (
                <div className="choice-hint" id={`${id}-choice-hint`}>
                  {option.hint}
                </div>
              )}
              {option.more && <div className="choice-more">{option.more}</div>}
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}

import type { ComponentProps } from 'react';
import { TextField } from '../../../_ui/form/text-field.tsx';

/** Never filled in again by us; pasting and password managers are welcome. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, 'type' | 'defaultValue'>) {
  return <TextField {...props} type="password" spellCheck={false} maxLength={256} required />;
}

import type { ReactElement } from 'react';
import { TextField } from './fields.js';

interface CodeFieldProps {
  name: string;
  label: string;
}

/**
 * The six digits of a mail (`oneTimeCode`). The form is shown because they are to be typed, so the focus is there; spaces
 * that are pasted with them do no harm.
 */
export function CodeField(props: CodeFieldProps): ReactElement {
  return (
    <TextField
      {...props}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={40}
      required
      width="s"
      autoFocus
    />
  );
}

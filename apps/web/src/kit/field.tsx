import type { ReactElement, ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useLanguage } from '../language/language-provider.js';
import { messageText } from '../language/schema-errors.js';
import { useText } from '../language/use-text.js';

/** What every field takes. `name` is the schema's, dotted for nested ones. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Fields are optional and say so unless this is true. */
  required?: boolean;
  disabled?: boolean;
}

/** The accessibility attributes that tie an input to its label, hint and error. */
export interface FieldTies {
  id: string;
  name: string;
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-required': boolean | undefined;
}

/** The message of a field's error, if it has one. */
export function useFieldError(name: string): string | undefined {
  const { getFieldState, formState } = useFormContext();
  const { language } = useLanguage();
  const message = getFieldState(name, formState).error?.message;
  return message === undefined ? undefined : messageText(message, language);
}

/** Ties for an input named `name`. */
export function useFieldTies({ name, hint, required }: FieldProps): FieldTies {
  const error = useFieldError(name);
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return {
    id: name,
    name,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described === '' ? undefined : described,
    'aria-required': required ? true : undefined,
  };
}

/** Label, hint, error and the input between them. */
export function FieldFrame({ children, ...field }: FieldProps & { children: ReactNode }): ReactElement {
  const { name, label, required } = field;
  const t = useText();
  const error = useFieldError(name);
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={name}>
        <span data-label-for={name}>{label}</span>
        {required ? null : <span className="field-optional"> {t('kit.optional')}</span>}
      </label>
      <FieldHint {...field} />
      {children}
      <FieldFault name={name} />
    </div>
  );
}

/** The line below the label. */
export function FieldHint({ name, hint }: FieldProps): ReactElement | null {
  if (!hint) return null;
  return (
    <p className="field-hint" id={`${name}-hint`}>
      {hint}
    </p>
  );
}

/** The error below the input. */
export function FieldFault({ name }: { name: string }): ReactElement | null {
  const error = useFieldError(name);
  if (!error) return null;
  return (
    <p className="field-fault" id={`${name}-error`}>
      <span aria-hidden="true">× </span>
      {error}
    </p>
  );
}

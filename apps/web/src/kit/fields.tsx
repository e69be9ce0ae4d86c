import type { ComponentProps, ReactElement } from 'react';
import { useFormContext } from 'react-hook-form';
import { useText } from '../language/use-text.js';
import { FieldFault, FieldFrame, FieldHint, useFieldError, useFieldTies } from './field.js';
import type { FieldProps } from './field.js';

/** What an empty box means to the schema: absent (default), '' or null. */
export type EmptyAs = '' | null | undefined;

function emptyTo(props: { emptyAs?: EmptyAs; required?: boolean }) {
  const empty = 'emptyAs' in props ? props.emptyAs : props.required ? '' : undefined;
  return (value: unknown): unknown => (value === '' || value === null || value === undefined ? empty : value);
}

type TextInput = Pick<
  ComponentProps<'input'>,
  'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'placeholder' | 'autoFocus'
>;

/** One line of text; `type="email" | "tel" | "url"` where it is that. */
export function TextField(
  props: FieldProps & TextInput & { emptyAs?: EmptyAs; width?: 's' | 'm' },
): ReactElement {
  const { name, label, hint, required, disabled, emptyAs: _, width, ...input } = props;
  const { register } = useFormContext();
  const field = { name, label, hint, ...(required === undefined ? {} : { required }) };
  const ties = useFieldTies(field);
  return (
    <FieldFrame {...field}>
      <input
        type="text"
        {...input}
        {...register(name, { setValueAs: emptyTo(props) })}
        {...ties}
        disabled={disabled}
        className={`form-input ${width ? `field-width-${width}` : ''}`}
      />
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextAreaField(
  props: FieldProps & { rows?: number; maxLength?: number; emptyAs?: EmptyAs },
): ReactElement {
  const { name, rows = 4, maxLength, disabled } = props;
  const { register } = useFormContext();
  const ties = useFieldTies(props);
  return (
    <FieldFrame {...props}>
      <textarea
        {...register(name, { setValueAs: emptyTo(props) })}
        {...ties}
        rows={rows}
        maxLength={maxLength}
        disabled={disabled}
        className="form-input"
      />
    </FieldFrame>
  );
}

/** One of a choice. */
export interface Option {
  value: string;
  label: string;
  hint?: string;
}

/** Choose one from a list that drops down. */
export function SelectField(
  props: FieldProps & { options: readonly Option[]; emptyAs?: EmptyAs },
): ReactElement {
  const { name, options, disabled } = props;
  const t = useText();
  const { register } = useFormContext();
  const ties = useFieldTies(props);
  return (
    <FieldFrame {...props}>
      <select
        {...register(name, { setValueAs: emptyTo(props) })}
        {...ties}
        disabled={disabled}
        className="form-select"
      >
        <option value="">{t('kit.choose')}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Choose one, all visible. */
export function RadioField(props: FieldProps & { options: readonly Option[] }): ReactElement {
  return <ChoiceGroup {...props} type="radio" />;
}

/** Choose several; the value is an array of the chosen options' values. */
export function CheckboxGroupField(props: FieldProps & { options: readonly Option[] }): ReactElement {
  return <ChoiceGroup {...props} type="checkbox" />;
}

function ChoiceGroup(
  props: FieldProps & { options: readonly Option[]; type: 'radio' | 'checkbox' },
): ReactElement {
  const { name, label, options, type, required, disabled } = props;
  const t = useText();
  const { register } = useFormContext();
  const error = useFieldError(name);
  const ties = useFieldTies(props);
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} aria-describedby={ties['aria-describedby']}>
      <legend className="field-label">
        <span data-label-for={name}>{label}</span>
        {required ? null : <span className="field-optional"> {t('kit.optional')}</span>}
      </legend>
      <FieldHint {...props} />
      {options.map((option, index) => (
        <div key={option.value} className="choice">
          <input
            type={type}
            {...register(name)}
            id={index === 0 ? name : `${name}-${option.value}`}
            value={option.value}
            disabled={disabled}
            aria-describedby={option.hint ? `${name}-${option.value}-hint` : undefined}
          />
          <label htmlFor={index === 0 ? name : `${name}-${option.value}`}>{option.label}</label>
          {option.hint ? (
            <p className="field-hint" id={`${name}-${option.value}-hint`}>
              {option.hint}
            </p>
          ) : null}
        </div>
      ))}
      <FieldFault name={name} />
    </fieldset>
  );
}

/** Yes or no. */
export function CheckboxField(props: Omit<FieldProps, 'required'>): ReactElement {
  const { name, label, hint, disabled } = props;
  const { register } = useFormContext();
  const ties = useFieldTies(props);
  return (
    <div className="field">
      <div className="choice">
        <input type="checkbox" {...register(name)} {...ties} disabled={disabled} />
        <label htmlFor={name} data-label-for={name}>
          {label}
        </label>
        <FieldHint name={name} label={label} hint={hint} />
      </div>
      <FieldFault name={name} />
    </div>
  );
}

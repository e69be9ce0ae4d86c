import { useState } from 'react';
import type { ReactElement } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { useLanguage } from '../language/language-provider.js';
import { useText } from '../language/use-text.js';
import { FieldFrame, useFieldTies } from './field.js';
import type { FieldProps } from './field.js';
import { parseDate, parseNumber, writeDate, writeNumber } from './written-values.js';

interface WrittenFieldProps extends FieldProps {
  /** The value when the box is empty. */
  emptyAs?: null | undefined;
}

/** A calendar date written as 24.12.2026 (also 24/12-2026, 2026-12-24); the value is 'YYYY-MM-DD'. */
export function DateField(props: WrittenFieldProps): ReactElement {
  const t = useText();
  return (
    <WrittenField
      {...props}
      hint={props.hint ?? t('kit.date.hint')}
      parse={parseDate}
      write={(value) => (typeof value === 'string' ? writeDate(value) : '')}
      inputMode="numeric"
    />
  );
}

/** A number with Danish or English decimals by the person's language; `unit` stands after the box. */
export function NumberField(props: WrittenFieldProps & { unit?: string; whole?: boolean }): ReactElement {
  const { language } = useLanguage();
  const { unit, whole, ...field } = props;
  return (
    <WrittenField
      {...field}
      unit={unit}
      parse={(text) => parseNumber(text, language)}
      write={(value) => (typeof value === 'number' ? writeNumber(value, language) : '')}
      inputMode={whole ? 'numeric' : 'decimal'}
    />
  );
}

interface WritingProps extends WrittenFieldProps {
  parse: (text: string) => unknown;
  write: (value: unknown) => string;
  inputMode: 'numeric' | 'decimal';
  unit?: string | undefined;
}

/** Keeps what was typed; gives the form the value it means, or the text itself where it means nothing (the schema refuses it). */
function WrittenField(props: WritingProps): ReactElement {
  const { name, disabled, parse, write, inputMode, unit, emptyAs } = props;
  const { control } = useFormContext();
  const ties = useFieldTies(props);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <FieldFrame {...props}>
      <Controller
        name={name}
        control={control}
        render={({ field }) => (
          <span className="field-with-unit">
            <input
              {...ties}
              ref={field.ref}
              type="text"
              inputMode={inputMode}
              autoComplete="off"
              disabled={disabled}
              className="form-input field-width-s"
              value={typed ?? write(field.value)}
              onChange={(event) => {
                const text = event.target.value;
                setTyped(text);
                field.onChange(text.trim() === '' ? emptyAs : (parse(text) ?? text));
              }}
              onBlur={() => {
                // What could be read is shown in its proper form; what could not stays as typed.
                if (typed !== null && (typed.trim() === '' || parse(typed) !== undefined)) setTyped(null);
                field.onBlur();
              }}
            />
            {unit ? <span>{unit}</span> : null}
          </span>
        )}
      />
    </FieldFrame>
  );
}

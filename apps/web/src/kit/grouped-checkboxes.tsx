import type { ReactElement } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useText } from '../language/use-text.js';
import { Button } from './button.js';
import { FieldFault, FieldHint, useFieldError, useFieldTies } from './field.js';
import type { FieldProps } from './field.js';
import type { Option } from './fields.js';

/** Choices that belong together. */
export interface OptionGroup {
  key: string;
  title: string;
  options: readonly Option[];
}

/** Any of many: groups to unfold, each saying how many of it are chosen. The value is a list of texts. */
export function GroupedCheckboxesField(props: FieldProps & { groups: readonly OptionGroup[] }): ReactElement {
  const { name, label, groups } = props;
  const t = useText();
  const { setValue } = useFormContext();
  const error = useFieldError(name);
  const ties = useFieldTies(props);
  const chosen = useChosen(name);
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} aria-describedby={ties['aria-describedby']}>
      <legend className="field-label">
        <span data-label-for={name}>{label}</span>
        <span className="field-optional"> {t('kit.optional')}</span>
      </legend>
      <FieldHint {...props} />
      {groups.map((group, index) => (
        <ChoicePart key={group.key} name={name} group={group} isFirst={index === 0} />
      ))}
      {chosen.length === 0 ? null : (
        <Button
          kind="tertiary"
          onClick={() => {
            setValue(name, [], { shouldDirty: true });
          }}
        >
          {t('kit.choices.none')}
        </Button>
      )}
      <FieldFault name={name} />
    </fieldset>
  );
}

function ChoicePart(props: { name: string; group: OptionGroup; isFirst: boolean }): ReactElement {
  const { name, group, isFirst } = props;
  const t = useText();
  const { register } = useFormContext();
  const chosen = useChosen(name);
  const count = group.options.filter(({ value }) => chosen.includes(value)).length;
  const idOf = (value: string, index: number): string => (isFirst && index === 0 ? name : `${name}-${value}`);
  return (
    <details className="choice-part">
      <summary>
        {group.title} <span className="choice-count">{t('kit.choices.count', { count })}</span>
      </summary>
      {group.options.map(({ value, label }, index) => (
        <div key={value} className="choice">
          <input type="checkbox" {...register(name)} id={idOf(value, index)} value={value} />
          <label htmlFor={idOf(value, index)}>{label}</label>
        </div>
      ))}
    </details>
  );
}

function useChosen(name: string): readonly string[] {
  const value: unknown = useWatch({ name });
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

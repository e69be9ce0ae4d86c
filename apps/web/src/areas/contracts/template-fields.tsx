import { randomId } from '../../api/random-id.js';
import type { ReactElement } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { commitmentUnits, contractPlaceholders, type ContractTemplateText } from '#libs/api-schema';
import { Button, NumberField, Section, SelectField, TextAreaField, TextField } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

interface Values {
  text: ContractTemplateText;
}

/** The text of a template: title, term, commitments and body, in both languages side by side. */
export function TemplateFields(): ReactElement {
  const t = useText();
  const placeholders = contractPlaceholders.map((name) => `{${name}}`).join(', ');
  return (
    <>
      <Section title={t('contracts.edit.titles')}>
        <div className="contracts-pair">
          <TextField name="text.title.da" label={t('contracts.edit.title.da')} required />
          <TextField name="text.title.en" label={t('contracts.edit.title.en')} required />
          <NumberField
            name="text.termMonths"
            label={t('contracts.templates.term')}
            unit={t('contracts.edit.monthsUnit')}
            whole
            required
          />
          <NumberField
            name="text.responseDays"
            label={t('contracts.templates.response')}
            hint={t('contracts.edit.responseHint')}
            unit={t('contracts.edit.daysUnit')}
            whole
            required
          />
        </div>
      </Section>
      <Commitments of="mandatory" />
      <Commitments of="optional" />
      <Section title={t('contracts.edit.body')}>
        <p className="contracts-soft">{t('contracts.edit.bodyHint', { placeholders })}</p>
        <div className="contracts-pair">
          <TextAreaField
            name="text.body.da"
            label={t('contracts.edit.body.da')}
            rows={22}
            maxLength={20_000}
            required
          />
          <TextAreaField
            name="text.body.en"
            label={t('contracts.edit.body.en')}
            rows={22}
            maxLength={20_000}
            required
          />
        </div>
      </Section>
    </>
  );
}

function Commitments({ of }: { of: 'mandatory' | 'optional' }): ReactElement {
  const t = useText();
  const { control } = useFormContext<Values>();
  const { fields, append, remove } = useFieldArray({ control, name: `text.${of}` });
  const units = commitmentUnits.map((value) => ({ value, label: t(`contracts.edit.unit.${value}`) }));
  const add = (): void => {
    const fresh = { key: newKey(), text: { da: '', en: '' } };
    append((of === 'optional' ? { ...fresh, unit: 'places' } : fresh) as never);
  };
  return (
    <Section title={t(`contracts.edit.${of}`)}>
      <p className="contracts-soft">{t(`contracts.edit.${of}Help`)}</p>
      {fields.map((field, index) => {
        const number = index + 1;
        const name = `text.${of}.${String(index)}`;
        return (
          <div
            key={field.id}
            className={of === 'optional' ? 'contracts-commitment contracts-counted' : 'contracts-commitment'}
          >
            <TextField
              name={`${name}.text.da`}
              label={t('contracts.edit.commitment.da', { number })}
              required
            />
            <TextField
              name={`${name}.text.en`}
              label={t('contracts.edit.commitment.en', { number })}
              required
            />
            {of === 'optional' ? (
              <SelectField
                name={`${name}.unit`}
                label={t('contracts.edit.unit', { number })}
                options={units}
                required
              />
            ) : null}
            <Button
              kind="tertiary"
              onClick={() => {
                remove(index);
              }}
            >
              {t('contracts.edit.remove', { number })}
            </Button>
          </div>
        );
      })}
      <Button kind="secondary" onClick={add}>
        {t('contracts.edit.add')}
      </Button>
    </Section>
  );
}

/** A key of its own for a commitment the alliance adds; keys tie what was promised to what was said. */
function newKey(): string {
  return `own-${randomId().slice(0, 8)}`;
}

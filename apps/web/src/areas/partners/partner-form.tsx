import type { ReactElement } from 'react';
import { useController, useFormState } from 'react-hook-form';
import type { z } from 'zod';
import { organisationKinds, partnerInput } from '#libs/api-schema';
import type { memberList } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { DateField, Form, NumberField, SelectField, TextField } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { ContactFields } from './contact-fields.js';
import { canOwnPartners } from './contact-owners.js';

/** What the form holds. */
export type PartnerValues = z.input<typeof partnerInput>;

interface PartnerFormProps {
  values: PartnerValues;
  saveLabel?: string;
  onSave: (values: z.output<typeof partnerInput>) => Promise<{ id: string }>;
  onSaved: (answer: { id: string }) => void;
  onCancel: () => void;
}

/** All that can be edited of a partner. */
export function PartnerForm({
  values,
  saveLabel,
  onSave,
  onSaved,
  onCancel,
}: PartnerFormProps): ReactElement {
  const t = useText();
  return (
    <Form
      schema={partnerInput}
      defaultValues={values}
      onSave={onSave}
      onSaved={onSaved}
      onCancel={onCancel}
      {...(saveLabel === undefined ? {} : { saveLabel })}
    >
      <TextField name="name" label={t('partners.field.name')} required maxLength={200} />
      <SelectField
        name="kind"
        label={t('partners.field.kind')}
        required
        options={organisationKinds.map((value) => ({ value, label: t(`partners.kind.${value}`) }))}
      />
      <TextField name="cvr" label={t('partners.field.cvr')} inputMode="numeric" width="s" emptyAs={null} />
      <TextField name="sector" label={t('partners.field.sector')} maxLength={80} width="m" emptyAs={null} />
      <TextField
        name="industryCode"
        label={t('partners.field.industryCode')}
        maxLength={10}
        width="s"
        emptyAs={null}
      />
      <TextField name="address" label={t('partners.field.address')} maxLength={200} emptyAs={null} />
      <TextField
        name="postalCode"
        label={t('partners.field.postalCode')}
        inputMode="numeric"
        maxLength={4}
        width="s"
        emptyAs={null}
      />
      <TextField name="city" label={t('partners.field.city')} maxLength={80} width="m" emptyAs={null} />
      <TextField
        name="employees"
        label={t('partners.field.employees')}
        maxLength={20}
        width="s"
        emptyAs={null}
      />
      <YesNoField name="takesApprentices" label={t('partners.field.takesApprentices')} />
      <NumberField name="placementPlaces" label={t('partners.field.placementPlaces')} emptyAs={null} />
      <DateField name="joinedOn" label={t('partners.field.joinedOn')} emptyAs={null} />
      <ContactOwnerField />
      <ContactFields />
    </Form>
  );
}

/** One of the people whose role lets them look after partners, or whoever does already. */
function ContactOwnerField(): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const members = useApi<z.infer<typeof memberList>>('/api/v1/alliances/{allianceId}/members', {
    path: { allianceId: id },
  });
  const { defaultValues } = useFormState<PartnerValues>();
  const people = new Map(
    (members.data?.items ?? [])
      .filter((each) => canOwnPartners(each) || each.personId === defaultValues?.contactOwnerId)
      .map(({ personId, name }) => [personId, name]),
  );
  return (
    <SelectField
      // The list arrives after the form: a choice shows only once its option is there.
      key={members.isSuccess ? 'known' : 'awaited'}
      name="contactOwnerId"
      label={t('partners.contactOwner')}
      hint={t('partners.contactOwnerHint')}
      emptyAs={null}
      options={[...people].map(([value, label]) => ({ value, label }))}
    />
  );
}

/** Yes, no, or not known (null). */
function YesNoField({ name, label }: { name: string; label: string }): ReactElement {
  const t = useText();
  const { field } = useController({ name });
  const value: unknown = field.value;
  const choices = [
    { key: 'yes', value: true, label: t('kit.yes') },
    { key: 'no', value: false, label: t('kit.no') },
    { key: 'unknown', value: null, label: t('partners.unknown') },
  ];
  return (
    <fieldset className="field">
      <legend className="field-label">
        {label} <span className="field-optional">{t('kit.optional')}</span>
      </legend>
      {choices.map((choice) => (
        <div key={choice.key} className="choice">
          <input
            type="radio"
            id={`${name}-${choice.key}`}
            name={name}
            checked={(value ?? null) === choice.value}
            onChange={() => {
              field.onChange(choice.value);
            }}
          />
          <label htmlFor={`${name}-${choice.key}`}>{choice.label}</label>
        </div>
      ))}
    </fieldset>
  );
}

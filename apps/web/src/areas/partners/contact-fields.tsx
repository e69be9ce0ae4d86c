import type { ReactElement } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Button, TextField } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import type { PartnerValues } from './partner-form.js';

const most = 20;

/** The partner's contact persons; one of them receives contracts and enquiries. */
export function ContactFields(): ReactElement {
  const t = useText();
  const { fields, append, remove } = useFieldArray<PartnerValues, 'contacts', 'key'>({
    name: 'contacts',
    keyName: 'key',
  });
  return (
    <fieldset className="partners-contacts">
      <legend>{t('partners.contacts')}</legend>
      {fields.map((field, at) => (
        <ContactField
          key={field.key}
          at={at}
          onRemove={() => {
            remove(at);
          }}
        />
      ))}
      {fields.length < most ? (
        <Button
          kind="secondary"
          onClick={() => {
            append({ name: '', email: null, phone: null, isPrimary: fields.length === 0 });
          }}
        >
          {t('partners.addContact')}
        </Button>
      ) : null}
    </fieldset>
  );
}

function ContactField({ at, onRemove }: { at: number; onRemove: () => void }): ReactElement {
  const t = useText();
  const { getValues, setValue } = useFormContext<PartnerValues>();
  const contact = useWatch<PartnerValues, `contacts.${number}`>({ name: `contacts.${at}` });
  const title = contact?.name || t('partners.contactNumber', { number: at + 1 });
  const choose = (): void => {
    getValues('contacts')?.forEach((_, each) => {
      setValue(`contacts.${each}.isPrimary`, each === at, { shouldDirty: true });
    });
  };
  return (
    <div className="partners-contact-edit" role="group" aria-label={title}>
      <TextField
        name={`contacts.${String(at)}.name`}
        label={t('partners.field.name')}
        required
        maxLength={200}
      />
      <TextField
        name={`contacts.${String(at)}.email`}
        type="email"
        label={t('partners.field.email')}
        emptyAs={null}
      />
      <TextField
        name={`contacts.${String(at)}.phone`}
        type="tel"
        label={t('partners.field.phone')}
        width="m"
        emptyAs={null}
      />
      <div className="choice">
        <input
          type="radio"
          id={`primary-${String(at)}`}
          name="primary"
          checked={contact?.isPrimary === true}
          onChange={choose}
        />
        <label htmlFor={`primary-${String(at)}`}>{t('partners.primary')}</label>
      </div>
      <Button kind="tertiary" onClick={onRemove}>
        {t('partners.removeContact', { name: title })}
      </Button>
    </div>
  );
}

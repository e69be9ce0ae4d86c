import type { ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { addMember, allianceRoles } from '#libs/api-schema';
import type { partnerListItem } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Dialog, Form, LookupField, RadioField, SelectField, TextField, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { membersPath } from './members-path.js';

/** Lets a person take part: name, e-mail, role, and the organisation where the role needs one. */
export function AddPerson({ open, onClose }: { open: boolean; onClose: () => void }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const add = useSend<{ id: string }>('POST', membersPath, { freshens: [membersPath] });
  return (
    <Dialog open={open} title={t('settings.addPerson')} onClose={onClose}>
      <Form
        schema={addMember}
        defaultValues={{ role: 'member', locale: 'da' }}
        saveLabel={t('settings.addPerson')}
        onCancel={onClose}
        onSave={async (values) => {
          await add.mutateAsync({ path: { allianceId: id }, body: values });
          return values.name;
        }}
        onSaved={(name) => {
          toast({ text: t('settings.added', { name }) });
          onClose();
        }}
      >
        <TextField name="name" label={t('settings.name')} autoComplete="off" required />
        <TextField name="email" type="email" label={t('settings.email')} autoComplete="off" required />
        <RadioField
          name="role"
          label={t('settings.role')}
          required
          options={allianceRoles.map((role) => ({
            value: role,
            label: t(`settings.role.${role}`),
            hint: t(`settings.roleHint.${role}`),
          }))}
        />
        <OrganisationOfRole />
        <SelectField
          name="locale"
          label={t('settings.mailLanguage')}
          required
          options={[
            { value: 'da', label: t('settings.danish') },
            { value: 'en', label: t('settings.english') },
          ]}
        />
      </Form>
    </Dialog>
  );
}

function OrganisationOfRole(): ReactElement | null {
  const t = useText();
  const { id } = useAlliance();
  const role: unknown = useWatch({ name: 'role' });
  if (role !== 'partner' && role !== 'caseworker') return null;
  return (
    <LookupField<z.infer<typeof partnerListItem>>
      name="organisationId"
      label={t('settings.organisation')}
      hint={t('settings.organisationHint')}
      required
      path="/api/v1/alliances/{allianceId}/partners"
      params={{ allianceId: id }}
      optionOf={(partner) => ({ value: partner.id, label: partner.name, hint: partner.city ?? '' })}
      emptyAs={null}
    />
  );
}

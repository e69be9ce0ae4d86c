import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { allianceRoles, caseworkerKinds, invitationDays, invitePerson } from '#libs/api-schema';
import type { invited, partnerListItem } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Dialog, Form, LookupField, RadioField, SelectField, TextField, useToast } from '../../kit/index.js';
import { languageNames } from '../../language/language-names.js';
import { useText } from '../../language/use-text.js';
import { LinkOnce } from './link-once.js';
import { invitationsPath } from './people-paths.js';

interface InvitePersonProps {
  open: boolean;
  onClose: () => void;
}

/** Invites a person: name, e-mail, role, and the organisation where the role needs one; by mail or by a link. */
export function InvitePerson({ open, onClose }: InvitePersonProps): ReactElement {
  const t = useText();
  const toast = useToast();
  const [link, setLink] = useState<string | null>(null);
  const close = (): void => {
    setLink(null);
    onClose();
  };
  return (
    <Dialog open={open} title={link === null ? t('people.invite') : t('people.linkTitle')} onClose={close}>
      {link === null ? (
        <InviteForm
          onCancel={close}
          onInvited={(name, made) => {
            toast({ text: t('people.invited', { name }) });
            if (made === null) close();
            else setLink(made);
          }}
        />
      ) : (
        <LinkOnce link={link} onDone={close} />
      )}
    </Dialog>
  );
}

interface InviteFormProps {
  onCancel: () => void;
  onInvited: (name: string, link: string | null) => void;
}

function InviteForm({ onCancel, onInvited }: InviteFormProps): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const invite = useSend<z.infer<typeof invited>>('POST', invitationsPath, { freshens: [invitationsPath] });
  return (
    <Form
      schema={invitePerson}
      defaultValues={{ role: 'member', locale: 'da', by: 'mail' }}
      saveLabel={t('people.invite')}
      onCancel={onCancel}
      onSave={async (values) => {
        const { link } = await invite.mutateAsync({ path: { allianceId: id }, body: values });
        return { name: values.name, link };
      }}
      onSaved={({ name, link }) => {
        onInvited(name, link);
      }}
    >
      <TextField name="name" label={t('people.name')} autoComplete="off" required />
      <TextField name="email" type="email" label={t('people.email')} autoComplete="off" required />
      <RadioField
        name="role"
        label={t('people.role')}
        required
        options={allianceRoles.map((role) => ({
          value: role,
          label: t(`settings.role.${role}`),
          hint: t(`settings.roleHint.${role}`),
        }))}
      />
      <OrganisationOfRole />
      <RadioField
        name="by"
        label={t('people.by')}
        required
        options={(['mail', 'link'] as const).map((by) => ({
          value: by,
          label: t(`people.by.${by}`),
          hint: t(`people.byHint.${by}`, { days: invitationDays }),
        }))}
      />
      <SelectField
        name="locale"
        label={t('people.language')}
        required
        options={[
          { value: 'da', label: languageNames.da },
          { value: 'en', label: languageNames.en },
        ]}
      />
    </Form>
  );
}

/** What the chosen role asks for besides: an organisation, or groups afterwards. */
function OrganisationOfRole(): ReactElement | null {
  const t = useText();
  const { id, slug } = useAlliance();
  const role: unknown = useWatch({ name: 'role' });
  if (role === 'member')
    return (
      <p className="people-note">
        {t('people.groupsNext')} <Link to={`/a/${slug}/moeder/grupper`}>{t('people.groupsLink')}</Link>
      </p>
    );
  if (role !== 'partner' && role !== 'caseworker') return null;
  return (
    <LookupField<z.infer<typeof partnerListItem>>
      name="organisationId"
      label={t('people.organisation')}
      hint={t(role === 'caseworker' ? 'people.organisationHint.caseworker' : 'people.organisationHint')}
      required
      path="/api/v1/alliances/{allianceId}/partners"
      params={{ allianceId: id }}
      fixed={{ sort: 'match', ...(role === 'caseworker' ? { kind: caseworkerKinds.join(',') } : {}) }}
      optionOf={(partner) => ({ value: partner.id, label: partner.name, hint: partner.city ?? '' })}
      emptyAs={null}
    />
  );
}

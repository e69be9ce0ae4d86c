import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Loaded, Page, useRouteParams, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { PartnerForm } from './partner-form.js';
import type { PartnerValues } from './partner-form.js';
import type { Partner } from './partner-page.js';
import { phoneText } from './partner-words.js';
import { partnerPath } from './paths.js';
import { editRoute } from './routes.js';
import './partners.css';

/** A partner to be edited, on the version one has seen. */
export function EditPartnerPage(): ReactElement {
  const { partnerId } = useRouteParams(editRoute);
  const { id } = useAlliance();
  const query = useApi<Partner>(partnerPath, { path: { allianceId: id, partnerId } });
  return <Loaded query={query}>{(partner) => <EditPartner partner={partner} />}</Loaded>;
}

function EditPartner({ partner }: { partner: Partner }): ReactElement {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const { id, slug } = useAlliance();
  const list = `/a/${slug}/partnere`;
  const page = `${list}/${partner.id}`;
  const save = useSend<Partner>('PUT', partnerPath);
  return (
    <Page
      title={t('partners.editTitle', { name: partner.name })}
      narrow
      breadcrumbs={[
        { label: t('partners.title'), to: list },
        { label: partner.name, to: page },
      ]}
    >
      <PartnerForm
        values={valuesOf(partner)}
        onSave={(values) =>
          save.mutateAsync({
            path: { allianceId: id, partnerId: partner.id },
            body: values,
            version: partner.version,
          })
        }
        onSaved={() => {
          toast({ text: t('partners.saved', { name: partner.name }) });
          void navigate({ to: page });
        }}
        onCancel={() => void navigate({ to: page })}
      />
    </Page>
  );
}

function valuesOf(partner: Partner): PartnerValues {
  // What the page sends is what may be changed, whatever else the server says of a partner.
  const { id: _id, version: _version, people: _people, membership, ...values } = partner;
  return {
    ...values,
    contacts: partner.contacts.map((contact) => ({
      ...contact,
      phone: contact.phone === null ? null : phoneText(contact.phone),
    })),
    joinedOn: membership.joinedOn,
    contactOwnerId: membership.contactOwner?.id ?? null,
  };
}

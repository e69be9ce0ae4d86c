import type { ReactElement } from 'react';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { EmptyState, Loaded, Page, useRouteParams } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { Rights } from '../person-rights/rights.js';
import type { Partner } from './partner-page.js';
import { partnerPath } from './paths.js';
import { contactRightsRoute } from './routes.js';

/** What a contact person has a right to: to know what is kept and who has seen it, and to have it erased. */
export function ContactRightsPage(): ReactElement {
  const { partnerId, contactId } = useRouteParams(contactRightsRoute);
  const { id: allianceId } = useAlliance();
  const partner = useApi<Partner>(partnerPath, { path: { allianceId, partnerId } });
  return (
    <Loaded query={partner}>{(found) => <ContactRights partner={found} contactId={contactId} />}</Loaded>
  );
}

function ContactRights({ partner, contactId }: { partner: Partner; contactId: string }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const page = `/a/${slug}/partnere/${partner.id}`;
  const contact = partner.contacts.find(({ id }) => id === contactId);
  return (
    <Page
      title={contact === undefined ? t('rights.title') : t('personData.contactTitle', { name: contact.name })}
      lead={t('personData.contactLead')}
      breadcrumbs={[
        { label: t('partners.title'), to: `/a/${slug}/partnere` },
        { label: partner.name, to: page },
      ]}
    >
      {contact === undefined ? (
        <EmptyState title={t('personData.contactGone')}>{t('personData.contactGoneHelp')}</EmptyState>
      ) : (
        <Rights
          kind="contact-person"
          subjectId={contactId}
          fileName={t('personData.contactFile')}
          afterErasure={page}
        />
      )}
    </Page>
  );
}

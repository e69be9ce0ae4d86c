import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { partner as partnerSchema } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Button, ButtonLink, Facts, Loaded, Page, Section, useRouteParams } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { PartnerPromise } from '../enquiries/partner-promise.js';
import { ThingHistory } from '../history/thing-history.js';
import { ChangeMembership } from './change-membership.js';
import { MembershipState, phoneText } from './partner-words.js';
import { partnerPath } from './paths.js';
import { partnerRoute } from './routes.js';
import './partners.css';

/** A partner as the API tells it. */
export type Partner = z.infer<typeof partnerSchema>;

/** One partner: who it is, whom to talk to, and what has happened. */
export function PartnerPage(): ReactElement {
  const { partnerId } = useRouteParams(partnerRoute);
  const { id } = useAlliance();
  const query = useApi<Partner>(partnerPath, { path: { allianceId: id, partnerId } });
  return <Loaded query={query}>{(partner) => <PartnerShown partner={partner} />}</Loaded>;
}

function PartnerShown({ partner }: { partner: Partner }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const isSecretariat = useHasRole('secretariat');
  const [changing, setChanging] = useState(false);
  const actions = isSecretariat ? (
    <>
      <Button
        kind="secondary"
        onClick={() => {
          setChanging(true);
        }}
      >
        {t('partners.change')}
      </Button>
      <ButtonLink to={`/a/${slug}/partnere/${partner.id}/rediger`}>{t('partners.edit')}</ButtonLink>
    </>
  ) : null;
  return (
    <Page
      title={partner.name}
      breadcrumbs={[{ label: t('partners.title'), to: `/a/${slug}/partnere` }]}
      actions={actions}
    >
      <div className="partners-columns">
        <div>
          <About partner={partner} />
          <Membership partner={partner} />
        </div>
        <div>
          <Contacts partner={partner} />
          {isSecretariat ? <Contracts partner={partner} /> : null}
          <PartnerPromise partnerId={partner.id} />
        </div>
      </div>
      <ThingHistory kind="partner" id={partner.id} />
      <ChangeMembership
        partner={partner}
        open={changing}
        onClose={() => {
          setChanging(false);
        }}
      />
    </Page>
  );
}

function About({ partner }: { partner: Partner }): ReactElement {
  const t = useText();
  const formats = useFormats();
  const place = [partner.address, [partner.postalCode, partner.city].filter(Boolean).join(' ')].filter(
    Boolean,
  );
  return (
    <Section title={t('partners.about')}>
      <Facts
        rows={[
          [t('partners.field.kind'), t(`partners.kind.${partner.kind}`)],
          [t('partners.field.cvr'), partner.cvr],
          [t('partners.municipalityCode'), partner.municipalityCode],
          [t('partners.field.sector'), partner.sector],
          [t('partners.field.industryCode'), partner.industryCode],
          [t('partners.field.address'), place.join(', ')],
          [t('partners.field.employees'), partner.employees],
          [
            t('partners.field.takesApprentices'),
            partner.takesApprentices === null ? null : t(partner.takesApprentices ? 'kit.yes' : 'kit.no'),
          ],
          [
            t('partners.field.placementPlaces'),
            partner.placementPlaces === null ? null : formats.number(partner.placementPlaces),
          ],
        ]}
      />
    </Section>
  );
}

function Contacts({ partner }: { partner: Partner }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const isSecretariat = useHasRole('secretariat');
  const isOwn = !useHasRole('secretariat', 'caseworker', 'member');
  const { contactOwner } = partner.membership;
  return (
    <Section title={t('partners.contacts')}>
      {partner.contacts.length === 0 ? <p>{t('partners.noContacts')}</p> : null}
      <ul className="bare-list no-max-width">
        {partner.contacts.map((contact) => (
          <li key={contact.id} className="partners-contact">
            <strong>{contact.name}</strong>
            {contact.isPrimary ? <span className="partners-soft">{t('partners.primary')}</span> : null}
            {contact.email === null ? null : <a href={`mailto:${contact.email}`}>{contact.email}</a>}
            {contact.phone === null ? null : <a href={`tel:${contact.phone}`}>{phoneText(contact.phone)}</a>}
            {isSecretariat ? (
              <Link
                to={`/a/${slug}/partnere/${partner.id}/kontaktpersoner/${contact.id}`}
                aria-label={t('personData.contactOpenOf', { name: contact.name })}
              >
                {t('personData.contactOpen')}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      {contactOwner === null ? null : (
        <Facts
          rows={[
            [
              t(isOwn ? 'partners.contactOwner.ofPartner' : 'partners.contactOwner'),
              <a key="owner" href={`mailto:${contactOwner.email}`}>
                {contactOwner.name}
              </a>,
            ],
          ]}
        />
      )}
    </Section>
  );
}

function Contracts({ partner }: { partner: Partner }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  return (
    <Section title={t('contracts.title')}>
      <Link to={`/a/${slug}/kontrakter`} search={{ q: partner.name }}>
        {t('partners.contractsOf', { name: partner.name })}
      </Link>
    </Section>
  );
}

function Membership({ partner }: { partner: Partner }): ReactElement {
  const t = useText();
  const formats = useFormats();
  const { joinedOn, changes } = partner.membership;
  const steps = [
    { status: 'joined' as const, effectiveOn: joinedOn, reason: null, recordedBy: null },
    ...changes,
  ];
  return (
    <Section title={t('partners.membershipHistory')}>
      <ol className="bare-list no-max-width">
        {steps.toReversed().map((step, at) => (
          <li key={at} className="partners-step">
            <MembershipState status={step.status} />
            <span>{t('partners.since', { date: formats.date(step.effectiveOn) })}</span>
            {step.reason === null ? null : <span className="partners-soft">{step.reason}</span>}
            {step.recordedBy === null ? null : <span className="partners-soft">{step.recordedBy}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

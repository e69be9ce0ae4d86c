import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { EnquiryDetail, EnquiryPerson, ownPerson } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Button, Facts, Loaded, Page, Section, useRouteParams, useToast } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ThingLinks } from '../links/thing-links.js';
import { ThingHistory } from '../history/thing-history.js';
import { EraseForGood } from '../person-rights/erase-for-good.js';
import { personDataPaths } from '../person-rights/person-data-paths.js';
import { EnquiryActions } from './enquiry-actions.js';
import { enquiryPaths } from './enquiry-paths.js';
import { EnquiryStanding, Timing, useKept, useWaitingFor } from './enquiry-words.js';
import { enquiryRoute } from './routes.js';
import './enquiries.css';

type Step = EnquiryDetail['steps'][number];
type OwnPerson = z.output<typeof ownPerson>;

/** One chain: where it stands, what can be done, and all that happened. */
export function EnquiryPage(): ReactElement {
  const { enquiryId } = useRouteParams(enquiryRoute);
  const { id: allianceId } = useAlliance();
  const enquiry = useApi<EnquiryDetail>(enquiryPaths.one, { path: { allianceId, enquiryId } });
  return <Loaded query={enquiry}>{(found) => <Enquiry enquiry={found} />}</Loaded>;
}

function Enquiry({ enquiry }: { enquiry: EnquiryDetail }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { slug } = useAlliance();
  const kept = useKept();
  const waitingFor = useWaitingFor();
  const seesLinks = useHasRole('secretariat', 'caseworker');
  const instant = (value: string | null) => (value === null ? null : f.dateTime(value));
  return (
    <Page
      title={t('enquiries.detailTitle', { partner: enquiry.partner.name })}
      breadcrumbs={[{ label: t('enquiries.title'), to: `/a/${slug}/henvendelser` }]}
    >
      <Facts
        rows={[
          [t('enquiries.state'), <EnquiryStanding key="state" state={enquiry.state} />],
          [t('enquiries.waitingFor'), waitingFor(enquiry)],
          [t('enquiries.timing'), enquiry.timing === 'ended' ? null : <Timing key="timing" row={enquiry} />],
          [t('enquiries.received'), instant(enquiry.receivedAt)],
          [t('enquiries.due'), f.date(new Date(Date.parse(enquiry.responseDueAt) - 1))],
          [t('enquiries.answered'), instant(enquiry.answeredAt)],
          [t('enquiries.ended'), instant(enquiry.endedAt)],
          [t('enquiries.kept'), kept(enquiry)],
          [t('enquiries.channel'), t(`enquiries.channel.${enquiry.channel}`)],
        ]}
      />
      <EnquiryActions enquiry={enquiry} />
      <Section title={t('enquiries.person')}>
        {enquiry.mayReadPerson ? <Person enquiryId={enquiry.id} /> : <WhyHidden enquiry={enquiry} />}
      </Section>
      <EraseUnseen enquiry={enquiry} />
      <Timeline steps={enquiry.steps} />
      {seesLinks ? <ThingLinks kind="enquiry" id={enquiry.id} /> : null}
      <PublicAddress partner={enquiry.partner} />
      <ThingHistory kind="enquiry" id={enquiry.id} />
    </Page>
  );
}

/** Why nothing is shown of the young person: erased, withdrawn, or not the reader's to see. */
function WhyHidden({ enquiry }: { enquiry: EnquiryDetail }): ReactElement {
  const t = useText();
  const f = useFormats();
  const isPartner = useHasRole('partner');
  const { personErasedAt: erased, state } = enquiry;
  if (erased !== null)
    return (
      <>
        <p>{t('enquiries.personErased', { date: f.date(erased) })}</p>
        {enquiry.may.includes('withdraw') ? <p>{t('enquiries.personErasedOpen')}</p> : null}
      </>
    );
  if (isPartner && state === 'withdrawn') return <p>{t('enquiries.personWithdrawn')}</p>;
  return <p>{t('enquiries.personHidden')}</p>;
}

/** A young person who came alone has no caseworker: the secretariat erases for them, without seeing what. */
function EraseUnseen({ enquiry }: { enquiry: EnquiryDetail }): ReactElement | null {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const queries = useQueryClient();
  const isSecretariat = useHasRole('secretariat');
  if (!isSecretariat || enquiry.channel !== 'direct' || enquiry.personErasedAt !== null) return null;
  return (
    <EraseForGood
      title={t('enquiries.eraseUnseen')}
      lead={t('enquiries.eraseUnseenLead')}
      label={t('rights.eraseNow')}
      path={personDataPaths.erasure}
      values={{ allianceId, subjectKind: 'enquiry', subjectId: enquiry.id }}
      onErased={() => {
        toast({ text: t('rights.erased') });
        void queries.invalidateQueries({ queryKey: ['api', enquiryPaths.one] });
      }}
    />
  );
}

/** Shown only when asked for: each viewing is logged. */
function Person({ enquiryId }: { enquiryId: string }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { id: allianceId, slug } = useAlliance();
  const [asked, setAsked] = useState(false);
  const person = useApi<EnquiryPerson>(enquiryPaths.person, {
    path: { allianceId, enquiryId },
    enabled: asked,
  });
  const ownFacts = (own: Pick<OwnPerson, 'participantId' | 'consent'>): [string, ReactNode][] => [
    [
      t('enquiries.consentGiven'),
      t('enquiries.consentGivenAt', {
        date: f.dateTime(own.consent.givenAt),
        version: own.consent.textVersion,
      }),
    ],
    [
      t('enquiries.participant'),
      own.participantId === null ? null : (
        <Link key="participant" to={`/a/${slug}/unge/${own.participantId}`}>
          {t('enquiries.participantOpen')}
        </Link>
      ),
    ],
  ];
  if (!asked)
    return (
      <>
        <p>{t('enquiries.personHelp')}</p>
        <Button
          kind="secondary"
          onClick={() => {
            setAsked(true);
          }}
        >
          {t('enquiries.personShow')}
        </Button>
      </>
    );
  return (
    <Loaded query={person}>
      {({ firstName, ageBand, wish, contact, ...own }) => (
        <>
          <Facts
            rows={[
              [t('enquiries.firstName'), firstName],
              [t('enquiries.ageBand'), t(`participants.age.${ageBand}`)],
              [
                t('enquiries.wish'),
                <span key="wish" className="enquiries-wish">
                  {wish}
                </span>,
              ],
              [t('enquiries.contact'), contact.address ?? t(`enquiries.contact.${contact.channel}`)],
              ...('consent' in own ? ownFacts(own) : []),
            ]}
          />
          {'consent' in own ? (
            <p>
              <Link to={`/a/${slug}/henvendelser/${enquiryId}/indsigt`}>{t('rights.open')}</Link>
            </p>
          ) : null}
        </>
      )}
    </Loaded>
  );
}

function Timeline({ steps }: { steps: readonly Step[] }): ReactElement {
  const t = useText();
  const f = useFormats();
  return (
    <Section title={t('enquiries.timeline')}>
      <ol className="enquiries-timeline bare-list">
        {steps.map((step) => (
          <li key={step.id}>
            <time dateTime={step.happenedAt}>{f.dateTime(step.happenedAt)}</time>
            <StepText step={step} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function StepText({ step }: { step: Step }): ReactElement {
  const t = useText();
  const f = useFormats();
  const byYoung = step.by === 'young-person';
  const values = {
    by: byYoung ? t('enquiries.youngPerson') : step.by,
    to: step.to ?? '',
    place: step.place ?? '',
  };
  return (
    <div>
      <p>
        {step.kind === 'received' && byYoung
          ? t('enquiries.step.receivedFromYoung', values)
          : t(`enquiries.step.${step.kind}`, values)}
      </p>
      {step.startsOn === null ? null : <p>{t('enquiries.step.start', { date: f.date(step.startsOn) })}</p>}
      {step.contact === null ? null : <p>{t('enquiries.step.contact', { contact: step.contact })}</p>}
      {step.note === null ? null : <p className="enquiries-wish">{step.note}</p>}
    </div>
  );
}

function PublicAddress({ partner }: { partner: EnquiryDetail['partner'] }): ReactElement | null {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const address = useApi<{ url: string }>(enquiryPaths.address, {
    path: { allianceId, partnerId: partner.id },
  });
  if (!address.data) return null;
  return (
    <Section title={t('enquiries.address')}>
      <p>{t('enquiries.addressHelp', { partner: partner.name })}</p>
      <p>
        <a className="enquiries-address" href={address.data.url}>
          {address.data.url}
        </a>
      </p>
    </Section>
  );
}

import type { ReactElement } from 'react';
import type { ParticipantDetail, ParticipantFacts } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { ButtonLink, Facts, Loaded, Notice, Page, Section, useRouteParams } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ThingHistory } from '../history/thing-history.js';
import { ConsentHistory } from './consent-history.js';
import { CprSection } from './cpr-section.js';
import { DestinationSpells } from './destination-spells.js';
import { participantPaths } from './participant-paths.js';
import { participantRoute } from './routes.js';
import { YearlyStatus } from './yearly-status.js';
import './participants.css';

/** One young person: destinations first, then their own words and the consents. */
export function ParticipantPage(): ReactElement {
  const { participantId } = useRouteParams(participantRoute);
  const { id: allianceId } = useAlliance();
  const participant = useApi<ParticipantDetail>(participantPaths.one, {
    path: { allianceId, participantId },
  });
  return <Loaded query={participant}>{(found) => <Participant participant={found} />}</Loaded>;
}

function Participant({ participant }: { participant: ParticipantDetail }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const { facts } = participant;
  const list = `/a/${slug}/unge`;
  const mayRecord = participant.consent.standing === 'in-force';
  return (
    <Page
      title={participant.pseudonym}
      breadcrumbs={[{ label: t('participants.title'), to: list }]}
      actions={
        <>
          {mayRecord ? (
            <>
              <ButtonLink to={`${list}/registrer?ung=${participant.id}`}>{t('participants.log')}</ButtonLink>
              <ButtonLink kind="secondary" to={`${list}/${participant.id}/ret`}>
                {t('participants.edit')}
              </ButtonLink>
            </>
          ) : (
            <ButtonLink to={`${list}/${participant.id}/samtykke`}>{t('participants.consentNew')}</ButtonLink>
          )}
          <ButtonLink kind="secondary" to={`${list}/${participant.id}/indsigt`}>
            {t('rights.open')}
          </ButtonLink>
        </>
      }
    >
      <ConsentNotice consent={participant.consent} />
      {facts === null ? null : (
        <>
          <Known facts={facts} />
          <DestinationSpells participant={participant} />
          <YearlyStatus participant={participant} />
          <Wish facts={facts} />
        </>
      )}
      <ConsentHistory participant={participant} />
      {facts === null ? null : <CprSection participant={participant} />}
      <ThingHistory kind="participant" id={participant.id} />
    </Page>
  );
}

/** Says what a consent that is over means: nothing more is written; withdrawn, what is written is hidden. */
function ConsentNotice({ consent }: Pick<ParticipantDetail, 'consent'>): ReactElement | null {
  const t = useText();
  const f = useFormats();
  if (consent.standing === 'in-force') return null;
  const date = f.date(consent.endsOn);
  return (
    <Notice kind="warning">
      <p>
        {consent.standing === 'expired'
          ? t('participants.consentExpired', { date })
          : t('participants.consentWithdrawnNotice', { date })}
      </p>
    </Notice>
  );
}

function Known({ facts }: { facts: ParticipantFacts }): ReactElement {
  const t = useText();
  return (
    <Facts
      rows={[
        [t('participants.ageBand'), t(`participants.age.${facts.ageBand}`)],
        [t('participants.sex'), facts.sex ? t(`participants.sex.${facts.sex}`) : null],
        [t('participants.district'), facts.district],
        [t('participants.school'), facts.school],
      ]}
    />
  );
}

function Wish({ facts }: { facts: ParticipantFacts }): ReactElement {
  const t = useText();
  const { outlook, insight, skills } = facts;
  return (
    <Section title={t('participants.wish')}>
      {outlook || insight || skills ? (
        <Facts
          rows={[
            [t('participants.outlook'), outlook],
            [t('participants.insight'), insight],
            [t('participants.skills'), skills],
          ]}
        />
      ) : (
        <p>{t('participants.noWish')}</p>
      )}
    </Section>
  );
}

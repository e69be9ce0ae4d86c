import type { ReactElement } from 'react';
import type { MeetingDetailView } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { ButtonLink, Facts, Loaded, Page, Section } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { ThingHistory } from '../history/thing-history.js';
import { ActionLines } from './action-parts.js';
import { Agenda } from './agenda.js';
import { MeetingStatus, useMeetingTime } from './meeting-texts.js';
import { meetingPaths } from './paths.js';
import { useMarkAction } from './use-mark-action.js';
import { useMeetingId } from './use-meeting-id.js';
import './meetings.css';

/** One meeting: when, where, what about, and what the group still owes itself. */
export function MeetingPage(): ReactElement {
  const t = useText();
  const meetingId = useMeetingId();
  const { id: allianceId, slug } = useAlliance();
  const meeting = useApi<MeetingDetailView>(meetingPaths.meeting, { path: { allianceId, meetingId } });
  return (
    <Loaded query={meeting}>
      {(known) => (
        <Page
          title={known.title}
          breadcrumbs={[{ label: t('meetings.title'), to: `/a/${slug}/moeder` }]}
          actions={<MeetingLinks meeting={known} />}
        >
          <MeetingFacts meeting={known} />
          <Agenda meeting={known} />
          <Carried meeting={known} />
          <ThingHistory kind="meeting" id={known.id} />
        </Page>
      )}
    </Loaded>
  );
}

function MeetingLinks({ meeting: { id, state, you } }: { meeting: MeetingDetailView }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const base = `/a/${slug}/moeder/${id}`;
  const isOver = state === 'closed' || state === 'minutes-approved';
  return (
    <>
      {isOver ? null : <ButtonLink to={`${base}/lokale`}>{t('meetings.toRoom')}</ButtonLink>}
      {state === 'planned' ? null : (
        <ButtonLink kind={isOver ? 'primary' : 'secondary'} to={`${base}/referat`}>
          {t('meetings.toMinutes')}
        </ButtonLink>
      )}
      {you.chair && !isOver ? (
        <ButtonLink kind="secondary" to={`${base}/ret`}>
          {t('meetings.editShort')}
        </ButtonLink>
      ) : null}
    </>
  );
}

function MeetingFacts({ meeting }: { meeting: MeetingDetailView }): ReactElement {
  const t = useText();
  const time = useMeetingTime();
  const { group, place, link, chair, state } = meeting;
  return (
    <Facts
      rows={[
        [t('meetings.stateLabel'), <MeetingStatus key="state" state={state} />],
        [t('meetings.when'), time(meeting)],
        [t('meetings.place'), place],
        [
          t('meetings.link'),
          link === '' ? null : (
            <a key="link" href={link} target="_blank" rel="noreferrer">
              {t('meetings.joinVideo')}
            </a>
          ),
        ],
        [t('meetings.group'), `${group.name}: ${group.members.map(({ name }) => name).join(', ')}`],
        [t('meetings.chair'), chair?.name ?? t('meetings.chairSecretariat')],
      ]}
    />
  );
}

function Carried({ meeting: { carriedActions } }: { meeting: MeetingDetailView }): ReactElement {
  const t = useText();
  const mark = useMarkAction();
  return (
    <Section title={t('meetings.carried')}>
      {carriedActions.length === 0 ? (
        <p className="meetings-soft">{t('meetings.carriedNone')}</p>
      ) : (
        <ActionLines actions={carriedActions} onMark={mark} />
      )}
    </Section>
  );
}

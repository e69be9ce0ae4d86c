import type { ReactElement } from 'react';
import type { MeetingMinutesView } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import {
  Button,
  ConfirmButton,
  Facts,
  Loaded,
  Notice,
  Page,
  problemText,
  useToast,
} from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ActionLines } from './action-parts.js';
import { MeetingStatus } from './meeting-texts.js';
import { MinutesItem } from './minutes-item.js';
import { meetingPaths } from './paths.js';
import { useMeetingId } from './use-meeting-id.js';
import './meetings.css';

/** Who was there, what was noted, decided and promised; to read, approve and print. */
export function MinutesPage(): ReactElement {
  const t = useText();
  const meetingId = useMeetingId();
  const { id: allianceId, slug } = useAlliance();
  const minutes = useApi<MeetingMinutesView>(meetingPaths.minutes, { path: { allianceId, meetingId } });
  return (
    <Loaded query={minutes}>
      {(known) => (
        <Page
          title={`${t('meetings.minutes')}: ${known.title}`}
          narrow
          breadcrumbs={[
            { label: t('meetings.title'), to: `/a/${slug}/moeder` },
            { label: known.title, to: `/a/${slug}/moeder/${meetingId}` },
          ]}
          actions={<MinutesActions minutes={known} />}
        >
          <Standing minutes={known} />
          <Attendance minutes={known} />
          {known.items.map((item) => (
            <MinutesItem key={item.id} item={item} />
          ))}
          {known.otherActions.length > 0 ? (
            <section className="meetings-minutes-item">
              <h2>{t('meetings.otherActions')}</h2>
              <ActionLines actions={known.otherActions} onMark={null} />
            </section>
          ) : null}
        </Page>
      )}
    </Loaded>
  );
}

function MinutesActions({ minutes }: { minutes: MeetingMinutesView }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const path = { allianceId, meetingId: minutes.meetingId };
  const approve = useSend('POST', meetingPaths.approve);
  const reopen = useSend('POST', meetingPaths.reopen);
  return (
    <>
      {minutes.canApprove ? (
        <ConfirmButton
          label={t('meetings.minutesApprove')}
          title={t('meetings.minutesApproveTitle')}
          kind="primary"
          onConfirm={() => approve.mutateAsync({ path, body: {} })}
        >
          <p>{t('meetings.minutesApproveText')}</p>
        </ConfirmButton>
      ) : null}
      <Button
        kind="secondary"
        onClick={() => {
          window.print();
        }}
      >
        {t('meetings.minutesPrint')}
      </Button>
      {minutes.canReopen ? (
        <Button
          kind="tertiary"
          busy={reopen.isPending}
          onClick={() => {
            reopen.mutateAsync({ path, body: {} }).catch((error: unknown) => {
              toast({ text: problemText(error, t) });
            });
          }}
        >
          {t('meetings.reopen')}
        </Button>
      ) : null}
    </>
  );
}

function Standing({ minutes }: { minutes: MeetingMinutesView }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { state, approvedAt, approvedByName } = minutes;
  if (state === 'minutes-approved')
    return (
      <Notice kind="success">
        <p>
          {t('meetings.minutesApproved', {
            name: approvedByName ?? '',
            when: approvedAt === null ? '' : f.dateTime(approvedAt),
          })}
        </p>
      </Notice>
    );
  const text =
    state === 'planned'
      ? 'meetings.minutesNotYet'
      : state === 'open'
        ? 'meetings.minutesDraft'
        : 'meetings.minutesWaiting';
  return (
    <Notice>
      <p>{t(text)}</p>
    </Notice>
  );
}

function Attendance({ minutes }: { minutes: MeetingMinutesView }): ReactElement {
  const t = useText();
  const f = useFormats();
  const names = (people: readonly { name: string }[]): string =>
    people.length === 0 ? t('meetings.nobody') : people.map(({ name }) => name).join(', ');
  const { attendance, absent, openedAt, closedAt, startsAt, endsAt } = minutes;
  const guests = attendance.filter((one) => !one.voice);
  return (
    <Facts
      rows={[
        [t('meetings.group'), minutes.groupName],
        [
          t(openedAt === null ? 'meetings.when' : 'meetings.held'),
          `${f.dateTime(openedAt ?? startsAt)}–${f.time(closedAt ?? endsAt)}`,
        ],
        [t('meetings.place'), minutes.place],
        [t('meetings.chair'), minutes.chairName ?? t('meetings.chairSecretariat')],
        [t('meetings.stateLabel'), <MeetingStatus key="state" state={minutes.state} />],
        [t('meetings.present'), names(attendance.filter((one) => one.voice))],
        [t('meetings.presentGuests'), guests.length === 0 ? null : names(guests)],
        [t('meetings.absent'), names(absent)],
      ]}
    />
  );
}

import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { invitationLink, invitationList, InvitationState } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import {
  Button,
  ConfirmButton,
  Dialog,
  EmptyState,
  Loaded,
  ProblemNotice,
  Section,
  Status,
  Table,
  useToast,
} from '../../kit/index.js';
import type { Column, StatusTone } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { LinkOnce } from './link-once.js';
import { invitationsPath } from './people-paths.js';

type List = z.infer<typeof invitationList>;
type Invitation = List['items'][number];

const tones: Readonly<Record<InvitationState, StatusTone>> = {
  open: 'waiting',
  expired: 'attention',
  accepted: 'good',
  withdrawn: 'ended',
};
const mailStates = ['pending', 'sending', 'sent', 'uncertain', 'failed', 'on_screen', 'dropped'] as const;

/** Who has been invited, what became of it, and what can still be done about it. */
export function InvitationList(): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const query = useApi<List>(invitationsPath, { path: { allianceId: id } });
  return (
    <Section title={t('people.invitations')}>
      <Loaded query={query}>{({ items }) => <Invitations items={items} />}</Loaded>
    </Section>
  );
}

function Invitations({ items }: { items: readonly Invitation[] }): ReactElement {
  const t = useText();
  const columns: Column<Invitation>[] = [
    { key: 'name', header: t('people.name'), isName: true, cell: ({ name }) => name },
    { key: 'email', header: t('people.email'), cell: ({ email }) => email },
    { key: 'role', header: t('people.role'), cell: ({ role }) => t(`settings.role.${role}`) },
    { key: 'organisation', header: t('people.organisation'), cell: (one) => one.organisationName ?? '–' },
    { key: 'state', header: t('people.answer'), cell: (one) => <State invitation={one} /> },
    { key: 'how', header: t('people.how'), cell: (one) => <How invitation={one} /> },
    {
      key: 'actions',
      header: t('people.actions'),
      align: 'end',
      isActions: true,
      cell: (one) =>
        one.state === 'open' || one.state === 'expired' ? <InvitationActions invitation={one} /> : null,
    },
  ];
  if (items.length === 0)
    return <EmptyState title={t('people.invitationsNone')}>{t('people.invitationsHelp')}</EmptyState>;
  return <Table name={t('people.invitations')} columns={columns} rows={items} rowKey={({ id }) => id} />;
}

function State({ invitation }: { invitation: Invitation }): ReactElement {
  const t = useText();
  const formats = useFormats();
  const { state, expiresAt, acceptedAt, acceptedBy, acceptedOn } = invitation;
  return (
    <div>
      <Status tone={tones[state]}>{t(`people.invitation.${state}`)}</Status>
      {state === 'open' ? (
        <div className="people-note">{t('people.until', { date: formats.dateTime(expiresAt) })}</div>
      ) : null}
      {acceptedAt !== null ? (
        <div className="people-note">
          {t('people.acceptedBy', { name: acceptedBy ?? '–', date: formats.date(acceptedAt) })}
          {acceptedOn === null ? null : <> {t('people.acceptedOn', { email: acceptedOn })}</>}
        </div>
      ) : null}
    </div>
  );
}

function How({ invitation }: { invitation: Invitation }): ReactElement {
  const t = useText();
  const { mails, mailState, hasLink } = invitation;
  const known = mailStates.find((state) => state === mailState);
  return (
    <div>
      {mails > 0 ? <div>{t('people.howMail', { count: mails })}</div> : null}
      {mails > 0 && known !== undefined ? (
        <div className="people-note">{t(`people.mail.${known}`)}</div>
      ) : null}
      {hasLink ? <div>{t('people.howLink')}</div> : null}
    </div>
  );
}

function InvitationActions({ invitation }: { invitation: Invitation }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const { name } = invitation;
  const [link, setLink] = useState<string | null>(null);
  const freshens = [invitationsPath] as const;
  const path = { allianceId: id, invitationId: invitation.id };
  const base = '/api/v1/alliances/{allianceId}/invitations/{invitationId}';
  const resend = useSend('POST', `${base}/resend`, {
    freshens,
    onDone: () => {
      toast({ text: t('people.resent', { name }) });
    },
  });
  const renew = useSend<z.infer<typeof invitationLink>>('POST', `${base}/links`, {
    freshens,
    onDone: (made) => {
      setLink(made.link);
    },
  });
  const withdraw = useSend('DELETE', base, {
    freshens,
    onDone: () => {
      toast({ text: t('people.withdrawn') });
    },
  });
  const failed = resend.error ?? renew.error;
  return (
    <div className="people-actions">
      <Button
        kind="tertiary"
        busy={resend.isPending}
        onClick={() => {
          resend.mutate({ path });
        }}
      >
        {t('people.resend')}
      </Button>
      <Button
        kind="tertiary"
        busy={renew.isPending}
        onClick={() => {
          renew.mutate({ path });
        }}
      >
        {t('people.newLink')}
      </Button>
      <ConfirmButton
        kind="tertiary"
        label={t('people.withdraw')}
        title={t('people.withdrawTitle', { name })}
        onConfirm={() => withdraw.mutateAsync({ path })}
      >
        <p>{t('people.withdrawText', { name })}</p>
      </ConfirmButton>
      {failed ? <ProblemNotice error={failed} /> : null}
      <Dialog
        open={link !== null}
        title={t('people.linkTitle')}
        onClose={() => {
          setLink(null);
        }}
      >
        <LinkOnce
          link={link ?? ''}
          onDone={() => {
            setLink(null);
          }}
        />
      </Dialog>
    </div>
  );
}

import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { memberList } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Button, EmptyState, Loaded, Section, Status, Table } from '../../kit/index.js';
import type { Column } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { InvitationList } from './invitation-list.js';
import { InvitePerson } from './invite-person.js';
import { MemberActions } from './member-actions.js';
import { membersPath } from './people-paths.js';
import './settings.css';

type MemberList = z.infer<typeof memberList>;
/** A person's role in the alliance, as the page shows it. */
export type Member = MemberList['items'][number];

/** Who takes part in the alliance and as what, and who is invited; the secretariat invites, pauses and removes. */
export function PeopleSettings(): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const [inviting, setInviting] = useState(false);
  const query = useApi<MemberList>(membersPath, { path: { allianceId: id } });
  return (
    <>
      <p className="settings-actions">
        <Button
          onClick={() => {
            setInviting(true);
          }}
        >
          {t('people.invite')}
        </Button>
      </p>
      <Section title={t('people.members')}>
        <Loaded query={query}>{({ items }) => <People people={items} />}</Loaded>
      </Section>
      <InvitationList />
      <InvitePerson
        open={inviting}
        onClose={() => {
          setInviting(false);
        }}
      />
    </>
  );
}

function People({ people }: { people: readonly Member[] }): ReactElement {
  const t = useText();
  const columns: Column<Member>[] = [
    {
      key: 'name',
      header: t('people.name'),
      isName: true,
      cell: ({ name, email }) => (
        <>
          {name}
          <span className="people-email">{email}</span>
        </>
      ),
    },
    { key: 'role', header: t('people.role'), cell: ({ role }) => t(`settings.role.${role}`) },
    {
      key: 'organisation',
      header: t('people.organisation'),
      cell: (member) => member.organisationName ?? '–',
    },
    { key: 'state', header: t('people.state'), cell: (member) => <AccessState member={member} /> },
    {
      key: 'partners',
      header: t('people.partners'),
      cell: (member) =>
        member.ownedPartners === 0 || !isFirstRoleOf(member, people)
          ? '–'
          : t('people.partnerCount', { count: member.ownedPartners }),
    },
    {
      key: 'actions',
      header: t('people.actions'),
      align: 'end',
      isActions: true,
      cell: (member) => (
        <MemberActions member={member} people={people} isFirst={isFirstRoleOf(member, people)} />
      ),
    },
  ];
  if (people.length === 0) return <EmptyState title={t('people.none')} />;
  return <Table name={t('people.members')} columns={columns} rows={people} rowKey={({ id }) => id} />;
}

/** Partners belong to the person, not to each of their roles: they are told of once. */
function isFirstRoleOf(member: Member, people: readonly Member[]): boolean {
  return people.find(({ personId }) => personId === member.personId)?.id === member.id;
}

function AccessState({ member }: { member: Member }): ReactElement {
  const t = useText();
  if (member.isDeactivated) return <Status tone="bad">{t('people.deactivated')}</Status>;
  if (member.pausedBecause !== null)
    return <Status tone="waiting">{t(`people.paused.${member.pausedBecause}`)}</Status>;
  return <Status tone="good">{t('people.active')}</Status>;
}

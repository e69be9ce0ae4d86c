import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { memberList } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, ConfirmButton, EmptyState, Loaded, Table, useToast } from '../../kit/index.js';
import type { Column } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { AddPerson } from './add-person.js';
import { membersPath } from './members-path.js';
import './settings.css';

type MemberList = z.infer<typeof memberList>;
type Member = MemberList['items'][number];

/** Who takes part in the alliance and as what; the secretariat adds and removes. */
export function PeopleSettings(): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const [adding, setAdding] = useState(false);
  const query = useApi<MemberList>(membersPath, { path: { allianceId: id } });
  return (
    <>
      <p className="settings-actions">
        <Button
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('settings.addPerson')}
        </Button>
      </p>
      <Loaded query={query}>{({ items }) => <People people={items} />}</Loaded>
      <AddPerson
        open={adding}
        onClose={() => {
          setAdding(false);
        }}
      />
    </>
  );
}

function People({ people }: { people: readonly Member[] }): ReactElement {
  const t = useText();
  const columns: Column<Member>[] = [
    { key: 'name', header: t('settings.name'), isName: true, cell: ({ name }) => name },
    { key: 'email', header: t('settings.email'), cell: ({ email }) => email },
    { key: 'role', header: t('settings.role'), cell: ({ role }) => t(`settings.role.${role}`) },
    {
      key: 'organisation',
      header: t('settings.organisation'),
      cell: (member) => member.organisationName ?? '–',
    },
    {
      key: 'end',
      header: t('settings.end'),
      align: 'end',
      isActions: true,
      cell: (member) => <EndAccess member={member} />,
    },
  ];
  if (people.length === 0) return <EmptyState title={t('settings.peopleNone')} />;
  return <Table name={t('settings.people')} columns={columns} rows={people} rowKey={({ id }) => id} />;
}

function EndAccess({ member }: { member: Member }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const { name, role } = member;
  const end = useSend('DELETE', '/api/v1/alliances/{allianceId}/members/{memberId}', {
    freshens: [membersPath],
    onDone: () => {
      toast({ text: t('settings.ended') });
    },
  });
  return (
    <ConfirmButton
      kind="tertiary"
      label={t('settings.end')}
      title={t('settings.endTitle', { name })}
      onConfirm={() => end.mutateAsync({ path: { allianceId: id, memberId: member.id } })}
    >
      <p>{t('settings.endText', { name, role: t(`settings.role.${role}`) })}</p>
    </ConfirmButton>
  );
}

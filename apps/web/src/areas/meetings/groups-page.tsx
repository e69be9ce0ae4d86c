import { useState } from 'react';
import type { ReactElement } from 'react';
import type { MeetingGroupView, RoomPerson } from '#libs/api-schema';
import { createMeetingGroup, meetingGroupKinds } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import {
  Button,
  CheckboxGroupField,
  Dialog,
  EmptyState,
  Form,
  Loaded,
  Page,
  RadioField,
  Table,
  TextField,
} from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { ThingHistory } from '../history/thing-history.js';
import { meetingPaths } from './paths.js';
import './meetings.css';

/** The groups that meet, and who is in them. */
export function GroupsPage(): ReactElement {
  const t = useText();
  const { id, slug } = useAlliance();
  const edits = useHasRole('secretariat');
  const [edited, setEdited] = useState<MeetingGroupView | 'new' | null>(null);
  const groups = useApi<{ items: MeetingGroupView[] }>(meetingPaths.groups, { path: { allianceId: id } });
  const people = useApi<{ items: RoomPerson[] }>(meetingPaths.people, { path: { allianceId: id } });
  const close = (): void => {
    setEdited(null);
  };
  const add = (
    <Button
      onClick={() => {
        setEdited('new');
      }}
    >
      {t('meetings.groupAdd')}
    </Button>
  );
  return (
    <Page
      title={t('meetings.groups')}
      breadcrumbs={[{ label: t('meetings.title'), to: `/a/${slug}/moeder` }]}
      lead={t('meetings.groupMembersHint')}
      actions={edits && (groups.data?.items.length ?? 0) > 0 ? add : null}
    >
      <Loaded query={groups}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('meetings.groupsEmpty')} action={edits ? add : null}>
              {t('meetings.groupsEmptyHelp')}
            </EmptyState>
          ) : (
            <GroupTable groups={items} onEdit={edits ? setEdited : null} />
          )
        }
      </Loaded>
      <Dialog
        open={edited !== null}
        title={edited === 'new' ? t('meetings.groupAdd') : (edited?.name ?? '')}
        onClose={close}
      >
        <Loaded query={people}>
          {({ items }) => (
            <GroupForm group={edited === 'new' ? null : edited} people={items} onClose={close} />
          )}
        </Loaded>
        {edited === null || edited === 'new' ? null : <ThingHistory kind="meeting-group" id={edited.id} />}
      </Dialog>
    </Page>
  );
}

interface TableProps {
  groups: readonly MeetingGroupView[];
  onEdit: ((group: MeetingGroupView) => void) | null;
}

function GroupTable({ groups, onEdit }: TableProps): ReactElement {
  const t = useText();
  const names = ({ members }: MeetingGroupView): string =>
    members.length === 0 ? t('meetings.groupNobody') : members.map(({ name }) => name).join(', ');
  return (
    <Table
      name={t('meetings.groups')}
      rows={groups}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('meetings.groupName'),
          isName: true,
          cell: (group) => (
            <span className="meetings-standing">
              {group.name}
              {onEdit === null ? null : (
                <Button
                  kind="tertiary"
                  aria-label={t('meetings.groupEditNamed', { name: group.name })}
                  onClick={() => {
                    onEdit(group);
                  }}
                >
                  {t('meetings.groupEdit')}
                </Button>
              )}
            </span>
          ),
        },
        { key: 'kind', header: t('meetings.groupKind'), cell: ({ kind }) => t(`meetings.groupKind.${kind}`) },
        { key: 'members', header: t('meetings.groupMembers'), cell: names },
      ]}
    />
  );
}

interface FormProps {
  group: MeetingGroupView | null;
  people: readonly RoomPerson[];
  onClose: () => void;
}

function GroupForm({ group, people, onClose }: FormProps): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const create = useSend('POST', meetingPaths.groups);
  const update = useSend('PATCH', meetingPaths.group);
  // Who has left the alliance is still shown as a member, so that leaving them out is a choice.
  const known = new Map([...people, ...(group?.members ?? [])].map((one) => [one.personId, one.name]));
  return (
    <Form
      schema={createMeetingGroup}
      defaultValues={
        group === null
          ? { kind: 'steering', memberIds: [] }
          : { name: group.name, kind: group.kind, memberIds: group.members.map((one) => one.personId) }
      }
      onSave={(body) =>
        group === null
          ? create.mutateAsync({ path: { allianceId }, body })
          : update.mutateAsync({ path: { allianceId, groupId: group.id }, body, version: group.version })
      }
      onSaved={onClose}
      onCancel={onClose}
    >
      <TextField name="name" label={t('meetings.groupName')} required />
      <RadioField
        name="kind"
        label={t('meetings.groupKind')}
        required
        options={meetingGroupKinds.map((value) => ({ value, label: t(`meetings.groupKind.${value}`) }))}
      />
      <CheckboxGroupField
        name="memberIds"
        label={t('meetings.groupMembers')}
        options={[...known].map(([value, label]) => ({ value, label }))}
      />
    </Form>
  );
}

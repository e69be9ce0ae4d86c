import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import type { RoomPerson } from '#libs/api-schema';
import { meetingTitle } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Button, DateField, Form, Loaded, SelectField, TextField } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { ActionLines } from './action-parts.js';
import { meetingPaths } from './paths.js';
import { useTheRoom } from './room-context.js';
import { useActionsOfRoom, useCarriedActions } from './use-room-actions.js';

const agreed = z.object({ title: meetingTitle, ownerId: z.string().min(1), dueOn: z.iso.date() });

/** What the group promised at earlier meetings and has not done yet. */
export function CarriedActions(): ReactElement {
  const t = useText();
  const actions = useCarriedActions();
  const mark = useMarkInRoom();
  return (
    <section className="room-part" aria-labelledby="room-carried">
      <h3 id="room-carried">{t('meetings.carried')}</h3>
      {actions.length === 0 ? (
        <p className="meetings-soft">{t('meetings.carriedNone')}</p>
      ) : (
        <ActionLines actions={actions} onMark={mark} />
      )}
    </section>
  );
}

/** What is promised under an item, and the way to promise more. */
export function ItemActions({ itemId }: { itemId: string }): ReactElement {
  const t = useText();
  const [isAdding, setIsAdding] = useState(false);
  const actions = useActionsOfRoom(itemId);
  const mark = useMarkInRoom();
  const stop = (): void => {
    setIsAdding(false);
  };
  return (
    <section className="room-part" aria-labelledby="room-actions">
      <h3 id="room-actions">{t('meetings.room.actions')}</h3>
      {actions.length === 0 ? (
        <p className="meetings-soft">{t('meetings.room.noActions')}</p>
      ) : (
        <ActionLines actions={actions} onMark={mark} />
      )}
      {isAdding ? (
        <ActionForm itemId={itemId} onClose={stop} />
      ) : (
        <Button
          kind="secondary"
          onClick={() => {
            setIsAdding(true);
          }}
        >
          {t('meetings.room.actionAdd')}
        </Button>
      )}
    </section>
  );
}

function ActionForm({ itemId, onClose }: { itemId: string; onClose: () => void }): ReactElement {
  const t = useText();
  const { send } = useTheRoom();
  const { id: allianceId } = useAlliance();
  const people = useApi<{ items: RoomPerson[] }>(meetingPaths.people, { path: { allianceId } });
  return (
    <Loaded query={people}>
      {({ items }) => (
        <Form
          schema={agreed}
          onSave={(values) => send({ type: 'agree-action', itemId, ...values })}
          onSaved={onClose}
          onCancel={onClose}
          saveLabel={t('meetings.room.actionAdd')}
        >
          <TextField name="title" label={t('meetings.room.actionTitle')} required />
          <SelectField
            name="ownerId"
            label={t('meetings.room.actionOwner')}
            required
            options={items.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <DateField name="dueOn" label={t('meetings.room.actionDue')} required />
        </Form>
      )}
    </Loaded>
  );
}

function useMarkInRoom(): (action: { id: string }, isDone: boolean) => void {
  const { tell } = useTheRoom();
  return ({ id }, isDone) => {
    tell({ type: isDone ? 'mark-action-done' : 'reopen-action', actionId: id });
  };
}

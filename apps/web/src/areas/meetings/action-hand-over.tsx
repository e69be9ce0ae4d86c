import { useState } from 'react';
import type { ReactElement } from 'react';
import { passOnLink } from '#libs/api-schema';
import type { ActionHandOver, MeetingActionView } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, ConfirmButton, Dialog, Form, Loaded, useToast } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { HolderFields } from '../links/link-actions.js';
import { meetingPaths } from './paths.js';

type Action = Pick<MeetingActionView, 'id' | 'title' | 'standing' | 'canMark' | 'helperName' | 'noteCount'>;

/** Who does an action for its owner, what they wrote, and how it is handed over and taken back. */
export function HandOver({ action }: { action: Action }): ReactElement | null {
  const t = useText();
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  const { title, helperName, noteCount } = action;
  const isEmpty = helperName === null && noteCount === 0;
  if (isEmpty && (!action.canMark || action.standing === 'done')) return null;
  const label = isEmpty
    ? t('meetings.handOver')
    : t('meetings.handOverTo', { name: helperName ?? t('meetings.handOverNotes'), count: noteCount });
  return (
    <>
      <Button
        kind="tertiary"
        aria-label={`${label}: ${title}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Dialog open={open} title={title} onClose={close}>
        <Content action={action} onDone={close} />
      </Dialog>
    </>
  );
}

function Content({ action, onDone }: { action: Action; onDone: () => void }): ReactElement {
  const { id: allianceId } = useAlliance();
  const query = useApi<ActionHandOver>(meetingPaths.actionHandOver, {
    path: { allianceId, actionId: action.id },
  });
  return (
    <Loaded query={query}>
      {(shown) => (
        <>
          <Notes notes={shown.notes} />
          {shown.helper === null ? null : <Helper action={action} shown={shown} />}
          {shown.helper === null && shown.canHandOver && action.standing !== 'done' ? (
            <Give action={action} onDone={onDone} />
          ) : null}
        </>
      )}
    </Loaded>
  );
}

function Notes({ notes }: { notes: ActionHandOver['notes'] }): ReactElement | null {
  const t = useText();
  const f = useFormats();
  if (notes.length === 0) return null;
  return (
    <>
      <h3>{t('meetings.handOverNotes')}</h3>
      <ul className="bare-list no-max-width meetings-told">
        {notes.map((note) => (
          <li key={`${note.writtenAt}${note.text}`}>
            <p>{note.text}</p>
            <p className="meetings-soft">
              {note.authorName}, {f.dateTime(note.writtenAt)}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Helper({ action, shown }: { action: Action; shown: ActionHandOver }): ReactElement | null {
  const t = useText();
  const f = useFormats();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const takeBack = useSend('DELETE', meetingPaths.actionHandOver);
  const { helper } = shown;
  if (helper === null) return null;
  const { name, email, givenByName, givenAt } = helper;
  return (
    <>
      <p>
        {t('meetings.handedOver', { name, by: givenByName, date: f.date(givenAt) })}
        {email === null ? null : ` (${email})`}
      </p>
      {shown.canHandOver && action.standing !== 'done' ? (
        <ConfirmButton
          label={t('meetings.takeBack')}
          title={t('meetings.takeBack')}
          onConfirm={async () => {
            await takeBack.mutateAsync({ path: { allianceId, actionId: action.id } });
            toast({ text: t('meetings.takenBack') });
          }}
        >
          <p>{t('meetings.takeBackText', { name })}</p>
        </ConfirmButton>
      ) : null}
    </>
  );
}

function Give({ action, onDone }: { action: Action; onDone: () => void }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const give = useSend('PUT', meetingPaths.actionHandOver);
  return (
    <>
      <p>{t('meetings.handOverHelp')}</p>
      <Form
        schema={passOnLink}
        defaultValues={{ locale: 'da' }}
        saveLabel={t('meetings.handOverSave')}
        onCancel={onDone}
        onSave={(body) => give.mutateAsync({ path: { allianceId, actionId: action.id }, body })}
        onSaved={() => {
          onDone();
          toast({ text: t('meetings.handOverDone') });
        }}
      >
        <HolderFields />
      </Form>
    </>
  );
}

import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, ConfirmButton, problemText, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { meetingPaths } from './paths.js';
import { useTheRoom } from './room-context.js';

/** Opens the meeting for everybody. */
export function OpenMeeting(): ReactElement {
  const t = useText();
  const toast = useToast();
  const { meeting } = useTheRoom();
  const { id: allianceId } = useAlliance();
  const open = useSend('POST', meetingPaths.open);
  return (
    <Button
      busy={open.isPending}
      onClick={() => {
        open
          .mutateAsync({ path: { allianceId, meetingId: meeting.id }, body: {} })
          .catch((error: unknown) => {
            toast({ text: problemText(error, t) });
          });
      }}
    >
      {t('meetings.room.open')}
    </Button>
  );
}

/** Closes the meeting and leads on to its minutes. */
export function CloseMeeting(): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const { meeting } = useTheRoom();
  const { id: allianceId, slug } = useAlliance();
  const close = useSend('POST', meetingPaths.close);
  return (
    <ConfirmButton
      label={t('meetings.room.close')}
      title={t('meetings.room.closeTitle')}
      onConfirm={async () => {
        await close.mutateAsync({ path: { allianceId, meetingId: meeting.id }, body: {} });
        await navigate({ to: `/a/${slug}/moeder/${meeting.id}/referat` });
      }}
    >
      <p>{t('meetings.room.closeText')}</p>
    </ConfirmButton>
  );
}

import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { ParticipantSetting } from '#libs/api-schema';
import { callApi } from '../../api/client.js';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Button, Dialog, Notice } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { CprForm } from './cpr-section.js';
import { participantPaths } from './participant-paths.js';

/** Finds a young person by CPR number, where the alliance keeps them. */
export function FindByCpr(): ReactElement | null {
  const t = useText();
  const navigate = useNavigate();
  const { id: allianceId, slug } = useAlliance();
  const [open, setOpen] = useState(false);
  const [nobody, setNobody] = useState(false);
  const setting = useApi<ParticipantSetting>(participantPaths.setting, { path: { allianceId } });
  if (setting.data?.cprEnabled !== true) return null;
  const close = (): void => {
    setOpen(false);
    setNobody(false);
  };
  const find = async (body: { cpr: string }): Promise<void> => {
    setNobody(false);
    const { participantId } = await callApi<{ participantId: string | null }>(
      'POST',
      participantPaths.findByCpr,
      { path: { allianceId }, body },
    );
    if (participantId === null) setNobody(true);
    else void navigate({ to: `/a/${slug}/unge/${participantId}` });
  };
  return (
    <>
      <Button
        kind="secondary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('participants.cprFind')}
      </Button>
      <Dialog open={open} title={t('participants.cprFind')} onClose={close}>
        {nobody ? (
          <Notice kind="info" urgent>
            <p>{t('participants.cprNobody')}</p>
          </Notice>
        ) : null}
        <CprForm saveLabel={t('participants.cprFindNow')} onSave={find} onCancel={close} />
      </Dialog>
    </>
  );
}
